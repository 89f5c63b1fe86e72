import type { AnyNode, Element } from "domhandler";
import { isTag } from "domhandler";
import { textContent } from "domutils";
import { z } from "zod";
import { DocumentError, quoted } from "../reading/document-error.ts";
import { locatorOf } from "../reading/locator.ts";
import { parseTree } from "../reading/parse-tree.ts";
import { fold } from "../reading/text.ts";
import { textInUtf8 } from "../reading/utf8.ts";
import type { DocumentBytes, Reading, Remark } from "../source.ts";
import { profileAddress } from "./profile-address.ts";

/** What a sitemap lists: the profiles among its addresses, as often and in the order in which it lists them. */
export const sitemapExtract = z.strictObject({
  profiles: z.array(z.strictObject({ url: z.url(), at: z.string().min(1) })).min(1),
});
export type SitemapExtract = z.infer<typeof sitemapExtract>;

/** Reads a sitemap. Addresses of anything but profiles are left out; one that only looks like a profile is remarked on. */
export function readSitemap(document: DocumentBytes): Reading<SitemapExtract> {
  const remarks: Remark[] = [];
  const urlset = urlsetOf(document);
  const locations = childrenOf(urlset, "url").map((entry) => locationIn(document, entry));
  const profiles = locations.flatMap((location) => {
    const words = wordsOf(location);
    const url = profileAddress(words, document.url);
    if (url !== undefined) return [{ url, at: locatorOf(location) }];
    if (/\/job-profiles\/./.test(words))
      remarks.push({
        rule: "listed-address-not-read",
        locator: locatorOf(location),
        message: `${words} is no address of a profile.`,
      });
    return [];
  });
  if (profiles.length === 0) refuse(document, urlset, "addresses of profiles", `${locations.length} others`);
  return { extract: { profiles }, remarks };
}

/** The root of a sitemap; a list of other sitemaps (`sitemapindex`) is something else. */
function urlsetOf(document: DocumentBytes): Element {
  const root = parse(document);
  const elements = root.filter(isTag);
  const [first, ...others] = elements;
  if (first === undefined || others.length > 0 || localName(first) !== "urlset")
    throw new DocumentError({
      url: document.url,
      locator: "the whole document",
      expected: "one <urlset>",
      found: elements.map((element) => `<${element.name}>`).join(", ") || "no element",
    });
  return first;
}

function locationIn(document: DocumentBytes, entry: Element): Element {
  const [location, ...others] = childrenOf(entry, "loc");
  return location === undefined || others.length > 0 || wordsOf(location) === ""
    ? refuse(document, entry, "one <loc> with an address", quoted(wordsOf(entry)))
    : location;
}

/** Extensions have prefixes of their own (`image:loc`), so only the name as a whole counts. */
function childrenOf(parent: Element, name: string): Element[] {
  const prefix = parent.name.slice(0, -localName(parent).length);
  return parent.children.filter(
    (child: AnyNode): child is Element => isTag(child) && child.name === `${prefix}${name}`,
  );
}

/** Also the words of a CDATA section. */
function wordsOf(element: Element): string {
  return fold(textContent(element));
}

function localName({ name }: Element): string {
  return name.slice(name.indexOf(":") + 1);
}

function refuse(document: DocumentBytes, element: Element, expected: string, found: string): never {
  throw new DocumentError({ url: document.url, locator: locatorOf(element), expected, found });
}

function parse({ url, body }: DocumentBytes): AnyNode[] {
  const text = textInUtf8(url, body, "the whole document");
  return parseTree(url, text, { xmlMode: true, decodeEntities: true }).children;
}
