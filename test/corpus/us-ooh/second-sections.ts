import { flatten, type Piece } from "./flat-page.ts";

/** A part of the prose: its heading, its words without any white space or mark-up, its links. */
export type PlainSection = {
  readonly heading: string;
  readonly words: string;
  readonly links: readonly string[];
};

/** What is left of words when blanks and the signs that Markdown uses are gone, on both sides alike. */
export const bare = (words: string): string => words.replace(/[\s\u00a0*|\\_#>-]+/g, "");

const absolute = (href: string, page: string): string => new URL(href, page).href;

const isOutlookTable = (piece: Piece) => piece.inside.includes("outlook-table");

/** A cell that spans columns says its words once. */
const once = (cells: readonly string[]) =>
  cells.filter((cell, index) => bare(cell) !== bare(cells[index - 1] ?? ""));

/** Links without words lead nowhere; neighbours to the same address are one link. */
function link(links: string[], words: string, target: string): void {
  if (words === "") return;
  const [before = "", known = ""] = links.at(-1)?.split(" → ") ?? [];
  if (known === target) links.splice(-1, 1, `${before}${words} → ${target}`);
  else links.push(`${words} → ${target}`);
}

function divided(lines: readonly Piece[], page: string, starts: (piece: Piece) => boolean): PlainSection[] {
  const sections: { heading: string; words: string; links: string[] }[] = [];
  for (const piece of lines) {
    if (starts(piece)) sections.push({ heading: piece.text, words: "", links: [] });
    else {
      const last = sections.at(-1);
      if (last === undefined) continue;
      last.words += bare(piece.kind === "row" ? once(piece.cells).join(" ") : piece.text);
      for (const { href, text } of piece.links) link(last.links, bare(text), absolute(href, page));
    }
  }
  return sections.filter((section) => section.words !== "");
}

const OPENINGS = [/^What .* Do$/, /^Work Environment$/, /^How to Become /, /^Pay$/, /^Job Outlook$/];

/** The prose of a page, part by part, in the order of the page. */
export function readSectionsAgain(page: string, html: string): PlainSection[] {
  const prose = flatten(html).filter((piece) => piece.zone === "prose" && !isOutlookTable(piece));
  const of = (id: string) => prose.filter((piece) => piece.inside.includes(id));
  const heading = (piece: Piece) => piece.kind === "heading";
  const summary = divided(of("tab-1"), page, heading).filter((section) =>
    OPENINGS.some((form) => form.test(section.heading)),
  );
  const tabs = ["tab-2", "tab-3", "tab-4", "tab-5", "tab-6", "tab-9"];
  return [...summary, ...tabs.flatMap((id) => divided(of(id), page, heading))];
}

const LINK = /\[((?:[^\]\\]|\\.)*)\]\(([^()\s]*)\)/g;

/** A section of the dataset in the same form. */
export function withoutMarkdown(heading: string, markdown: string): PlainSection {
  const links: string[] = [];
  for (const [, words = "", target = ""] of markdown.matchAll(LINK))
    link(links, bare(words), decoded(target));
  const lines = markdown.replace(LINK, "$1").split("\n");
  const words = lines.map((words) =>
    words.startsWith("|") ? once(words.split(/(?<!\\)\|/)).join(" ") : words,
  );
  return { heading, words: bare(words.join(" ")), links };
}

/** In Markdown an address may hold no bracket of its own. */
const decoded = (target: string) => target.replaceAll("%28", "(").replaceAll("%29", ")");
