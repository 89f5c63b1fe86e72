import type { AnyNode, Element } from "domhandler";
import { isTag, isText } from "domhandler";
import { markdownOf } from "../reading/markdown.ts";
import { isSilent, textOf } from "../reading/text.ts";

/** A part of a page as the reader's eye takes it: one thing after the other. */
export type Block =
  | { readonly kind: "heading"; readonly level: number; readonly text: string; readonly node: Element }
  | {
      readonly kind: "paragraph";
      readonly text: string;
      readonly node: AnyNode;
      readonly nodes: readonly AnyNode[];
    }
  | { readonly kind: "list"; readonly node: Element }
  | { readonly kind: "table"; readonly node: Element };

/** Videos stand among the prose of some pages: `job-profile-video`, `job-profile-social-proof-video`. */
export function isVideo(element: Element): boolean {
  return /video/.test(element.attribs.class ?? "") || element.name === "iframe" || element.name === "video";
}

const CONTAINERS =
  /^(article|aside|blockquote|center|dd|div|dl|dt|figcaption|figure|footer|header|main|nav|section)$/;

const BLOCKS = /^([uo]l|p|table|h[1-6])$/;

/**
 * The blocks among nodes, empty ones left out. Inline content that stands in no paragraph makes one. Sections in it are
 * parts of their own, and are left to whoever asks for them.
 */
export function blocksOf(nodes: readonly AnyNode[]): Block[] {
  const blocks: Block[] = [];
  let loose: AnyNode[] = [];
  const flush = () => {
    const text = textOf(loose);
    const first = loose.find((node) => textOf(node) !== "");
    if (text !== "" && first !== undefined)
      blocks.push({ kind: "paragraph", text, node: first, nodes: loose });
    loose = [];
  };
  for (const node of nodes) {
    const own = isTag(node) ? blockOf(node) : undefined;
    if (own !== undefined) {
      flush();
      blocks.push(...own);
    } else if (isTag(node) || isText(node)) loose.push(node);
  }
  flush();
  return blocks;
}

/** `undefined`: not a block but part of the running text. */
function blockOf(element: Element): Block[] | undefined {
  const { name } = element;
  if (name === "section" || isSilent(name) || isVideo(element)) return [];
  if (textOf(element) === "") return BLOCKS.test(name) ? [] : undefined;
  if (/^h[1-6]$/.test(name))
    return [{ kind: "heading", level: Number(name[1]), text: textOf(element), node: element }];
  if (name === "ul" || name === "ol") return [{ kind: "list", node: element }];
  if (name === "table") return [{ kind: "table", node: element }];
  if (name === "p" && !hasBlocks(element))
    return [{ kind: "paragraph", text: textOf(element), node: element, nodes: element.children }];
  // A box around blocks is seen through; around words it is part of the running text.
  return name === "p" || CONTAINERS.test(name) || hasBlocks(element) ? blocksOf(element.children) : undefined;
}

function hasBlocks(element: Element): boolean {
  return element.children.some(
    (child) => isTag(child) && (BLOCKS.test(child.name) || CONTAINERS.test(child.name) || hasBlocks(child)),
  );
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
