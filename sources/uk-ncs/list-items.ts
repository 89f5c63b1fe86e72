import type { AnyNode, Element } from "domhandler";
import { isTag } from "domhandler";
import { locatorOf } from "../reading/locator.ts";
import type { Quote } from "../reading/page.ts";
import { textOf } from "../reading/text.ts";

/** An item of a list, and the item that it stands below, where an editor has put a list into a list. */
export type ListItem = Quote & { readonly below: Quote | null };

/** The items of a list in the page's order, each with its own words; items without words are left out. */
export function listItemsOf(list: Element, below: Quote | null = null): ListItem[] {
  return list.children.filter(isTag).flatMap((child) => {
    if (isList(child)) return listItemsOf(child, below);
    const own = ownWords(child);
    const item = own === "" ? [] : [{ text: own, at: locatorOf(child), below }];
    const quote = own === "" ? below : { text: own, at: locatorOf(child) };
    return [...item, ...listsIn(child).flatMap((inner) => listItemsOf(inner, quote))];
  });
}

function isList({ name }: Element): boolean {
  return name === "ul" || name === "ol";
}

/** The words of an item without the lists in it. */
function ownWords(item: Element): string {
  return textOf(withoutLists(item.children));
}

function withoutLists(nodes: readonly AnyNode[]): AnyNode[] {
  return nodes.flatMap((node) => {
    if (!isTag(node)) return [node];
    if (isList(node)) return [];
    return listsIn(node).length === 0 ? [node] : withoutLists(node.children);
  });
}

function listsIn(element: Element): Element[] {
  return element.children.filter(isTag).flatMap((child) => (isList(child) ? [child] : listsIn(child)));
}
