import type { AnyNode, Element } from "domhandler";
import { isTag, isText } from "domhandler";
import { fold, textOf } from "../reading/text.ts";

/** A tab of a page as the reader's eye takes it: one thing after the other. */
export type Block =
  | { readonly kind: "heading"; readonly level: number; readonly text: string; readonly node: Element }
  | {
      readonly kind: "paragraph";
      readonly text: string;
      readonly node: AnyNode;
      readonly nodes: readonly AnyNode[];
    }
  | { readonly kind: "list"; readonly node: Element }
  | { readonly kind: "table"; readonly node: Element }
  | { readonly kind: "chart"; readonly node: Element };

/** Classes of boxes that are no prose: pictures with captions, videos, navigation. */
const LEFT_OUT = /(^|\s)(ooh_right_img|youtube-player|tab-footer|clearfloat|dataTables_\w+|invisible)(\s|$)/;

/** The blocks inside an element, empty ones left out. Inline content that stands in no paragraph makes one. */
export function blocksIn(container: Element): Block[] {
  const blocks: Block[] = [];
  let loose: AnyNode[] = [];
  const flush = () => {
    const text = textOf(loose);
    const first = loose.find((node) => isTag(node)) ?? container;
    if (text !== "") blocks.push({ kind: "paragraph", text, node: first, nodes: loose });
    loose = [];
  };
  for (const child of container.children) {
    const block = isTag(child) ? blockOf(child) : undefined;
    if (block !== undefined) {
      flush();
      blocks.push(...block);
    } else if (isTag(child) || isText(child)) loose.push(child);
  }
  flush();
  return blocks;
}

/** `undefined`: not a block but part of the running text. */
function blockOf(element: Element): Block[] | undefined {
  const classes = element.attribs.class ?? "";
  if (LEFT_OUT.test(classes)) return [];
  if (/(^|\s)ooh-chart(\s|$)/.test(classes)) return [{ kind: "chart", node: element }];
  switch (element.name) {
    case "h2":
    case "h3":
    case "h4":
    case "h5":
      return headingOf(element);
    case "p":
      return paragraphOf(element);
    case "ul":
    case "ol":
      return textOf(element) === "" ? [] : [{ kind: "list", node: element }];
    case "table":
      return [{ kind: "table", node: element }];
    case "article":
    case "div":
    case "section":
      return blocksIn(element);
    case "nav":
    case "img":
    case "script":
    case "style":
      return [];
    default:
      // An unknown box around blocks is seen through; around words it is part of the running text.
      return hasBlocks(element) ? blocksIn(element) : undefined;
  }
}

const BLOCKS = new Set(["p", "ul", "ol", "table", "h2", "h3", "h4", "h5", "article", "div", "section"]);

function hasBlocks(element: Element): boolean {
  return element.children.some((child) => isTag(child) && (BLOCKS.has(child.name) || hasBlocks(child)));
}

/** Headings carry a help link, and some are invisible placeholders ("empty heading"): neither is read. */
function headingOf(element: Element): Block[] {
  const words = element.children.filter((child) => !isTag(child) || !isHelp(child));
  const text = fold(words.map((child) => textOf(child)).join(" "));
  return text === "" ? [] : [{ kind: "heading", level: Number(element.name[1]), text, node: element }];
}

function isHelp(element: Element): boolean {
  return /(^|\s)(about-this-section|invisible)(\s|$)/.test(element.attribs.class ?? "");
}

function paragraphOf(element: Element): Block[] {
  const text = textOf(element);
  return text === "" ? [] : [{ kind: "paragraph", text, node: element, nodes: element.children }];
}
