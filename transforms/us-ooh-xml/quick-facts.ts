import type { FiguresExtract, XmlElement } from "../../sources/us-ooh-xml/compilation-extract.ts";
import {
  CATEGORIES_OF_PROFILES,
  expectedCategory,
  isCategory,
  type Need,
  OUTLOOKS,
  SEE_HOW,
} from "../wording/bls-categories.ts";
import { dollarsOf } from "../wording/money.ts";
import { understand, wording } from "../wording/wording.ts";
import { type OccupationContext, refuse, required } from "./context.ts";

/** A median wage; no amount where none is published. */
export type MedianWage = {
  readonly amount: number | null;
  readonly qualifier: "exact" | "at-least" | "not-published";
};

export type QuickFacts = {
  readonly year: MedianWage;
  readonly hour: MedianWage;
  readonly education: string;
  readonly experience: string;
  readonly training: string;
  readonly jobs: number;
  readonly percent: number;
  readonly outlook: string;
  readonly change: number;
};

/** A top-coded wage has no value; the figure stands in the note alone. */
const NOTES = {
  year: [wording(/This wage is equal to or greater than (?<amount>\$[\d,.]+) per year\.?/, amountIn)],
  hour: [wording(/This wage is equal to or greater than (?<amount>\$[\d,.]+) per hour\.?/, amountIn)],
};

function amountIn({ amount = "" }: Readonly<Record<string, string>>): number | undefined {
  return dollarsOf(amount);
}

/** Understands the quick facts, which are numbers here, and words on the page. */
export function quickFactsFrom(context: OccupationContext, figures: FiguresExtract): QuickFacts {
  const { payAnnual, payHourly, education, experience, training, jobs, outlook, change } = figures;
  const whole = (element: XmlElement) => required(context, element, "a whole number", wholeOf(element.text));
  const facts = {
    year: medianFrom(context, payAnnual, "year"),
    hour: medianFrom(context, payHourly, "hour"),
    education: categoryFrom(context, education, "education"),
    experience: categoryFrom(context, experience, "experience"),
    training: categoryFrom(context, training, "training"),
    jobs: whole(jobs.value),
    percent: whole(outlook.value),
    outlook: outlookFrom(context, outlook),
    change: whole(change),
  };
  if (facts.jobs < 0) refuse(context, jobs.value, "a number of jobs");
  if (!isOfNewJobs(jobs.newJobs.text, facts.change))
    refuse(context, jobs.newJobs, `the range of ${facts.change} new jobs`);
  return facts;
}

/** "81680", "-4500"; `undefined` for anything else. */
export function wholeOf(words: string): number | undefined {
  return /^(?:0|-?[1-9]\d{0,8})$/.test(words) ? Number(words) : undefined;
}

/** "39.27", "81680"; `undefined` for anything else. */
export function amountOf(words: string): number | undefined {
  return /^[1-9]\d{0,6}(?:\.\d{1,2})?$/.test(words) ? Number(words) : undefined;
}

function medianFrom(
  context: OccupationContext,
  { value, note }: { readonly value: XmlElement; readonly note: XmlElement },
  period: "year" | "hour",
): MedianWage {
  if (note.text !== "") {
    const amount = required(
      context,
      note,
      "a note on a top-coded wage",
      understand(note.text, NOTES[period]),
    );
    return value.text === ""
      ? { amount, qualifier: "at-least" }
      : refuse(context, value, "nothing beside a note");
  }
  if (value.text === "") return { amount: null, qualifier: "not-published" };
  const amount = period === "year" ? wholeOf(value.text) : amountOf(value.text);
  return { amount: required(context, value, "an amount", amount), qualifier: "exact" };
}

/** What the page words as "See How to Become One" is empty here. */
function categoryFrom(context: OccupationContext, element: XmlElement, need: Need): string {
  if (element.text === "") return SEE_HOW;
  const known = CATEGORIES_OF_PROFILES[need];
  return isCategory(element.text, known)
    ? element.text
    : refuse(context, element, `nothing, or ${expectedCategory(known)}`);
}

function outlookFrom(context: OccupationContext, { description, range }: FiguresExtract["outlook"]): string {
  for (const words of [description, range])
    if (!OUTLOOKS.has(words.text)) refuse(context, words, `one of ${[...OUTLOOKS.keys()].join(", ")}`);
  return description.text === range.text ? description.text : refuse(context, range, description.text);
}

/** `qf_number_of_jobs/range` is the range of the change in jobs, not of the jobs. */
function isOfNewJobs(words: string, change: number): boolean {
  if (words === "Declining") return change < 0;
  const [, low = "", high = ""] = /^([\d,]+) (?:to ([\d,]+)|or more)$/.exec(words) ?? [];
  const bound = (digits: string) => Number(digits.replaceAll(",", ""));
  return low !== "" && change >= bound(low) && (high === "" || change <= bound(high));
}
