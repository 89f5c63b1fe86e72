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
  return { pattern: new RegExp(`(?<=^|[.:!?] )${source}(?= |$)`, "g"), parts };
}

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
  `The median (?<period>annual|hourly) wage for (?<subject>.+?) was (?<bound>equal to or greater than |more than )?(?<amount>${DOLLARS}) in (?<month>[A-Z][a-z]+) (?<year>\\d{4})\\.`,
  ["period", "subject", "bound", "amount", "month", "year"],
);

export type MedianSentence = Sentence<"period" | "subject" | "bound" | "amount" | "month" | "year">;

/** "annual" and "hourly" as the model calls them. */
export function periodOf(words: string): "year" | "hour" {
  return words === "annual" ? "year" : "hour";
}

/** "Wages for physicians and surgeons are among the highest …, with a median wage equal to or greater than $239,200 per year." */
export const TOP_MEDIAN = form(
  `Wages for (?<subject>.+?) are among the highest of all occupations, with a median wage equal to or greater than (?<amount>${DOLLARS}) per year\\.`,
  ["subject", "amount"],
);

/**
 * "The lowest 10 percent earned less than $35,780, and the highest 10 percent earned more than $80,950." Where most
 * earn more than the survey's cap, the second half can be missing.
 */
export const LOWEST_AND_HIGHEST = form(
  `The lowest 10 percent earned less than (?<low>${DOLLARS})(?:, and the highest 10 percent earned (?<bound>more than|equal to or greater than) (?<high>${DOLLARS}))?\\.`,
  ["low", "bound", "high"],
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
  `(?:Despite [^.,]+, about|About) (?<openings>${COUNT}) openings for (?<subject>.+?) are projected each year, on average, over the decade\\.`,
  ["openings", "subject"],
);

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
