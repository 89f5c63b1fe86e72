import { DocumentError } from "../../sources/reading/document-error.ts";
import { editionWordsIn } from "../../sources/uk-ashe/address.ts";
import type { AsheExtract } from "../../sources/uk-ashe/ashe-extract.ts";
import { memberNamed } from "../../sources/uk-ashe/member-name.ts";
import { titleWordsOf } from "../../sources/uk-ashe/title.ts";
import { isOnlyIn, type UkSocScheme } from "../wording/uk-soc-editions.ts";

/** Which edition a document is, and in which classification its codes are. */
export type AsheEdition = {
  readonly year: string;
  readonly status: "provisional" | "revised";
  readonly scheme: UkSocScheme;
};

/** One thing that one place says of the edition. */
type Claim<T extends string> = { readonly says: T; readonly at: string };

const SCHEMES: readonly UkSocScheme[] = ["uk-soc-2010", "uk-soc-2020"];

/**
 * Edition and classification as file names, address, titles and codes tell them together. None of them is trusted alone: the
 * address says “soc2010” to this day.
 *
 * @throws DocumentError where two of them disagree, or none tells
 */
export function editionOf(words: AsheExtract): AsheEdition {
  const { url } = words;
  const address = editionWordsIn(url);
  const books = [...words.estimates, ...words.quality];
  const names = books.flatMap(({ file }) => {
    const name = memberNamed(file);
    return name === undefined ? [] : [{ ...name, at: `[${file}]` }];
  });
  const titles = books.flatMap(({ sheets }) => sheets.map(({ title }) => title));
  const year = agreed(url, "year", [
    ...titles.map(({ text, at }) => ({ says: titleWordsOf(text)?.year ?? "no year", at })),
    ...names.map(({ year, at }) => ({ says: year, at })),
    ...address.years.map((says) => ({ says, at: "the address" })),
  ]);
  const status = agreed(url, "edition, provisional or revised", [
    ...names.map(({ status, at }) => ({ says: status, at })),
    ...address.statuses.map((says) => ({ says, at: "the address" })),
  ]);
  const scheme = agreed<UkSocScheme>(url, "classification", [
    ...names.map(({ classification, at }) => ({ says: classification, at })),
    ...schemeOfYear(year),
    ...schemesOfCodes(words),
  ]);
  return { year, status, scheme };
}

function agreed<T extends string>(url: string, what: string, claims: readonly Claim<T>[]): T {
  const [first] = claims;
  const other = claims.find(({ says }) => says !== first?.says);
  if (first !== undefined && other === undefined) return first.says;
  throw new DocumentError({
    url,
    locator: other?.at ?? "the name of the file and the address",
    expected: first === undefined ? `the ${what}` : `the ${what} ${first.says}, as ${first.at} says`,
    found: other?.says ?? "nothing that says it",
  });
}

/** The revision of 2021 was the first edition in SOC 2020; the first estimates of 2021 were still in SOC 2010. */
function schemeOfYear(year: string): Claim<UkSocScheme>[] {
  if (year === "2021") return [];
  const says = Number(year) > 2021 ? "uk-soc-2020" : "uk-soc-2010";
  return [{ says, at: `the year ${year}` }];
}

/** For each edition of the classification the first code that only that one has. */
function schemesOfCodes({ occupations }: AsheExtract): Claim<UkSocScheme>[] {
  return SCHEMES.flatMap((scheme) => {
    const sign = occupations.find(({ code }) => isOnlyIn(scheme, code));
    return sign === undefined ? [] : [{ says: scheme, at: `the code ${sign.code} at ${sign.at}` }];
  });
}
