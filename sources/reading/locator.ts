import type { AnyNode, Element } from "domhandler";
import { isTag } from "domhandler";

const SIMPLE_ID = /^[A-Za-z][\w-]*$/;

/**
 * The CSS path of an element: from the nearest ancestor that has an id, child by child. Pasted into the page's
 * `document.querySelector` before its scripts have run, it finds the element again.
 */
export function locatorOf(node: AnyNode): string {
  const steps: string[] = [];
  let element: Element | undefined = isTag(node) ? node : parentOf(node);
  while (element !== undefined) {
    const id = element.attribs.id;
    if (id !== undefined && SIMPLE_ID.test(id)) {
      steps.push(`#${id}`);
      break;
    }
    steps.push(stepOf(element));
    element = parentOf(element);
  }
  return steps.reverse().join(" > ");
}

function parentOf(node: AnyNode): Element | undefined {
  return node.parent !== null && isTag(node.parent as AnyNode) ? (node.parent as Element) : undefined;
}

function stepOf(element: Element): string {
  const twins = (element.parent?.children ?? []).filter(
    (child) => isTag(child) && child.name === element.name,
  );
  return twins.length > 1 ? `${element.name}:nth-of-type(${twins.indexOf(element) + 1})` : element.name;
}
