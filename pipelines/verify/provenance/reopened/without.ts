import { type AnyNode, cloneNode, type Element, isTag } from "domhandler";
import { findAll, removeElement } from "domutils";

/** Nodes without the elements in them that are told; the page itself stays as it is. */
export function without(isLeftOut: (element: Element) => boolean, nodes: readonly AnyNode[]): AnyNode[] {
  return nodes.flatMap((node): AnyNode[] => {
    if (!isTag(node)) return [node];
    if (isLeftOut(node)) return [];
    if (findAll(isLeftOut, node.children).length === 0) return [node];
    const copy = cloneNode(node, true);
    for (const element of findAll(isLeftOut, copy.children)) removeElement(element);
    return [copy];
  });
}
