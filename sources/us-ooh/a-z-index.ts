import type { Element } from "domhandler";
import { z } from "zod";
import { locatorOf } from "../reading/locator.ts";
import { openPage, type Page } from "../reading/page.ts";
import { fold, textOf } from "../reading/text.ts";
import type { DocumentBytes, Reading } from "../source.ts";
import { profileAddress } from "./profile-address.ts";

const entry = z.strictObject({
  /** The name that is listed. */
  name: z.string().min(1),
  /** Address of the profile that it leads to. */
  url: z.url(),
  /** True for "Accompanist, see: Musicians and singers", false where the name is the profile's own. */
  isAlias: z.boolean(),
  at: z.string().min(1),
});

/** What the A–Z index lists: every entry that leads to a profile. */
export const indexExtract = z.strictObject({ entries: z.array(entry).min(1) });
export type IndexExtract = z.infer<typeof indexExtract>;

/** Reads the A–Z index. Links to anything but profiles are left out. */
export function readIndex(document: DocumentBytes): Reading<IndexExtract> {
  const page = openPage(document);
  const entries = page.oneOrMore("li").flatMap((item) => entriesOf(page, item));
  return { extract: { entries }, remarks: page.remarks };
}

function entriesOf(page: Page, item: Element): IndexExtract["entries"] {
  const links = page.many("a[href]", item);
  const targets = links.map((link) => profileAddress(link.attribs.href ?? "", page.url));
  if (/,\s*see:/i.test(textOf(item))) return aliasOf(page, item, targets);
  const [link, ...others] = links;
  const [url] = targets;
  if (link === undefined || url === undefined) return [];
  return others.length > 0
    ? page.refuse(item, "a name, or “name, see: profile”")
    : [{ name: textOf(link), url, isAlias: false, at: locatorOf(item) }];
}

/** The alias leads to what stands after "see:"; an alias can point at several profiles. */
function aliasOf(
  page: Page,
  item: Element,
  targets: readonly (string | undefined)[],
): IndexExtract["entries"] {
  const name = fold(textOf(item).replace(/,\s*see:.*$/i, ""));
  const at = locatorOf(item);
  const profiles = [...new Set(targets.slice(1))];
  if (profiles.length === 0 || name === "")
    page.refuse(item, "“name, see: profile”, with a link to the profile");
  return profiles.flatMap((url) => (url === undefined ? [] : [{ name, url, isAlias: true, at }]));
}
