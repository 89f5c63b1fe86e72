import { type DefaultTreeAdapterTypes, parse } from "parse5";

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;

/** What a piece of text belongs to, beside the prose. */
export type Zone = "prose" | "chart" | "image" | "navigation" | "about" | "video" | "help" | "note";

export type Link = { readonly href: string; readonly text: string };

/**
 * One line of a page: a heading, a paragraph, an item of a list, a row of a table, or text that stands in none of them.
 */
export type Piece = {
  readonly kind: "heading" | "paragraph" | "item" | "row" | "loose" | "cite" | "meta";
  /** `h3`, `p`, `li` …, or the name of the meta element. */
  readonly tag: string;
  readonly text: string;
  /** The words in bold or italics that the line begins with. */
  readonly lead: string;
  readonly links: readonly Link[];
  /** The cells of a row. */
  readonly cells: readonly string[];
  /** Which table of the page, from 0; -1 outside. */
  readonly table: number;
  /** Ids of the elements around, outermost first. */
  readonly inside: readonly string[];
  readonly zone: Zone;
};

export const fold = (words: string): string => words.replace(/[\s\u00a0]+/g, " ").trim();

const BREAKS = new Set(
  "address article aside blockquote body br dd div dl dt figure footer form h1 h2 h3 h4 h5 h6 head header hr html li main nav ol option p pre section table tbody td tfoot th thead title tr ul".split(
    " ",
  ),
);
const SILENT = new Set(["script", "style", "noscript", "svg", "template"]);
const EMPHASIS = new Set(["b", "strong", "i", "em"]);

const attribute = (node: Node, name: string): string =>
  "attrs" in node ? (node.attrs.find((one) => one.name === name)?.value ?? "") : "";

const hasClass = (node: Node, name: string): boolean => attribute(node, "class").split(/\s+/).includes(name);

function zoneOf(node: Node, around: Zone): Zone {
  if (hasClass(node, "ooh-chart")) return "chart";
  if (hasClass(node, "ooh_right_img")) return "image";
  if (hasClass(node, "about-this-section")) return "about";
  if (hasClass(node, "youtube-player") || hasClass(node, "play")) return "video";
  if (node.nodeName === "nav" || hasClass(node, "tabs") || hasClass(node, "tab-footer")) return "navigation";
  if (node.nodeName === "tfoot") return "note";
  if (/^qf-|^about-/.test(attribute(node, "id"))) return "help";
  return around;
}

type Run = { readonly words: string; readonly strong: boolean };
type Place = {
  readonly tag: string;
  readonly kind: Piece["kind"];
  readonly zone: Zone;
  readonly inside: readonly string[];
  readonly table: number;
  readonly strong: boolean;
};

/** The words in emphasis at the front; a blank between two of them belongs to them. */
function leadOf(runs: readonly Run[]): string {
  let lead = "";
  for (const { words, strong } of runs) {
    if (!strong && fold(words) !== "") break;
    lead += words;
  }
  return fold(lead);
}

function kindOf(node: Node, around: Piece["kind"]): Piece["kind"] {
  if (around === "cite" || hasClass(node, "citation")) return "cite";
  if (/^h[1-6]$/.test(node.nodeName)) return "heading";
  if (node.nodeName === "li") return "item";
  if (node.nodeName === "p") return around === "item" ? "item" : "paragraph";
  return "loose";
}

const textOf = (node: Node): string => {
  if (node.nodeName === "#text" && "value" in node) return node.value;
  if (SILENT.has(node.nodeName) || !("childNodes" in node)) return "";
  const inner = node.childNodes.map(textOf).join("");
  return BREAKS.has(node.nodeName) ? ` ${inner} ` : inner;
};

const linksOf = (node: Node): Link[] => {
  const own =
    node.nodeName === "a" && attribute(node, "href") !== ""
      ? [{ href: attribute(node, "href"), text: fold(textOf(node)) }]
      : [];
  return "childNodes" in node ? [...own, ...node.childNodes.flatMap(linksOf)] : own;
};

/** A page as lines in reading order; no selector, no tree. */
export function flatten(html: string): Piece[] {
  const pieces: Piece[] = [];
  let runs: Run[] = [];
  let links: Link[] = [];
  let tables = -1;
  let current: Place | undefined;

  const end = () => {
    const text = fold(runs.map((run) => run.words).join(""));
    if (text !== "" && current !== undefined) {
      const { kind, tag, zone, inside, table } = current;
      pieces.push({ kind, tag, text, lead: leadOf(runs), links, cells: [], table, inside, zone });
    }
    runs = [];
    links = [];
  };

  const row = (node: Node, place: Place) => {
    const cells = "childNodes" in node ? node.childNodes.filter((c) => /^t[dh]$/.test(c.nodeName)) : [];
    const texts = cells.map((cell) => fold(textOf(cell)));
    pieces.push({
      kind: "row",
      tag: cells.some((cell) => cell.nodeName === "td") ? "td" : "th",
      text: fold(texts.join(" ")),
      lead: "",
      links: linksOf(node),
      cells: texts,
      table: place.table,
      inside: place.inside,
      zone: place.zone,
    });
  };

  const walk = (node: Node, place: Place) => {
    if (node.nodeName === "#text" && "value" in node) {
      if (current === undefined || current.tag === "") current = place;
      runs.push({ words: node.value, strong: place.strong });
      return;
    }
    if (SILENT.has(node.nodeName) || !("childNodes" in node)) return;
    const tag = node.nodeName;
    if (tag === "meta" || (tag === "link" && attribute(node, "rel") === "canonical")) {
      const name = tag === "link" ? "canonical" : attribute(node, "name");
      const text = fold(attribute(node, tag === "link" ? "href" : "content"));
      if (name !== "")
        pieces.push({
          kind: "meta",
          tag: name,
          text,
          lead: "",
          links: [],
          cells: [],
          table: -1,
          inside: [],
          zone: "help",
        });
      return;
    }
    if (tag === "br") {
      runs.push({ words: " ", strong: false });
      return;
    }
    const zone = zoneOf(node, place.zone);
    const id = attribute(node, "id");
    const breaks = BREAKS.has(tag) || zone !== place.zone;
    if (tag === "table") tables += 1;
    const inner: Place = {
      tag: breaks ? tag : place.tag,
      kind: breaks ? kindOf(node, place.kind) : place.kind,
      zone,
      inside: id === "" ? place.inside : [...place.inside, id],
      table: tag === "table" ? tables : place.table,
      strong: place.strong || EMPHASIS.has(tag),
    };
    if (breaks) {
      end();
      current = inner;
    }
    if (tag === "tr") {
      row(node, inner);
      return;
    }
    if (tag === "a" && attribute(node, "href") !== "") links.push(...linksOf(node).slice(0, 1));
    for (const child of node.childNodes) walk(child, inner);
    if (breaks) {
      end();
      current = place;
    }
  };

  walk(parse(html), { tag: "", kind: "loose", zone: "prose", inside: [], table: -1, strong: false });
  end();
  return pieces;
}
