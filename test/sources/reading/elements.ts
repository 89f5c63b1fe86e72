import { selectAll } from "css-select";
import type { AnyNode, Document, Element } from "domhandler";
import { parseDocument } from "htmlparser2";

/** A piece of HTML as the pages are parsed: nothing is implied, nothing is inserted. */
export function parsed(html: string): Document {
  return parseDocument(html);
}

/** The first element of a piece of HTML that a selector finds. */
export function elementIn(html: string, selector = "*"): Element {
  const [element] = elementsIn(parsed(html), selector);
  if (element === undefined) throw new Error(`${selector} finds nothing in ${html}`);
  return element;
}

export function elementsIn(root: Document, selector: string): readonly Element[] {
  return selectAll<AnyNode, Element>(selector, root);
}

/** The nodes of a piece of HTML. */
export function nodesIn(html: string): readonly AnyNode[] {
  return parsed(html).children;
}

/** Every element of a piece of HTML, in document order. */
export function allElements(root: Document): readonly Element[] {
  return elementsIn(root, "*");
}
