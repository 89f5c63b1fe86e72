import { textTable } from "./table.ts";
import { wrap } from "./wrap.ts";

export type MarkdownOptions = {
  readonly width: number;
  readonly indent?: string;
  /** Print the address after the words of a link. */
  readonly withAddresses?: boolean;
  /** Another rendering of a table, such as one with units; `undefined` = as it stands. */
  readonly tableInstead?: (rows: readonly (readonly string[])[]) => string | undefined;
};

/** Markdown for a terminal: wrapped paragraphs, lists with bullets, tables; emphasis marks and escapes are gone. */
export function renderMarkdown(markdown: string, options: MarkdownOptions): string {
  return groupTables(markdown.split("\n"))
    .map((part) => (typeof part === "string" ? renderLine(part, options) : renderTable(part, options)))
    .join("\n");
}

/** Words without marks, on one line. */
export function plainWords(markdown: string, withAddresses = false): string {
  return markdown.replace(
    /\\(.)|\[((?:\\.|[^\]\\])*)\]\(([^)\s]*)\)|\*+/g,
    (_, escaped?: string, words?: string, address?: string) => {
      if (escaped !== undefined) return escaped;
      if (words === undefined) return "";
      const plain = plainWords(words);
      return withAddresses && address !== plain ? `${plain} <${address}>` : plain;
    },
  );
}

/** The rows of a Markdown table stand together; everything else line by line. */
function groupTables(lines: readonly string[]): (string | string[])[] {
  const parts: (string | string[])[] = [];
  for (const line of lines) {
    const last = parts.at(-1);
    if (!line.trimStart().startsWith("|")) parts.push(line);
    else if (Array.isArray(last)) last.push(line);
    else parts.push([line]);
  }
  return parts;
}

function renderLine(line: string, { width, indent = "", withAddresses }: MarkdownOptions): string {
  const [, space = "", mark = "", words = ""] = /^(\s*)(-\s+|\d+\.\s+|#+\s+)?(.*)$/.exec(line) ?? [];
  if (words === "") return "";
  const bullet = mark.startsWith("#") ? "" : mark.replace("-", "•");
  const first = indent + space + bullet;
  return wrap(plainWords(words, withAddresses), width, first, " ".repeat(first.length));
}

function renderTable(
  lines: readonly string[],
  { width, indent = "", tableInstead }: MarkdownOptions,
): string {
  const [head = [], , ...rows] = lines.map(cellsOf);
  return (
    tableInstead?.(rows) ??
    textTable(
      head.map((title) => ({ title })),
      rows,
      width,
      indent,
    )
  );
}

function cellsOf(line: string): string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, "")
    .split(/(?<!\\)\|/)
    .map((cell) => plainWords(cell.trim()));
}
