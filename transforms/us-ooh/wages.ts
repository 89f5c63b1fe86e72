import type { Fact } from "../model/model.ts";
import { refuse, required } from "../pages/page.ts";
import { dollarsOf } from "../wording/money.ts";
import { monthOfYear } from "../wording/period.ts";
import { ALL, type GroupNames } from "./groups.ts";
import { type PageContext, refuseUnread, refuseWithoutTable } from "./page.ts";
import type { QuickFacts } from "./quick-facts.ts";
import {
  MEDIAN_WAGE,
  type MedianSentence,
  periodOf,
  SIGNS,
  sentencesOf,
  WAGES_BY_INDUSTRY,
  WAGES_BY_OCCUPATION,
} from "./sentences.ts";
import { tenthsFrom } from "./tenths.ts";
import { checkMedians, groupOfMedian } from "./wage-agreement.ts";
import { type Place, qualifierOf, referencePeriodOf, wage } from "./wage-fact.ts";
import { remarkOnMissingIndustries, wagesOfTable } from "./wage-tables.ts";

/** All wages of a page: medians, the lowest and highest tenth, by industry, by detailed occupation. */
export function wagesFrom(page: PageContext, quickFacts: QuickFacts, groups: GroupNames): Fact[] {
  const { pay: prose, summary } = page.extract.prose;
  const medians = sentencesOf(MEDIAN_WAGE, prose);
  refuseUnread(page, SIGNS.medianWage, prose, medians);
  refuseUnread(page, SIGNS.medianWage, summary, sentencesOf(MEDIAN_WAGE, summary));
  if (medians.length === 0 && quickFacts.pay.qualifier === "exact")
    refuse(page, { text: "", at: "#tab-5" }, "the sentence “The median … wage for … was …”");
  const tables = page.extract.tables.filter((table) => table.tab === "pay");
  const announced = [...sentencesOf(WAGES_BY_INDUSTRY, prose), ...sentencesOf(WAGES_BY_OCCUPATION, prose)];
  refuseWithoutTable(page, announced, tables);
  checkMedians(page, quickFacts, medians, groups);
  remarkOnMissingIndustries(page, groups);
  return [
    ...quickFactMedians(page, quickFacts, monthOfSurvey(page, quickFacts, medians)),
    ...medians.flatMap((sentence) => proseMedian(page, sentence, quickFacts, groups)),
    ...tenthsFrom(page, medians, quickFacts, groups),
    ...tables.flatMap((table) => wagesOfTable(page, table, quickFacts, groups)),
  ];
}

/** The month of the survey, which the quick facts leave out: sentences about medians have it, and the chart. */
function monthOfSurvey(
  page: PageContext,
  { pay }: QuickFacts,
  medians: readonly MedianSentence[],
): { period: string; place: Place } {
  const chart = page.extract.charts.find(({ tab }) => tab === "pay");
  // Any other sentence may name a month for reasons of its own.
  const { pay: prose } = page.extract.prose;
  const announced = [...sentencesOf(WAGES_BY_INDUSTRY, prose), ...sentencesOf(WAGES_BY_OCCUPATION, prose)];
  const captions = chart === undefined ? [] : [{ text: chart.caption, at: chart.at }];
  const inSummary = sentencesOf(MEDIAN_WAGE, page.extract.prose.summary);
  const told = [...medians, ...captions, ...announced, ...inSummary].flatMap(({ text, at }) => {
    const [raw, month] = new RegExp(`\\b([A-Z][a-z]+) ${pay.inYear}\\b`).exec(text) ?? [];
    const period = month === undefined ? undefined : monthOfYear(month, `${pay.inYear}`);
    return period === undefined || raw === undefined ? [] : [{ period, place: { at, raw } }];
  });
  const [first] = told;
  if (first === undefined)
    return refuse(
      page,
      { text: pay.quote.label, at: pay.quote.at },
      "a Pay tab that tells the month of the survey",
    );
  const other = told.find(({ period }) => period !== first.period);
  if (other !== undefined)
    refuse(
      page,
      { text: other.place.raw, at: other.place.at },
      `${first.place.raw}, as elsewhere on the page`,
    );
  return first;
}

/** The median of the whole occupation, by year and by hour; where none is published, rows that say so. */
function quickFactMedians(
  page: PageContext,
  { pay }: QuickFacts,
  month: ReturnType<typeof monthOfSurvey>,
): Fact[] {
  const { at, label, value } = pay.quote;
  const places = [{ at, raw: `${label} ${value}`.trim() }, month.place];
  const median = (period: "year" | "hour", amount: number | null) =>
    wage(
      page,
      ALL,
      {
        industry_id: null,
        statistic: "median",
        period,
        amount,
        qualifier: pay.qualifier,
        reference_period: month.period,
      },
      ...places,
    );
  if (pay.qualifier === "not-published") return [median("year", null), median("hour", null)];
  return [
    ...(pay.year === undefined ? [] : [median("year", pay.year)]),
    ...(pay.hour === undefined ? [] : [median("hour", pay.hour)]),
  ];
}

/** The median of a part of the occupation, or of an earlier year. The whole's current one is a check. */
function proseMedian(
  page: PageContext,
  sentence: MedianSentence,
  quickFacts: QuickFacts,
  groups: GroupNames,
): Fact[] {
  const group = groupOfMedian(sentence, quickFacts, groups);
  if (group.group_title === null && Number(sentence.parts.year) === quickFacts.pay.inYear) return [];
  const amount = required(page, sentence, "an amount in dollars", dollarsOf(sentence.parts.amount));
  const figure = {
    industry_id: null,
    statistic: "median" as const,
    period: periodOf(sentence.parts.period),
    amount,
    qualifier: qualifierOf(sentence, amount, sentence),
    reference_period: referencePeriodOf(page, sentence, sentence.parts),
  };
  return [wage(page, group, figure, { at: sentence.at, raw: sentence.text })];
}
