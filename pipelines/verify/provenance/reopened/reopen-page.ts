import type { Element } from "domhandler";
import { treeOf } from "../../../../sources/reading/page.ts";
import { textOf } from "../../../../sources/reading/text.ts";
import type { DocumentBytes } from "../../../../sources/source.ts";
import { createCssPaths } from "./css-path.ts";
import { type Found, foundWords } from "./found.ts";
import { proseAt } from "./prose.ts";
import type { Find } from "./reopen-document.ts";
import { without } from "./without.ts";

/** Locators are CSS paths: `#quickfacts > tr:nth-of-type(2)`. */
export function reopenPage(document: DocumentBytes): Find {
  const elementsAt = createCssPaths(treeOf(document));
  return (locator) => {
    const [element] = elementsAt(locator);
    return element === undefined ? undefined : foundAt(element, document.url);
  };
}

function foundAt(element: Element, url: string): Found {
  return foundWords(textOf(element), {
    beside: besideWords(element),
    isWide: true,
    prose: () => proseAt(element, url),
  });
}

/** A link with the address that it leads to; the content of a `meta`; an item without its lists, a heading without its help. */
function besideWords(element: Element): readonly string[] {
  const { href, content } = element.attribs;
  return [
    ...(href === undefined ? [] : [`${textOf(element)} ${href}`.trim()]),
    ...(content === undefined ? [] : [content]),
    ...(element.name === "li" ? [textOf(without(isList, element.children))] : []),
    ...(/^h[1-6]$/.test(element.name) ? [textOf(without(isHelp, element.children))] : []),
  ];
}

/** Handbook pages have a link “About this section” in the headings of their tabs. */
function isHelp({ attribs }: Element): boolean {
  return /(^|\s)about-this-section(\s|$)/.test(attribs.class ?? "");
}

function isList({ name }: Element): boolean {
  return name === "ul" || name === "ol";
}
