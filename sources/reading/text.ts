import type { AnyNode } from "domhandler";
import { isTag, isText } from "domhandler";

/** Elements whose content is never read as text. */
const SILENT = new Set(["script", "style", "noscript", "template", "head", "title", "del", "s", "strike"]);

/** Elements that a browser starts on a line of their own: their text does not run into the text before. */
const BREAKING = new Set([
  "address",
  "article",
  "aside",
  "blockquote",
  "br",
  "caption",
  "dd",
  "div",
  "dl",
  "dt",
  "figcaption",
  "figure",
  "footer",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "header",
  "hr",
  "li",
  "main",
  "nav",
  "ol",
  "p",
  "pre",
  "section",
  "table",
  "tbody",
  "td",
  "tfoot",
  "th",
  "thead",
  "tr",
  "ul",
]);

const UNFOLDED = /^\s|\s$|\s\s|[^\S ]|[\u200b\ufeff]/;

/** White space as HTML folds it, and non-breaking spaces with it, become one space; none at either end. */
export function fold(text: string): string {
  // Most words need none of it.
  if (!UNFOLDED.test(text)) return text;
  return text.replace(/[\s\u00a0\u200b\ufeff]+/g, " ").trim();
}

/** The text of a node as a reader of the page sees it, white space folded; comments and struck-out text left out. */
export function textOf(node: AnyNode | readonly AnyNode[]): string {
  const pieces: string[] = [];
  collect(Array.isArray(node) ? node : [node as AnyNode], pieces);
  return fold(pieces.join(""));
}

function collect(nodes: readonly AnyNode[], pieces: string[]): void {
  for (const node of nodes) {
    if (isText(node)) pieces.push(node.data);
    else if (isTag(node) && !isSilent(node.name)) {
      if (BREAKING.has(node.name)) pieces.push(" ");
      collect(node.children, pieces);
      if (BREAKING.has(node.name)) pieces.push(" ");
    }
  }
}

export function isSilent(tag: string): boolean {
  return SILENT.has(tag);
}
