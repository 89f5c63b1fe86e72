import type { AnyNode, Element } from "domhandler";
import { isTag } from "domhandler";
import { findAll } from "domutils";

/** `#tab-5`, `table`, `tr:nth-of-type(3)` */
const STEP = /^(?:#(?<id>[\w-]+)|(?<name>[\w-]+)(?::nth-of-type\((?<position>\d+)\))?)$/;

/**
 * Finds the elements of a page that a CSS path of ids and children matches, as a browser would. Paths that begin alike
 * are walked once.
 */
export function createCssPaths(root: AnyNode): (path: string) => readonly Element[] {
  const known = new Map<string, readonly Element[]>();
  const matches = (path: string): readonly Element[] => {
    const found = known.get(path) ?? walk(path);
    known.set(path, found);
    return found;
  };
  const walk = (path: string): readonly Element[] => {
    const end = path.lastIndexOf(" > ");
    const { id, name, position } = STEP.exec(end === -1 ? path : path.slice(end + 3))?.groups ?? {};
    if (id !== undefined && end === -1) return withId(root, id);
    if (name === undefined) return [];
    const parents: readonly AnyNode[] = end === -1 ? [root] : matches(path.slice(0, end));
    return parents.flatMap((parent) => childrenOf(parent, name, position));
  };
  return matches;
}

function withId(root: AnyNode, id: string): Element[] {
  return findAll(({ attribs }) => attribs.id === id, "children" in root ? root.children : []);
}

function childrenOf(parent: AnyNode, name: string, position: string | undefined): Element[] {
  const children = "children" in parent ? parent.children : [];
  const twins = children.filter(
    (child): child is Element => isTag(child as AnyNode) && (child as Element).name === name,
  );
  return position === undefined ? twins : twins.slice(Number(position) - 1, Number(position));
}
