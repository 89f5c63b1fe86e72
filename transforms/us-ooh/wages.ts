import type { ProfileTable } from "../../sources/us-ooh/profile-extract.ts";
import type { Fact, Row } from "../model/model.ts";
import { amountOf, dollarsOf, surveyCap } from "../wording/money.ts";
import { monthOfYear } from "../wording/period.ts";
import { ALL, type Group, type GroupNames } from "./groups.ts";
import { industryOf } from "./industries.ts";
import { type PageContext, provenanceOf, refuse, remark, required } from "./page.ts";
import type { QuickFacts } from "./quick-facts.ts";
import {
  LOWEST_AND_HIGHEST,
  MEDIAN_WAGE,
  type MedianSentence,
  periodOf,
  sentencesOf,
  WAGES_BY_INDUSTRY,
  WAGES_BY_OCCUPATION,
} from "./sentences.ts";
import { checkIndustries, checkMedians, checkSpread } from "./wage-agreement.ts";

type Wage = Row<"wage">;
type Place = { readonly at: string; readonly raw: string };
type Words = { readonly text: string; readonly at: string };

/** What a wage says, without whose it is and where it was read. */
type Figure = Pick<
  Wage,
  "industry_id" | "statistic" | "period" | "amount" | "qualifier" | "reference_period"
>;

/** All wages of a page: medians, the lowest and highest tenth, by industry, by detailed occupation. */
export function wagesFrom(page: PageContext, quickFacts: QuickFacts, groups: GroupNames): Fact[] {
  const medians = sentencesOf(MEDIAN_WAGE, page.extract.prose.pay);
  const month = monthOfSurvey(page, quickFacts);
  checkMedians(page, quickFacts, medians, groups);
  return [
    ...quickFactMedians(page, quickFacts, month),
    ...medians.flatMap((sentence) => proseMedian(page, sentence, quickFacts, groups)),
    ...percentiles(page, medians, groups),
    ...page.extract.tables
      .filter((table) => table.tab === "pay")
      .flatMap((table) => wagesOfTable(page, table, groups)),
  ];
}

function wage(page: PageContext, group: Group, figure: Figure, ...places: readonly Place[]): Fact {
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

/** The month of the survey, which the quick facts leave out; the chart beside the wages and the prose have it. */
function monthOfSurvey(page: PageContext, { pay }: QuickFacts): { period: string; place: Place | undefined } {
  const chart = page.extract.charts.find(({ tab }) => tab === "pay");
  const words = [
    ...(chart === undefined ? [] : [{ text: chart.caption, at: chart.bars[0]?.at ?? "#tab-5" }]),
    ...page.extract.prose.pay,
  ];
  for (const { text, at } of words) {
    const [raw, month] = new RegExp(`\\b([A-Z][a-z]+) ${pay.inYear}\\b`).exec(text) ?? [];
    const period = month === undefined ? undefined : monthOfYear(month, `${pay.inYear}`);
    if (period !== undefined && raw !== undefined) return { period, place: { at, raw } };
  }
  return { period: `${pay.inYear}`, place: undefined };
}

/** The median of the whole occupation, by year and by hour; where none is published, rows that say so. */
function quickFactMedians(
  page: PageContext,
  { pay }: QuickFacts,
  month: ReturnType<typeof monthOfSurvey>,
): Fact[] {
  const { at, label, value } = pay.quote;
  const places = [
    { at, raw: `${label} ${value}`.trim() },
    ...(month.place === undefined ? [] : [month.place]),
  ];
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
  { pay }: QuickFacts,
  groups: GroupNames,
): Fact[] {
  const group = groups.inProse(sentence.parts.subject, sentence.at);
  if (group.group_title === null && Number(sentence.parts.year) === pay.inYear) return [];
  const amount = required(page, sentence, "an amount in dollars", dollarsOf(sentence.parts.amount));
  const figure = {
    industry_id: null,
    statistic: "median" as const,
    period: periodOf(sentence.parts.period),
    amount,
    qualifier: sentence.parts.bound === "" ? ("exact" as const) : ("at-least" as const),
    reference_period: referencePeriodOf(page, sentence, sentence.parts),
  };
  return [wage(page, group, figure, { at: sentence.at, raw: sentence.text })];
}

/** The tenth that earns least and the tenth that earns most of those whose median stands before. */
function percentiles(page: PageContext, medians: readonly MedianSentence[], groups: GroupNames): Fact[] {
  return sentencesOf(LOWEST_AND_HIGHEST, page.extract.prose.pay).flatMap((sentence) => {
    const median = medians.findLast(
      ({ order: [paragraph, offset] }) => paragraph === sentence.order[0] && offset < sentence.order[1],
    );
    if (median === undefined)
      return refuse(page, sentence, "the sentence about the median before it, in the same paragraph");
    const group = groups.inProse(median.parts.subject, median.at);
    const period = periodOf(median.parts.period);
    const low = required(page, sentence, "an amount in dollars", dollarsOf(sentence.parts.low));
    const high = dollarsOf(sentence.parts.high);
    checkSpread(page, sentence, low, dollarsOf(median.parts.amount) ?? 0, high);
    const places = [
      { at: sentence.at, raw: sentence.text },
      { at: median.at, raw: median.text },
    ];
    const reference_period = referencePeriodOf(page, median, median.parts);
    const figure = { industry_id: null, period, reference_period };
    const lowest = { ...figure, statistic: "p10" as const, amount: low, qualifier: "exact" as const };
    if (high === undefined) return [wage(page, group, lowest, ...places)];
    const isCapped =
      sentence.parts.bound !== "more than" || high >= surveyCap(Number(median.parts.year), period);
    const qualifier = isCapped ? ("at-least" as const) : ("exact" as const);
    const highest = { ...figure, statistic: "p90" as const, amount: high, qualifier };
    return [wage(page, group, lowest, ...places), wage(page, group, highest, ...places)];
  });
}

function wagesOfTable(page: PageContext, table: ProfileTable, groups: GroupNames): Fact[] {
  const introduction = table.introduction === null ? [] : [table.introduction];
  const [byIndustry] = sentencesOf(WAGES_BY_INDUSTRY, introduction);
  const [byOccupation] = sentencesOf(WAGES_BY_OCCUPATION, introduction);
  const sentence = byIndustry ?? byOccupation;
  if (sentence === undefined) {
    const words = table.introduction?.text ?? "no sentence";
    remark(page, "table-not-understood", table.at, `A table after “${words}” is left to the prose.`);
    return [];
  }
  const group = groups.inProse(sentence.parts.subject, sentence.at);
  const figure = {
    statistic: /^mean/i.test(sentence.parts.statistic) ? ("mean" as const) : ("median" as const),
    period: periodOf(sentence.parts.period),
    reference_period: referencePeriodOf(page, sentence, sentence.parts),
  };
  const rows = amountsOf(page, table);
  if (byIndustry === undefined)
    return rows.map(({ row, amount, qualifier, place }) =>
      wage(page, groups.inTable(row.label), { ...figure, industry_id: null, amount, qualifier }, place),
    );
  checkIndustries(page, table, group, groups);
  return rows.flatMap(({ row, amount, qualifier, place }) => {
    const { id, fact } = industryOf(page, row.label, row.at);
    return [fact, wage(page, group, { ...figure, industry_id: id, amount, qualifier }, place)];
  });
}

/** "$60,750", "56,520", "$239,200 or more", "This wage is equal to or greater than $239,200 per year." */
const AMOUNT_CELL =
  /^(?<bound>(?:This wage is )?equal to or greater than )?(?<sign>\$?)(?<number>[\d,.]*\d)(?<more> or more)?(?: per (?:year|hour))?\.?$/i;

/** The amounts of a table: from the largest down, the first one with a dollar sign. */
function amountsOf(page: PageContext, table: ProfileTable) {
  let above = Number.POSITIVE_INFINITY;
  return table.rows.map((row, index) => {
    const words = { text: `${row.label} ${row.value}`, at: row.at };
    const { sign, number, bound, more } = AMOUNT_CELL.exec(row.value)?.groups ?? {};
    const amount = required(
      page,
      words,
      "an amount in dollars",
      number === undefined ? undefined : amountOf(number),
    );
    if ((sign === "$") !== (index === 0))
      refuse(page, words, "a dollar sign on the first row, and there only");
    if (amount > above) refuse(page, words, `an amount no larger than the ${above} above it`);
    if (amount < above / 8 && index > 0)
      refuse(page, words, `an amount of the same order as the ${above} above it`);
    above = amount;
    const qualifier = more === undefined && bound === undefined ? ("exact" as const) : ("at-least" as const);
    return { row, amount, qualifier, place: { at: row.at, raw: words.text } };
  });
}

function referencePeriodOf(page: PageContext, words: Words, parts: { month: string; year: string }): string {
  return required(page, words, "a month and a year", monthOfYear(parts.month, parts.year));
}
