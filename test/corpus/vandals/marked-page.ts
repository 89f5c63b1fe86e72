import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, type Token } from "parse5";

/** A stretch of the page's text, from … to before …. */
export type Stretch = { readonly from: number; readonly to: number };

/** An element, and where it stands in the page's text. */
export type MarkedElement = Stretch & {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** What lies between its tags. */
  readonly inside: Stretch;
  readonly parent: MarkedElement | undefined;
  readonly children: MarkedElement[];
  /** The words in it, as often as not with much white space. */
  readonly words: string;
  /** Where an attribute stands, name and value. */
  readonly attributeAt: (name: string) => Stretch | undefined;
};

/** A run of text between tags, never empty. */
export type MarkedText = Stretch & { readonly words: string; readonly parent: MarkedElement };

/** A page with the places of all that stands in it: the part that a reader of the page sees. */
export type MarkedPage = {
  readonly html: string;
  readonly elements: readonly MarkedElement[];
  readonly texts: readonly MarkedText[];
};

type Node = DefaultTreeAdapterTypes.ChildNode;

const UNREAD = new Set(["script", "style", "noscript", "template", "svg"]);

/** Marks the part of a page that stands in a stretch of it. */
export function markedPage(html: string, part: Stretch): MarkedPage {
  const elements: MarkedElement[] = [];
  const texts: MarkedText[] = [];
  const isIn = ({ from, to }: Stretch) => from >= part.from && to <= part.to;
  const visit = (node: Node, parent: MarkedElement | undefined): void => {
    const place = node.sourceCodeLocation;
    if (defaultTreeAdapter.isTextNode(node)) {
      const at = place && { from: place.startOffset, to: place.endOffset };
      if (at && parent && isIn(at) && node.value.trim() !== "")
        texts.push({ ...at, words: html.slice(at.from, at.to), parent });
    }
    if (!defaultTreeAdapter.isElementNode(node) || UNREAD.has(node.tagName)) return;
    const tags = node.sourceCodeLocation;
    const own = tags?.startTag && markedElement(html, node, tags, parent);
    if (own !== undefined && isIn(own)) {
      elements.push(own);
      parent?.children.push(own);
    }
    for (const child of node.childNodes) visit(child, own ?? parent);
  };
  for (const node of parse(html, { sourceCodeLocationInfo: true }).childNodes) visit(node, undefined);
  return { html, elements, texts };
}

function markedElement(
  html: string,
  { tagName, attrs }: DefaultTreeAdapterTypes.Element,
  { startOffset: from, endOffset: to, startTag, endTag, attrs: places }: Token.ElementLocation,
  parent: MarkedElement | undefined,
): MarkedElement {
  const inside = { from: startTag?.endOffset ?? to, to: endTag?.startOffset ?? to };
  return {
    ...{ tag: tagName, from, to, inside, parent, children: [] },
    attributes: Object.fromEntries(attrs.map(({ name, value }) => [name, value])),
    words: html
      .slice(inside.from, inside.to)
      .replace(/<!--[\s\S]*?-->|<[^>]*>/g, " ")
      .trim(),
    attributeAt: (name) => {
      const place = places?.[name];
      return place && { from: place.startOffset, to: place.endOffset };
    },
  };
}

/** The rows of a table that are its own, each with its cells. */
export function rowsOf(
  table: MarkedElement,
): { readonly row: MarkedElement; readonly cells: readonly MarkedElement[] }[] {
  const rows = table.children.flatMap((child) =>
    child.tag === "tr" ? [child] : child.children.filter(isRow),
  );
  return rows.map((row) => ({ row, cells: row.children.filter(({ tag }) => tag === "td" || tag === "th") }));
}

function isRow({ tag }: MarkedElement): boolean {
  return tag === "tr";
}

/** Other words in the place of a stretch. */
export type Edit = Stretch & { readonly words: string };

/** The text with all edits made; they do not overlap. */
export function edited(html: string, edits: readonly Edit[]): string {
  const inOrder = edits.toSorted((one, other) => one.from - other.from || one.to - other.to);
  let end = 0;
  let result = "";
  for (const { from, to, words } of inOrder) {
    result += html.slice(end, from) + words;
    end = to;
  }
  return result + html.slice(end);
}
