import type { Element } from "domhandler";
import { isTag } from "domhandler";
import { type Block, blocksAmong, hasBlocks, paragraphOf } from "../reading/blocks.ts";
import { locatorOf } from "../reading/locator.ts";
import type { Quote } from "../reading/page.ts";
import { fold, textOf } from "../reading/text.ts";

/** A tab of a page as the reader's eye takes it: one thing after the other. */
export type TabBlock = Block | { readonly kind: "chart"; readonly node: Element };

/** Classes of boxes that are no prose: pictures with captions, videos, navigation. */
const LEFT_OUT = /(^|\s)(ooh_right_img|youtube-player|tab-footer|clearfloat|dataTables_\w+|invisible)(\s|$)/;

/** The blocks inside an element, empty ones left out. */
export function blocksIn(container: Element): TabBlock[] {
  return blocksAmong(container.children, blockOf, (loose) => loose.find(isTag) ?? container);
}

/** The paragraphs among blocks, each with its place. */
export function paragraphsIn(blocks: readonly TabBlock[]): Quote[] {
  return blocks.flatMap((block) =>
    block.kind === "paragraph" ? [{ text: block.text, at: locatorOf(block.node) }] : [],
  );
}

/** `undefined`: not a block but part of the running text. */
function blockOf(element: Element): TabBlock[] | undefined {
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
      return hasBlocks(element, (name) => BLOCKS.has(name)) ? blocksIn(element) : undefined;
  }
}

const BLOCKS = new Set(["p", "ul", "ol", "table", "h2", "h3", "h4", "h5", "article", "div", "section"]);

/** Headings carry a help link, and some are invisible placeholders ("empty heading"): neither is read. */
function headingOf(element: Element): TabBlock[] {
  const words = element.children.filter((child) => !isTag(child) || !isHelp(child));
  const text = fold(words.map((child) => textOf(child)).join(" "));
  return text === "" ? [] : [{ kind: "heading", level: Number(element.name[1]), text, node: element }];
}

function isHelp(element: Element): boolean {
  return /(^|\s)(about-this-section|invisible)(\s|$)/.test(element.attribs.class ?? "");
}
