import { COUNT } from "../wording/count.ts";
import { DOLLARS } from "../wording/money.ts";

type Quote = { readonly text: string; readonly at: string };

/** A sentence of a known wording: its named parts, its own words, and where it stands. */
export type Sentence<Part extends string> = Quote & {
  readonly parts: Readonly<Record<Part, string>>;
  /** Place of its paragraph among the paragraphs searched, and of the sentence in it. */
  readonly order: readonly [paragraph: number, offset: number];
};

/** A wording of a sentence that states figures. */
type SentenceForm<Part extends string> = { readonly pattern: RegExp; readonly parts: readonly Part[] };

function form<const Part extends string>(source: string, parts: readonly Part[]): SentenceForm<Part> {
  return { pattern: new RegExp(`(?<=^|[.:!?][”")]? )${source}(?= |$)`, "g"), parts };
}

const AT_LEAST = "(?:equal to or greater than|greater than or equal to|at least)";

/** "Medical records specialists held about 194,800 jobs in 2024." */
export const HELD_JOBS = form(
  `(?<subject>[A-Z0-9][^.]*?) held about (?<jobs>${COUNT}) jobs in (?<year>\\d{4})\\.`,
  ["subject", "jobs", "year"],
);

/** "The largest employers of medical records specialists were as follows:" */
export const LARGEST_EMPLOYERS = form("The largest employers of (?<subject>.+?) were as follows:", [
  "subject",
]);

/** "Employment in the detailed occupations that make up drafters was distributed as follows:" */
export const DETAILED_EMPLOYMENT = form(
  "Employment in the detailed occupations that make up (?<subject>.+?) was distributed as follows:",
  ["subject"],
);

/** "The median annual wage for medical records specialists was $50,250 in May 2024." */
export const MEDIAN_WAGE = form(
  `The median (?<period>annual|hourly) wage for (?<subject>.+?) was (?<bound>${AT_LEAST} |more than )?(?<amount>${DOLLARS})(?<more> or more)? in (?<month>[A-Z][a-z]+) (?<year>\\d{4})\\.`,
  ["period", "subject", "bound", "amount", "more", "month", "year"],
);

export type MedianSentence = Sentence<"period" | "subject" | "bound" | "amount" | "more" | "month" | "year">;

/** "annual" and "hourly" as the model calls them. */
export function periodOf(words: string): "year" | "hour" {
  return words === "annual" ? "year" : "hour";
}

/** "Wages for physicians and surgeons are among the highest …, with a median wage equal to or greater than $239,200 per year." */
export const TOP_MEDIAN = form(
  `Wages for (?<subject>.+?) are among the highest of all occupations, with a median wage equal to or greater than (?<amount>${DOLLARS}) per year\\.`,
  ["subject", "amount"],
);

/** Ways to word the survey's cap. */
const BOUND = `(?:more than|${AT_LEAST})`;
const WHEN = "(?: in [A-Z][a-z]+ \\d{4})?(?: per (?:year|hour))?";

/**
 * "The lowest 10 percent earned less than $35,780, and the highest 10 percent earned more than $80,950." Where most
 * earn more than the survey's cap, the second half can be missing.
 */
export const LOWEST_AND_HIGHEST = form(
  `The lowest(?:-paid)? 10 percent(?: of workers)? earned less than (?<low>${DOLLARS})${WHEN}(?:[,;]? (?:and|while|whereas) the highest(?:-paid)? 10 percent(?: of workers)? earned (?<bound>${BOUND} )?(?<high>${DOLLARS})(?<more> or more)?${WHEN})?\\.`,
  ["low", "bound", "high", "more"],
);

/** The second half as a sentence of its own. */
export const HIGHEST = form(
  `The highest(?:-paid)? 10 percent(?: of workers)? earned (?<bound>${BOUND} )?(?<high>${DOLLARS})(?<more> or more)?${WHEN}\\.`,
  ["bound", "high", "more"],
);

/** "In May 2024, the median annual wages for … in the top industries in which they worked were as follows:" */
export const WAGES_BY_INDUSTRY = form(
  "In (?<month>[A-Z][a-z]+) (?<year>\\d{4}), the (?<statistic>median) (?<period>annual|hourly) wages for (?<subject>.+?) in the top industr(?:ies|y) in which they worked were as follows:",
  ["month", "year", "statistic", "period", "subject"],
);

/** "Median annual wages for drafters in May 2024 were as follows:"; physicians: "… but mean (average) annual wages …" */
export const WAGES_BY_OCCUPATION = {
  pattern:
    /(?<=^|[.:!?] |but )(?:The )?(?<statistic>[Mm]edian|[Mm]ean \(average\)) (?<period>annual|hourly) wages for (?<subject>.+?) in (?<month>[A-Z][a-z]+) (?<year>\d{4}) were as follows:(?= |$)/g,
  parts: ["statistic", "period", "subject", "month", "year"] as const,
};

/** "Employment of … is projected to grow 7 percent from 2024 to 2034, much faster than the average for all occupations." */
export const GROWTH = form(
  "(?:Overall e|E)mployment of (?<subject>.+?) is projected to (?:(?<direction>grow|decline) (?<percent>\\d{1,3}) percent|show (?<none>little or no change)) from (?<base>\\d{4}) to (?<target>\\d{4})(?:, [a-z ]+ than the average for all occupations|, about as fast as the average for all occupations)?\\.",
  ["subject", "direction", "percent", "none", "base", "target"],
);

/** "About 14,200 openings for … are projected each year, on average, over the decade." */
export const OPENINGS = form(
  `(?:[A-Z][^.,]{0,80}, )?(?:[Aa]bout|[Nn]early|[Mm]ore than) (?<openings>${COUNT}) openings for (?<subject>.+?) are projected each year, on average, over the decade\\.`,
  ["openings", "subject"],
);

/** Words that stand only in sentences of a form: one that is not understood must not go unnoticed. */
export const SIGNS = {
  heldJobs: /\bheld about [\d$]/g,
  medianWage: /\bmedian (?:annual|hourly) wage for\b/gi,
  lowest: /\blowest(?:-paid)? 10 percent\b/gi,
  highest: /\bhighest(?:-paid)? 10 percent\b/gi,
  openings: /\bopenings for .+? (?:is|are) projected\b/g,
  growth: /\bemployment of .+? is projected to (?:grow|decline) \d/gi,
} as const;

/** The sentences of a form in paragraphs, in order. */
export function sentencesOf<Part extends string>(
  { pattern, parts }: SentenceForm<Part>,
  paragraphs: readonly Quote[],
): Sentence<Part>[] {
  return paragraphs.flatMap(({ text, at }, paragraph) =>
    [...text.matchAll(pattern)].map((match) => ({
      text: match[0],
      at,
      order: [paragraph, match.index] as const,
      parts: Object.fromEntries(parts.map((part) => [part, match.groups?.[part] ?? ""])) as Record<
        Part,
        string
      >,
    })),
  );
}
