import { lexer, type Token, type Tokens } from "marked";
import { type Child, element, outwards } from "./element.ts";

/**
 * Prose of a publisher, which the dataset holds as Markdown, as elements. Whatever is no Markdown is text: HTML in it is
 * shown as it stands, and never becomes markup.
 */
export function prose(
  markdown: string,
  headingLevel: 3 | 4 | 5,
  /** A table all of whose rows have one of these titles is left out: its figures are shown elsewhere. */
  shownElsewhere: ReadonlySet<string> = new Set(),
): HTMLElement {
  const tokens = lexer(markdown).filter((token) => !isShown(token, shownElsewhere));
  return element("div", { class: "prose" }, ...blocks(tokens, headingLevel));
}

function isShown(token: Token, titles: ReadonlySet<string>): boolean {
  return (
    token.type === "table" &&
    (token as Tokens.Table).rows.every(([first]) => titles.has(plain(first?.text ?? "")))
  );
}

function plain(text: string): string {
  return text.replaceAll(/\\(?=.)/g, "").trim();
}

function blocks(tokens: readonly Token[], level: number): Child[] {
  return tokens.map((token) => block(token as Tokens.Generic, level));
}

function block(token: Tokens.Generic, level: number): Child {
  switch (token.type) {
    case "space":
    case "def":
      return null;
    case "paragraph":
      return element("p", {}, ...inlines(token));
    case "heading":
      return element(`h${Math.min(level, 6)}` as "h3", {}, ...inlines(token));
    case "list":
      return list(token as Tokens.List, level);
    case "table":
      return proseTable(token as Tokens.Table);
    case "text":
      return element("span", {}, ...inlines(token));
    default:
      return element("p", {}, token.raw);
  }
}

function list({ ordered, items }: Tokens.List, level: number): HTMLElement {
  return element(
    ordered ? "ol" : "ul",
    {},
    ...items.map((item) => element("li", {}, ...blocks(item.tokens, level + 1))),
  );
}

function proseTable({ header, rows }: Tokens.Table): HTMLElement {
  const cells = (row: readonly Tokens.TableCell[], tag: "th" | "td") =>
    element("tr", {}, ...row.map(({ tokens }) => element(tag, {}, ...tokens.map(inline))));
  const isNamed = header.some(({ text }) => text !== "");
  return element(
    "div",
    { class: "table", tabindex: 0, role: "group", "aria-label": "A table of the publisher" },
    element(
      "table",
      {},
      isNamed ? element("thead", {}, cells(header, "th")) : null,
      element("tbody", {}, ...rows.map((row) => cells(row, "td"))),
    ),
  );
}

function inlines(token: Tokens.Generic): Child[] {
  return (token.tokens ?? [{ type: "text", raw: token.raw, text: token.text }]).map(inline);
}

function inline(token: Token): Child {
  const { type, tokens, text, raw, href } = token as Tokens.Generic;
  switch (type) {
    case "text":
    case "escape":
      return tokens === undefined ? String(text) : element("span", {}, ...tokens.map(inline));
    case "strong":
      return element("strong", {}, ...(tokens ?? []).map(inline));
    case "em":
      return element("em", {}, ...(tokens ?? []).map(inline));
    case "link":
      return outwards(String(href), ...(tokens ?? []).map(inline));
    case "br":
      return element("br");
    default:
      return raw;
  }
}
