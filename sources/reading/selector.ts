import type { AnyNode, Element } from "domhandler";
import { findAll } from "domutils";

type Test = (element: Element) => boolean;

const COMPOUND =
  /^(?<tag>[a-z][a-z0-9]*)?(?:#(?<id>[\w-]+))?(?:\.(?<name>[\w-]+))?(?:\[(?<attribute>[\w-]+)(?:="(?<value>[^"]*)")?\])?$/;

const tests = new Map<string, Test>();

/**
 * The elements below a node that a selector matches, in the order of the document. Readers select by what a thing is,
 * never by where it stands: `tag`, `#id`, `.class`, `[attribute]`, `[attribute="value"]`, together, and with commas.
 */
export function select(selector: string, within: AnyNode): Element[] {
  const test = tests.get(selector) ?? testOf(selector);
  tests.set(selector, test);
  return findAll(test, "children" in within ? within.children : []);
}

function testOf(selector: string): Test {
  const [first, ...others] = selector.split(",").map((part) => compoundTest(part.trim()));
  if (first === undefined || others.length === 0) return first ?? (() => false);
  return (element) => first(element) || others.some((test) => test(element));
}

function compoundTest(selector: string): Test {
  const { tag, id, name, attribute, value } = COMPOUND.exec(selector)?.groups ?? {};
  if (selector === "" || [tag, id, name, attribute].every((part) => part === undefined))
    throw new Error(`“${selector}” is no selector that readers use.`);
  const hasName = (element: Element) => {
    const classes = element.attribs.class;
    return classes?.includes(name ?? "") === true && ` ${classes} `.replace(/\s/g, " ").includes(` ${name} `);
  };
  return (element) =>
    (tag === undefined || element.name === tag) &&
    (id === undefined || element.attribs.id === id) &&
    (name === undefined || hasName(element)) &&
    (attribute === undefined || element.attribs[attribute] !== undefined) &&
    (value === undefined || element.attribs[attribute ?? ""] === value);
}
