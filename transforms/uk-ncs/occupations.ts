import { slugOf } from "../../sources/uk-ncs/profile-address.ts";
import type { Fact } from "../model/model.ts";
import { provenanceOf, refuse, remark } from "../pages/page.ts";
import { alternativeTitlesOf } from "./alternative-titles.ts";
import type { PageContext } from "./page.ts";

/** The profile itself. The page carries no date. */
export function profileFrom(page: PageContext): Fact {
  const { title, overview, url } = page.extract;
  return {
    table: "occupation",
    row: {
      id: page.id,
      scheme: "uk-ncs",
      code: page.id.slice("uk-ncs/".length),
      level: "profile",
      country: "UK",
      title: title.text,
      summary: overview.map(({ text }) => text).join(" "),
      url,
      page_date: null,
      parent_id: null,
      citation: null,
      ...provenanceOf(page, { at: title.at, raw: null }, ...overview.map(({ at }) => ({ at, raw: null }))),
    },
  };
}

/** The other titles that the page gives the job. */
export function namesFrom(page: PageContext): Fact[] {
  const words = page.extract.alternativeTitles;
  if (words === null) return [];
  return alternativeTitlesOf(words.text).map((name) => ({
    table: "occupation_name",
    row: {
      occupation_id: page.id,
      name,
      kind: "alternative",
      ...provenanceOf(page, { at: words.at, raw: null }),
    },
  }));
}

/**
 * The profiles that the page recommends beside. A link to another kind of page is remarked on; where none leads to a
 * profile, the addresses of the site have changed, and the page is refused.
 */
export function similarFrom(page: PageContext): Fact[] {
  const { related } = page.extract;
  const [first] = related;
  const slugs = related.map(({ url }) => slugOf(url));
  if (first !== undefined && slugs.every((slug) => slug === undefined))
    refuse(page, { text: first.url, at: first.at }, "the address of a profile");
  return related.flatMap(({ title, url, at }, index): Fact[] => {
    const slug = slugs[index];
    const id = `uk-ncs/${slug}`;
    if (slug === undefined || id === page.id) {
      remark(page, "similar-without-profile", at, `“${title}” leads to ${url}, which is no other profile.`);
      return [];
    }
    const provenance = provenanceOf(page, { at, raw: title });
    return [
      {
        table: "relation",
        row: {
          from_id: page.id,
          to_id: id,
          kind: "similar",
          method: "published",
          score: null,
          weight: null,
          ...provenance,
        },
      },
    ];
  });
}
