import { DocumentError, quoted } from "../../sources/reading/document-error.ts";
import type { OewsExtract } from "../../sources/us-oews/oews-extract.ts";
import type { Fact } from "../model/model.ts";
import { provenanceAt } from "../provenance.ts";
import type { OewsEdition } from "./edition.ts";
import { placeOf, type Survey } from "./survey.ts";

type Industry = OewsExtract["industries"][number];

/** The sectors that the survey divides the nation's jobs into. 99 is its own: governments without schools and hospitals. */
const SECTORS: ReadonlySet<string> = new Set(
  "11 21 22 23 31-33 42 44-45 48-49 51 52 53 54 55 56 61 62 71 72 81 99".split(" "),
);

/** Whose workplaces are counted. Source: the descriptions of the columns, May 2021 to May 2024. */
const OWNERSHIPS: ReadonlySet<string> = new Set("1 2 3 123 235 35 5 57 58 59 1235".split(" "));

/** The survey took up the industry classification of 2022 with the edition of May 2022, that of 2017 with May 2017. */
function schemeOf({ year }: OewsEdition): string {
  return year >= 2022 ? "naics-2022" : "naics-2017";
}

/** The industries of a workbook by their place in it; null is all of them together. */
export type IndustryIds = readonly (string | null)[];

/** @throws DocumentError where the workbook is not about all industries together, or about each of the sectors */
export function industriesOf(survey: Survey): { readonly ids: IndustryIds; readonly facts: readonly Fact[] } {
  const { words } = survey;
  for (const industry of words.industries) refuseUnknown(survey, industry);
  if (words.kind === "national") return { ids: [null], facts: [] };
  const missing = [...SECTORS].filter((code) => !words.industries.some((industry) => industry.code === code));
  if (missing.length > 0)
    throw new DocumentError({
      url: words.url,
      locator: words.at,
      expected: `rows for each of the ${SECTORS.size} sectors`,
      found: `none for ${missing.join(", ")}`,
    });
  const scheme = schemeOf(survey.edition);
  return {
    ids: words.industries.map(({ code }) => `${scheme}/${code}`),
    facts: words.industries.map((industry) => industryFrom(survey, industry, scheme)),
  };
}

function industryFrom(survey: Survey, industry: Industry, scheme: string): Fact {
  const { code, title } = industry;
  return {
    table: "industry",
    row: {
      id: `${scheme}/${code}`,
      scheme,
      code,
      title,
      ...provenanceAt(
        survey.capture,
        { at: placeOf(survey, industry, "industry"), raw: null },
        { at: placeOf(survey, industry, "industryTitle"), raw: null },
      ),
    },
  };
}

function refuseUnknown(survey: Survey, industry: Industry): void {
  const { code, title, group, ownership } = industry;
  const isKnown =
    survey.words.kind === "national"
      ? /^0+$/.test(code) && title === "Cross-industry" && group === "cross-industry" && ownership === "1235"
      : SECTORS.has(code) && group === "sector" && OWNERSHIPS.has(ownership);
  if (isKnown) return;
  throw new DocumentError({
    url: survey.words.url,
    locator: placeOf(survey, industry, "industry"),
    expected:
      survey.words.kind === "national" ? "“Cross-industry”, of all owners" : "a sector, of known owners",
    found: quoted(`${code} ${title}, ${group}, ownership ${ownership}`),
  });
}
