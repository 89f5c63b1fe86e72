import type { AnyNode, Element } from "domhandler";
import { type Block, blocksAmong, hasBlocks, paragraphOf } from "../reading/blocks.ts";
import { markdownOf } from "../reading/markdown.ts";
import { isSilent, textOf } from "../reading/text.ts";

/** Videos stand among the prose of some pages: `job-profile-video`, `job-profile-social-proof-video`. */
export function isVideo(element: Element): boolean {
  return /video/.test(element.attribs.class ?? "") || element.name === "iframe" || element.name === "video";
}

const CONTAINERS =
  /^(article|aside|blockquote|center|dd|div|dl|dt|figcaption|figure|footer|header|main|nav|p|section)$/;

const BLOCKS = /^([uo]l|table|h[1-6])$/;

/**
 * The blocks among nodes, empty ones left out. Sections in it are parts of their own, and are left to whoever asks for
 * them.
 */
export function blocksOf(nodes: readonly AnyNode[]): Block[] {
  return blocksAmong(nodes, blockOf, (loose) => loose.find((node) => textOf(node) !== ""));
}

/** `undefined`: not a block but part of the running text. */
function blockOf(element: Element): Block[] | undefined {
  const { name } = element;
  if (name === "section" || isSilent(name) || isVideo(element)) return [];
  if (name === "p" && !hasBlocks(element, isBlock)) return paragraphOf(element);
  if (CONTAINERS.test(name)) return blocksOf(element.children);
  if (!BLOCKS.test(name)) return hasBlocks(element, isBlock) ? blocksOf(element.children) : undefined;
  const text = textOf(element);
  if (text === "") return [];
  if (name === "ul" || name === "ol") return [{ kind: "list", node: element }];
  if (name === "table") return [{ kind: "table", node: element }];
  return [{ kind: "heading", level: Number(name[1]), text, node: element }];
}

function isBlock(name: string): boolean {
  return BLOCKS.test(name) || CONTAINERS.test(name);
}

/** Blocks as Markdown, without headings below which nothing stands. */
export function markdownOfBlocks(blocks: readonly Block[], baseUrl: string): string {
  return blocks
    .filter((block, index) => !isEmptyHeading(block, blocks[index + 1]))
    .map((block) => markdownOf(block.kind === "paragraph" ? block.nodes : [block.node], baseUrl))
    .filter((markdown) => markdown !== "")
    .join("\n\n");
}

function isEmptyHeading(block: Block, next: Block | undefined): boolean {
  return (
    block.kind === "heading" && (next === undefined || (next.kind === "heading" && next.level <= block.level))
  );
}
