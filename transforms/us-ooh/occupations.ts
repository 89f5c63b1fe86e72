import { slugOf } from "../../sources/us-ooh/profile-address.ts";
import type { Fact, Row } from "../model/model.ts";
import { provenanceOf, remark, required } from "../pages/page.ts";
import { dateOf, isoDateOf } from "../wording/period.ts";
import { isSocCode, socLevelOf } from "../wording/soc-code.ts";
import type { PageContext } from "./page.ts";

type Occupation = Row<"occupation">;

/** The profile itself. */
export function profileFrom(page: PageContext): Fact {
  const { extract } = page;
  const date = required(page, extract.date, "a date", isoDateOf(extract.date.text));
  const { lastModified } = extract;
  if (lastModified !== null && dateOf(lastModified.text) !== date)
    remark(page, "page-dates-differ", lastModified.at, `“${lastModified.text}” is not ${date}.`);
  // A page without a Summary tab has a description for search engines; the two differ where both are there.
  const description = extract.description === null ? [] : [extract.description];
  const summary = extract.summary.length > 0 ? extract.summary : description;
  return {
    table: "occupation",
    row: {
      id: page.id,
      scheme: "us-ooh",
      code: codeOf(page.id),
      level: "profile",
      country: "US",
      title: extract.title.text,
      summary: summary.map(({ text }) => text).join(" ") || null,
      url: extract.url,
      page_date: date,
      parent_id: null,
      citation: extract.citation.text,
      ...provenanceOf(
        page,
        { at: extract.title.at, raw: null },
        ...summary.map(({ at }) => ({ at, raw: null })),
        { at: extract.date.at, raw: null },
        { at: extract.citation.at, raw: null },
      ),
    },
  };
}

/** The SOC and O*NET codes that the page names, and that it covers them. */
export function coveredFrom(page: PageContext): Fact[] {
  return [...socCodes(page), ...onetCodes(page)];
}

function socCodes(page: PageContext): Fact[] {
  return (page.extract.projections?.rows ?? []).flatMap(({ code, title, at }) => {
    if (code === "—" || code === "--") return [];
    required(page, { text: code, at }, "a SOC code, or “—”", isSocCode(code) ? code : undefined);
    const raw = `${title} ${code}`;
    return covered(page, { scheme: "us-soc-2018", code, level: socLevelOf(code), title, url: null }, at, raw);
  });
}

const ONET_CODE = /\/(\d{2}-\d{4}\.\d{2})\/?$/;

function onetCodes(page: PageContext): Fact[] {
  return page.extract.onet.flatMap(({ title, url, at }) => {
    const code = ONET_CODE.exec(new URL(url).pathname)?.[1];
    if (code !== undefined)
      return covered(page, { scheme: "onet-soc", code, level: "onet", title, url }, at, title);
    remark(page, "onet-link-without-code", at, `“${title}” leads to ${url}, which names no O*NET-SOC code.`);
    return [];
  });
}

function covered(
  page: PageContext,
  own: Pick<Occupation, "scheme" | "code" | "level" | "title" | "url">,
  at: string,
  raw: string,
): Fact[] {
  const id = `${own.scheme}/${own.code}`;
  const provenance = provenanceOf(page, { at, raw });
  const blank = { country: "US", summary: null, page_date: null, parent_id: null, citation: null } as const;
  return [
    { table: "occupation", row: { id, ...own, ...blank, ...provenance } },
    relation(page.id, id, "covers", provenance),
  ];
}

/** The profiles that the page recommends beside. */
export function similarFrom(page: PageContext): Fact[] {
  return page.extract.similar.flatMap(({ title, url, at }) => {
    const slug = slugOf(url);
    if (slug !== undefined)
      return [relation(page.id, `us-ooh/${slug}`, "similar", provenanceOf(page, { at, raw: title }))];
    remark(page, "similar-without-profile", at, `“${title}” leads to ${url}, which is no profile.`);
    return [];
  });
}

function relation(
  from_id: string,
  to_id: string,
  kind: Row<"relation">["kind"],
  provenance: ReturnType<typeof provenanceOf>,
): Fact {
  const row = { from_id, to_id, kind, method: "published", score: null, weight: null, ...provenance };
  return { table: "relation", row };
}

function codeOf(id: string): string {
  return id.slice(id.indexOf("/") + 1);
}
