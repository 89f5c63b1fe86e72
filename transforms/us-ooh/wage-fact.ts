import type { Quote } from "../../sources/reading/page.ts";
import type { Fact, Row } from "../model/model.ts";
import { provenanceOf, refuse, required } from "../pages/page.ts";
import { surveyCap } from "../wording/money.ts";
import { monthOfYear } from "../wording/period.ts";
import type { Group } from "./groups.ts";
import type { PageContext } from "./page.ts";
import { type MedianSentence, periodOf } from "./sentences.ts";

export type Place = { readonly at: string; readonly raw: string };

/** What a wage says, without whose it is and where it was read. */
export type Figure = Pick<
  Row<"wage">,
  "industry_id" | "statistic" | "period" | "amount" | "qualifier" | "reference_period"
>;

export function wage(page: PageContext, group: Group, figure: Figure, ...places: readonly Place[]): Fact {
  // The survey rounds yearly wages to tens.
  const [place] = places;
  if (figure.period === "year" && (figure.amount ?? 0) % 10 !== 0)
    refuse(page, { text: place?.raw ?? "", at: place?.at ?? "" }, "a yearly wage in tens of dollars");
  return {
    table: "wage",
    row: {
      occupation_id: page.id,
      area: "US",
      ...group,
      ...figure,
      relative_error_percent: null,
      currency: "USD",
      ...provenanceOf(page, ...places),
    },
  };
}

export function referencePeriodOf(
  page: PageContext,
  words: Quote,
  parts: { month: string; year: string },
): string {
  return required(page, words, "a month and a year", monthOfYear(parts.month, parts.year));
}

/** At the survey's cap, "more than $239,200" says no more than "at least"; below it, the amount is the percentile. */
export function qualifierOf(
  { parts: { bound, more } }: { readonly parts: { readonly bound: string; readonly more: string } },
  amount: number,
  { parts: { year, period } }: MedianSentence,
): "exact" | "at-least" {
  const isBound = more !== "" || !["", "more than"].includes(bound.trim());
  return isBound || amount >= surveyCap(Number(year), periodOf(period)) ? "at-least" : "exact";
}
