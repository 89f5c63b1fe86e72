import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ReportBlock, ReportCell } from "../../transforms/model/report-block.ts";
import type { WrittenFile } from "../written-file.ts";

export const CHANGES_MARKDOWN = "CHANGES.md";

/** Writes `CHANGES.md`. */
export function writeChangesMarkdown(folder: string, report: readonly ReportBlock[]): readonly WrittenFile[] {
  writeFileSync(join(folder, CHANGES_MARKDOWN), changesMarkdown(report), { flag: "wx" });
  return [{ path: CHANGES_MARKDOWN }];
}

/** A report as Markdown that can also be read as it is: columns stand below each other, addresses at the end. */
export function changesMarkdown(report: readonly ReportBlock[]): string {
  const links = createLinks();
  const parts = report.map((block) => blockText(block, links.cell));
  return `${[...parts, ...links.definitions()].join("\n\n")}\n`;
}

type CellText = (cell: ReportCell) => string;

function blockText(block: ReportBlock, cellText: CellText): string {
  if (block.kind === "heading") return `${"#".repeat(block.level)} ${block.text}`;
  if (block.kind === "paragraph") return block.text;
  const { columns, rows } = block;
  const lines = [columns.map(({ title }) => title), ...rows.map((row) => row.map(cellText))];
  const widths = columns.map((_, at) => Math.max(3, ...lines.map((line) => line[at]?.length ?? 0)));
  const padded = ([head = [], ...body]: readonly string[][]) => [head, ruleOf(columns, widths), ...body];
  return padded(lines)
    .map((line) => lineText(line, columns, widths))
    .join("\n");
}

type TableColumns = Extract<ReportBlock, { kind: "table" }>["columns"];

function ruleOf(columns: TableColumns, widths: readonly number[]): string[] {
  return columns.map(({ isNumber }, at) => {
    const width = widths[at] ?? 3;
    return isNumber === true ? `${"-".repeat(width - 1)}:` : "-".repeat(width);
  });
}

function lineText(line: readonly string[], columns: TableColumns, widths: readonly number[]): string {
  const cells = columns.map(({ isNumber }, at) => {
    const [text, width] = [line[at] ?? "", widths[at] ?? 0];
    return isNumber === true ? text.padStart(width) : text.padEnd(width);
  });
  return `| ${cells.join(" | ")} |`;
}

/** Numbers addresses in the order in which they are met. */
function createLinks(): { readonly cell: CellText; readonly definitions: () => readonly string[] } {
  const numbers = new Map<string, number>();
  const cell: CellText = (words) => {
    if (typeof words === "string") return escaped(words);
    const number = numbers.get(words.url) ?? numbers.size + 1;
    numbers.set(words.url, number);
    return `[${escaped(words.text)}][${number}]`;
  };
  const definitions = () =>
    numbers.size === 0 ? [] : [[...numbers].map(([url, number]) => `[${number}]: <${url}>`).join("\n")];
  return { cell, definitions };
}

/** A bar would end the cell, a bracket or an angle would begin something else. */
function escaped(words: string): string {
  return words.replaceAll(/\s+/g, " ").replaceAll(/[\\|[\]<]/g, "\\$&");
}
