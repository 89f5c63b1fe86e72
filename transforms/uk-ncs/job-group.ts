import { decoded } from "../../sources/uk-ncs/profile-address.ts";
import type { CodeMention } from "../facts.ts";
import { provenanceOf, remark } from "../pages/page.ts";
import type { PageContext } from "./page.ts";

const GROUP = /\/job-groups\/(\d{4})\/([^/?#]+)\/?(?:[?#].*)?$/;

/**
 * The unit group of the Standard Occupational Classification that the page links to, code and title. Of which edition,
 * the page does not say.
 */
export function jobGroupFrom(page: PageContext): CodeMention[] {
  const { jobGroup } = page.extract;
  if (jobGroup === null) return [];
  const [, code, escaped = ""] = GROUP.exec(jobGroup.href) ?? [];
  const slug = decoded(escaped);
  const title = slug === undefined ? undefined : titleOf(page, jobGroup.words, slug);
  if (code === undefined || title === undefined) {
    remark(page, "job-group-not-read", jobGroup.at, `${jobGroup.href} tells no code with a title.`);
    return [];
  }
  const { locator, ...capture } = provenanceOf(page, { at: jobGroup.at, raw: null });
  return [
    {
      from_id: page.id,
      schemes: ["uk-soc-2010", "uk-soc-2020"],
      code,
      title,
      ...capture,
      locator,
      raw: `${jobGroup.words} ${jobGroup.href}`.trim(),
    },
  ];
}

/**
 * The link's words where they are the title that its address spells; otherwise ("Explore job trends for this group") the
 * words of the address. An address that ends in the profile's own name tells no title of a group.
 */
function titleOf(page: PageContext, words: string, slug: string): string | undefined {
  if (spelled(words) === spelled(slug)) return words;
  return slug === page.id.slice("uk-ncs/".length) ? undefined : slug.replaceAll("-", " ");
}

function spelled(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
