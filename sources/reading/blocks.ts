import type { AnyNode, Element } from "domhandler";
import { isTag, isText } from "domhandler";
import { textOf } from "./text.ts";

export type Heading = {
  readonly kind: "heading";
  readonly level: number;
  readonly text: string;
  readonly node: Element;
};

export type Paragraph = {
  readonly kind: "paragraph";
  readonly text: string;
  readonly node: AnyNode;
  readonly nodes: readonly AnyNode[];
};

/** A part of a page as the reader's eye takes it: one thing after the other. */
export type Block =
  | Heading
  | Paragraph
  | { readonly kind: "list"; readonly node: Element }
  | { readonly kind: "table"; readonly node: Element };

/**
 * The blocks among nodes. `blocksOf` gives those of an element, `undefined` where it is part of the running text; inline
 * content that stands in no paragraph makes one, at the node that `placeOf` picks.
 */
export function blocksAmong<Own>(
  nodes: readonly AnyNode[],
  blocksOf: (element: Element) => readonly Own[] | undefined,
  placeOf: (loose: readonly AnyNode[]) => AnyNode | undefined,
): (Own | Paragraph)[] {
  const blocks: (Own | Paragraph)[] = [];
  let loose: AnyNode[] = [];
  const flush = () => {
    const text = textOf(loose);
    const node = text === "" ? undefined : placeOf(loose);
    if (node !== undefined) blocks.push({ kind: "paragraph", text, node, nodes: loose });
    loose = [];
  };
  for (const node of nodes) {
    const own = isTag(node) ? blocksOf(node) : undefined;
    if (own !== undefined) {
      flush();
      blocks.push(...own);
    } else if (isTag(node) || isText(node)) loose.push(node);
  }
  flush();
  return blocks;
}

/** An element as a paragraph; nothing where it is empty. */
export function paragraphOf(element: Element): Paragraph[] {
  const text = textOf(element);
  return text === "" ? [] : [{ kind: "paragraph", text, node: element, nodes: element.children }];
}

/** A box around blocks is seen through; around words it is part of the running text. */
export function hasBlocks(element: Element, isBlock: (name: string) => boolean): boolean {
  return element.children.some((child) => isTag(child) && (isBlock(child.name) || hasBlocks(child, isBlock)));
}
