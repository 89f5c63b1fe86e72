import type { AnyNode, Element } from "domhandler";
import { z } from "zod";
import type { DocumentBytes, Remark } from "../source.ts";
import { DocumentError, quoted } from "./document-error.ts";
import { locatorOf } from "./locator.ts";
import { parseTree } from "./parse-tree.ts";
import { select } from "./selector.ts";
import { textOf } from "./text.ts";
import { textInUtf8 } from "./utf8.ts";

/** Words of a document, white space folded, and where they stand. */
export const quote = z.strictObject({ text: z.string(), at: z.string().min(1) });
export type Quote = z.infer<typeof quote>;

/**
 * An HTML page under strict reading. The verbs say how many matches are lawful; anything else refuses the page. Matches
 * that say the same word for word count once, and are remarked on.
 */
export type Page = {
  readonly url: string;
  readonly one: (selector: string, within?: Element) => Element;
  readonly optional: (selector: string, within?: Element) => Element | undefined;
  readonly many: (selector: string, within?: Element) => readonly Element[];
  readonly oneOrMore: (selector: string, within?: Element) => readonly Element[];
  readonly remark: (rule: string, node: AnyNode, message: string) => void;
  readonly refuse: (node: AnyNode, expected: string, found?: string) => never;
  readonly remarks: readonly Remark[];
};

/** @throws DocumentError where the bytes are not UTF-8. */
export function openPage(document: DocumentBytes): Page {
  const root = treeOf(document);
  const remarks: Remark[] = [];
  const many = (selector: string, within?: Element) => select(selector, within ?? root);
  const refuseCount = (
    selector: string,
    within: Element | undefined,
    expected: string,
    found: number,
  ): never => {
    const scope = within === undefined ? "" : `${locatorOf(within)} `;
    throw new DocumentError({
      url: document.url,
      locator: `${scope}${selector}`,
      expected,
      found: `${found}`,
    });
  };
  const optional = (selector: string, within?: Element) => {
    const [first, ...others] = many(selector, within);
    const different = others.filter((other) => first !== undefined && textOf(other) !== textOf(first));
    if (different.length > 0) refuseCount(selector, within, "one element", others.length + 1);
    for (const other of others)
      remarks.push({
        rule: "repeated-element",
        locator: locatorOf(other),
        message: `${selector} stands ${others.length + 1} times with the same words; the first is read.`,
      });
    return first;
  };
  return {
    url: document.url,
    many,
    optional,
    one: (selector, within) => optional(selector, within) ?? refuseCount(selector, within, "one element", 0),
    oneOrMore: (selector, within) => {
      const found = many(selector, within);
      return found.length > 0 ? found : refuseCount(selector, within, "one element or more", 0);
    },
    remark: (rule, node, message) => remarks.push({ rule, locator: locatorOf(node), message }),
    refuse: (node, expected, found = quoted(textOf(node))) => {
      throw new DocumentError({ url: document.url, locator: locatorOf(node), expected, found });
    },
    remarks,
  };
}

/**
 * The tree of a page as it was served: nothing is put in that the page leaves out.
 *
 * @throws DocumentError where the bytes are not UTF-8, or the page is too deep to be one.
 */
export function treeOf({ url, body }: DocumentBytes): AnyNode {
  const html = textInUtf8(url, body, "the whole page");
  return parseTree(url, html, { xmlMode: false, decodeEntities: true });
}

/** An element's words and place. */
export function quoteOf(element: AnyNode): Quote {
  return { text: textOf(element), at: locatorOf(element) };
}

/** The value of an attribute, and the element's place. */
export function attributeOf(element: Element, name: string): Quote {
  return { text: (element.attribs[name] ?? "").replace(/\s+/g, " ").trim(), at: locatorOf(element) };
}
