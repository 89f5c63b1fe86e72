import { DocumentError, quoted } from "../../sources/reading/document-error.ts";
import { addressWordsIn } from "../../sources/us-oews/editions.ts";
import { memberNamed } from "../../sources/us-oews/members.ts";
import type { OewsExtract } from "../../sources/us-oews/oews-extract.ts";
import { surveyCap } from "../wording/money.ts";
import { understand, wording } from "../wording/wording.ts";

/** Which edition a workbook is, and what its marker “#” stands for. */
export type OewsEdition = {
  readonly year: number;
  readonly referencePeriod: string;
  /** From these amounts on no exact wage is published. */
  readonly cap: { readonly hour: number; readonly year: number };
};

/** Editions before have other columns and other classifications of occupations. */
const FIRST_READ = 2019;

/** May 2019 and May 2020 mix answers in the 2010 SOC with answers in the 2018 SOC. */
const LAST_HYBRID = 2020;

/** The last edition whose technical notes we know the cap from; a later one must tell it. */
const LAST_KNOWN_CAP = 2024;

type Claim = { readonly says: string; readonly at: string };

/**
 * The edition as address, file name, sheet name and title tell it together.
 *
 * @throws DocumentError where two of them disagree, or where the cap is not the one of that year
 */
export function editionOf(words: OewsExtract): OewsEdition {
  const { url, file, sheet, at, title } = words;
  const claims: Claim[] = [
    { says: `${addressWordsIn(url)?.year ?? "none"}`, at: "the address" },
    { says: memberNamed(file)?.year ?? "none", at: `[${file}]` },
    { says: memberNamed(sheet)?.year ?? "none", at },
    ...(title === null ? [] : [{ says: yearIn(title.text), at: title.at }]),
  ];
  const [first] = claims;
  const other = claims.find(({ says }) => says === "none" || says !== first?.says);
  if (other !== undefined)
    throw refusal(url, other.at, `the year ${first?.says}, as ${first?.at} says`, other.says);
  const year = Number(first?.says);
  if (year < FIRST_READ) throw refusal(url, at, `an edition of May ${FIRST_READ} or later`, `May ${year}`);
  return { year, referencePeriod: `${year}-05`, cap: capOf(words, year) };
}

export function isHybrid({ year }: OewsEdition): boolean {
  return year <= LAST_HYBRID;
}

/** “May 2024 OEWS Estimates”; the survey had another name until that of May 2020. */
const TITLE = [wording(/May (?<year>\d{4}) OEW?S Estimates/, ({ year }) => year ?? "none")];

function yearIn(title: string): string {
  return understand(title, TITLE) ?? title;
}

const CAP = [
  wording(
    /# ?= ?indicates a wage equal to or greater than \$(?<hour>\d+\.\d{2}) per hour or \$(?<year>\d{3},\d{3}) per year\.?/,
    ({ hour, year }) => ({ hour: Number(hour), year: Number((year ?? "").replace(",", "")) }),
  ),
];

/** The workbook says what “#” stands for; where that is not what we know of the year, something has changed. */
function capOf({ url, at, cap }: OewsExtract, year: number): OewsEdition["cap"] {
  const known = { hour: surveyCap(year, "hour"), year: surveyCap(year, "year") };
  if (cap === null && year <= LAST_KNOWN_CAP) return known;
  if (cap === null) throw refusal(url, at, "a sheet that says what “#” stands for", "none");
  const said = understand(cap.text, CAP);
  if (said?.hour === known.hour && said.year === known.year) return known;
  throw refusal(
    url,
    cap.at,
    `that “#” is a wage of $${known.hour} an hour or $${known.year} a year, or more`,
    cap.text,
  );
}

function refusal(url: string, locator: string, expected: string, found: string): DocumentError {
  return new DocumentError({ url, locator, expected, found: quoted(found) });
}
