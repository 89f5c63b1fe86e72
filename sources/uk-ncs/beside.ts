import type { Element } from "domhandler";
import { isTag } from "domhandler";
import { locatorOf } from "../reading/locator.ts";
import type { Page } from "../reading/page.ts";
import { textOf } from "../reading/text.ts";
import type { ProfileExtract } from "./profile-extract.ts";

const JOB_GROUP = /^(?:https?:\/\/nationalcareers\.service\.gov\.uk)?\/job-groups\/\d/;

/**
 * The link to the group of jobs. It is known by where it leads: the box around it has had several headings and wordings.
 * Links in the prose are no matter.
 */
export function jobGroupOn(page: Page): ProfileExtract["jobGroup"] {
  const links = page
    .many("a[href]")
    .filter((link) => JOB_GROUP.test(link.attribs.href ?? "") && !isInSection(link));
  const [first, ...others] = links;
  if (first === undefined) {
    for (const box of page.many(".job-profile-hero-additional"))
      page.remark("job-group-not-read", box, `“${textOf(box)}” leads to no group of jobs.`);
    return null;
  }
  for (const other of others)
    if (other.attribs.href !== first.attribs.href) page.refuse(other, "one group of jobs");
  return { href: first.attribs.href ?? "", words: textOf(first), at: locatorOf(first) };
}

function isInSection(element: Element): boolean {
  for (let node = element.parent; node !== null && isTag(node); node = node.parent)
    if (node.name === "section") return true;
  return false;
}

const RELATED_HEADING = /^Related careers$/i;

/** The profiles that the page recommends beside; one page has no such box. */
export function relatedOn(page: Page): ProfileExtract["related"] {
  const box = page.optional(".job-profile-related");
  if (box === undefined) {
    const stray = page.many("h2, h3, h4").find((heading) => RELATED_HEADING.test(textOf(heading)));
    return stray === undefined ? [] : page.refuse(stray, "a box .job-profile-related around the heading");
  }
  const heading = page.one("h2, h3, h4", box);
  if (!RELATED_HEADING.test(textOf(heading))) page.refuse(heading, "the heading “Related careers”");
  return page.oneOrMore("li", box).map((item) => {
    const link = page.one("a[href]", item);
    const title = textOf(item);
    if (title === "" || title !== textOf(link)) page.refuse(item, "a link to a profile, with its title");
    return { title, url: addressOf(page, link), at: locatorOf(link) };
  });
}

function addressOf(page: Page, link: Element): string {
  const href = (link.attribs.href ?? "").trim();
  return href !== "" && URL.canParse(href, page.url)
    ? new URL(href, page.url).href
    : page.refuse(link, "an address", `“${href}”`);
}
