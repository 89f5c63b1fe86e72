import { refuse, remark, required } from "../pages/page.ts";
import {
  CATEGORIES_OF_PROFILES,
  expectedCategory,
  isCategory,
  type Need,
  OUTLOOKS,
} from "../wording/bls-categories.ts";
import { countOf, signedCountOf } from "../wording/count.ts";
import { dollarsOf } from "../wording/money.ts";
import { spanOf } from "../wording/period.ts";
import { understand, wording } from "../wording/wording.ts";
import type { PageContext } from "./page.ts";

/** A label and its value, and the row that holds both. */
type QuickFact = { readonly label: string; readonly value: string; readonly at: string };

/** A median wage as the quick facts word it. `undefined` amounts are not published. */
export type MedianPay = {
  readonly year: number | undefined;
  readonly hour: number | undefined;
  readonly qualifier: "exact" | "at-least" | "not-published";
};

export type QuickFacts = {
  readonly pay: MedianPay & { readonly inYear: number; readonly quote: QuickFact };
  readonly education: QuickFact;
  readonly experience: QuickFact;
  readonly training: QuickFact;
  readonly jobs: { readonly count: number; readonly inYear: number; readonly quote: QuickFact };
  readonly outlook: {
    readonly percent: number;
    readonly words: string;
    readonly base: number;
    readonly target: number;
    readonly quote: QuickFact;
  };
  readonly change: { readonly count: number; readonly quote: QuickFact };
};

const MEDIAN_PAY = [
  wording(/(?<year>\$[\d,.]+) per year (?<hour>\$[\d,.]+) per hour/, (words) => pay(words, "exact")),
  wording(/(?<year>\$[\d,.]+) per year/, (words) => pay(words, "exact")),
  wording(/(?<hour>\$[\d,.]+) per hour/, (words) => pay(words, "exact")),
  wording(
    /This wage is equal to or greater than (?<year>\$[\d,.]+) per year or (?<hour>\$[\d,.]+) per hour\.?/,
    (words) => pay(words, "at-least"),
  ),
  wording(/This wage is equal to or greater than (?<year>\$[\d,.]+) per year\.?/, (words) =>
    pay(words, "at-least"),
  ),
  wording(/This wage is equal to or greater than (?<hour>\$[\d,.]+) per hour\.?/, (words) =>
    pay(words, "at-least"),
  ),
  wording(/The annual wage is not available\./, () => ({
    year: undefined,
    hour: undefined,
    qualifier: "not-published" as const,
  })),
  wording(/(?:)/, () => ({ year: undefined, hour: undefined, qualifier: "not-published" as const })),
];

function pay(
  words: Readonly<Record<string, string>>,
  qualifier: "exact" | "at-least",
): MedianPay | undefined {
  const year = words.year === undefined ? undefined : dollarsOf(words.year);
  const hour = words.hour === undefined ? undefined : dollarsOf(words.hour);
  const isWhole =
    (words.year === undefined || year !== undefined) && (words.hour === undefined || hour !== undefined);
  return isWhole ? { year, hour, qualifier } : undefined;
}

const LABELS = {
  pay: /^(\d{4}) Median Pay$/,
  education: /^Typical Entry-Level Education$/,
  experience: /^Work Experience in a Related Occupation$/,
  training: /^On-the-job Training$/,
  jobs: /^Number of Jobs, (\d{4})$/,
  outlook: /^Job Outlook, (\d{4}[–-]\d{2,4})$/,
  change: /^Employment Change, (\d{4}[–-]\d{2,4})$/,
};

type Label = keyof typeof LABELS;

/** Understands the quick facts; each of the seven must be there once, in any order. */
export function quickFactsFrom(page: PageContext): QuickFacts | undefined {
  const rows = page.extract.quickFacts;
  if (rows === null) return undefined;
  remarkOnUnknown(page, rows);
  const fact = (label: Label) => find(page, rows, label);
  return {
    pay: medianPayFrom(page, fact("pay")),
    education: category(page, fact("education"), "education"),
    experience: category(page, fact("experience"), "experience"),
    training: category(page, fact("training"), "training"),
    jobs: jobsFrom(page, fact("jobs")),
    outlook: outlookFrom(page, fact("outlook")),
    change: changeFrom(page, fact("change"), fact("outlook")),
  };
}

function remarkOnUnknown(page: PageContext, rows: readonly QuickFact[]): void {
  for (const { label, value, at } of rows)
    if (!Object.values(LABELS).some((pattern) => pattern.test(label)))
      remark(page, "new-quick-fact", at, `The quick fact “${label}” (“${value}”) is not read.`);
}

function find(page: PageContext, rows: readonly QuickFact[], label: Label): QuickFact {
  const found = rows.filter((row) => LABELS[label].test(row.label));
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const labels = rows.map((row) => row.label).join(" | ");
  return refuse(page, { text: labels, at: "#quickfacts" }, `one quick fact labelled ${LABELS[label].source}`);
}

function value(fact: QuickFact) {
  return { text: fact.value, at: fact.at };
}

function category(page: PageContext, fact: QuickFact, need: Need): QuickFact {
  const known = CATEGORIES_OF_PROFILES[need];
  return isCategory(fact.value, known) ? fact : refuse(page, value(fact), expectedCategory(known));
}

function medianPayFrom(page: PageContext, quote: QuickFact): QuickFacts["pay"] {
  const meant = required(page, value(quote), "a median wage", understand(quote.value, MEDIAN_PAY));
  return { ...meant, inYear: Number(LABELS.pay.exec(quote.label)?.[1]), quote };
}

function jobsFrom(page: PageContext, quote: QuickFact): QuickFacts["jobs"] {
  const count = required(page, value(quote), "a number of jobs", countOf(quote.value));
  return { count, inYear: Number(LABELS.jobs.exec(quote.label)?.[1]), quote };
}

function outlookFrom(page: PageContext, quote: QuickFact): QuickFacts["outlook"] {
  const [, percent = "", words = ""] = /^([-−–]?\d{1,3})% \(([^()]+)\)$/.exec(quote.value) ?? [];
  const [lowest, highest] = required(
    page,
    value(quote),
    "a percent and the publisher's words for it",
    OUTLOOKS.get(words),
  );
  const span = spanOf(LABELS.outlook.exec(quote.label)?.[1] ?? "");
  const years = required(page, { text: quote.label, at: quote.at }, "the years of the projection", span);
  const growth = required(page, value(quote), "a percent", signedCountOf(percent));
  if (growth < lowest || growth > highest)
    refuse(page, value(quote), `a percent that “${words}” can stand beside`);
  return { percent: growth, words, ...years, quote };
}

function changeFrom(page: PageContext, quote: QuickFact, outlook: QuickFact): QuickFacts["change"] {
  const years = LABELS.change.exec(quote.label)?.[1];
  const outlookYears = LABELS.outlook.exec(outlook.label)?.[1];
  if (years !== outlookYears) refuse(page, { text: quote.label, at: quote.at }, `the years ${outlookYears}`);
  return { count: required(page, value(quote), "a change in jobs", signedCountOf(quote.value)), quote };
}
