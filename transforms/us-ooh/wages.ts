import type { ProfileTable } from "../../sources/us-ooh/profile-extract.ts";
import type { Fact, Row } from "../model/model.ts";
import { amountOf, dollarsOf, surveyCap } from "../wording/money.ts";
import { monthOfYear } from "../wording/period.ts";
import { ALL, type Group, type GroupNames } from "./groups.ts";
import { industryOf } from "./industries.ts";
import { type PageContext, provenanceOf, refuse, refuseUnread, remark, required } from "./page.ts";
import type { QuickFacts } from "./quick-facts.ts";
import {
  HIGHEST,
  LOWEST_AND_HIGHEST,
  MEDIAN_WAGE,
  type MedianSentence,
  periodOf,
  type Sentence,
  SIGNS,
  sentencesOf,
  WAGES_BY_INDUSTRY,
  WAGES_BY_OCCUPATION,
} from "./sentences.ts";
import { checkIndustries, checkMedians, checkOrder, checkSpread, groupOfMedian } from "./wage-agreement.ts";

type Wage = Row<"wage">;
type Place = { readonly at: string; readonly raw: string };
type Words = { readonly text: string; readonly at: string };

/** What all wages of a table have in common. */
type TableFigure = {
  readonly statistic: "mean" | "median";
  readonly period: "hour" | "year";
  readonly reference_period: string;
};

type AmountRow = {
  readonly row: ProfileTable["rows"][number];
  readonly amount: number;
  readonly qualifier: "exact" | "at-least";
  readonly place: Place;
};

/** What a wage says, without whose it is and where it was read. */
type Figure = Pick<
  Wage,
  "industry_id" | "statistic" | "period" | "amount" | "qualifier" | "reference_period"
>;

/** All wages of a page: medians, the lowest and highest tenth, by industry, by detailed occupation. */
export function wagesFrom(page: PageContext, quickFacts: QuickFacts, groups: GroupNames): Fact[] {
  const { pay: prose } = page.extract.prose;
  const medians = sentencesOf(MEDIAN_WAGE, prose);
  const tenths = sentencesOf(LOWEST_AND_HIGHEST, prose);
  const highest = sentencesOf(HIGHEST, prose);
  refuseUnread(page, SIGNS.medianWage, prose, medians);
  refuseUnread(page, SIGNS.lowest, prose, tenths);
  refuseUnread(page, SIGNS.highest, prose, [...tenths.filter(({ parts }) => parts.high !== ""), ...highest]);
  const month = monthOfSurvey(page, quickFacts, medians);
  checkMedians(page, quickFacts, medians, groups);
  return [
    ...quickFactMedians(page, quickFacts, month),
    ...medians.flatMap((sentence) => proseMedian(page, sentence, quickFacts, groups)),
    ...tenths.flatMap((sentence) => lowestOf(page, sentence, medians, quickFacts, groups)),
    ...[...tenths, ...highest].flatMap((sentence) => highestOf(page, sentence, medians, quickFacts, groups)),
    ...page.extract.tables
      .filter((table) => table.tab === "pay")
      .flatMap((table) => wagesOfTable(page, table, quickFacts, groups)),
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

/** The month of the survey, which the quick facts leave out: sentences about medians have it, and the chart. */
function monthOfSurvey(
  page: PageContext,
  { pay }: QuickFacts,
  medians: readonly MedianSentence[],
): { period: string; place: Place } {
  const chart = page.extract.charts.find(({ tab }) => tab === "pay");
  const captions = chart === undefined ? [] : [{ text: chart.caption, at: chart.at }];
  for (const { text, at } of [...medians, ...captions, ...page.extract.prose.pay]) {
    const [raw, month] = new RegExp(`\\b([A-Z][a-z]+) ${pay.inYear}\\b`).exec(text) ?? [];
    const period = month === undefined ? undefined : monthOfYear(month, `${pay.inYear}`);
    if (period !== undefined && raw !== undefined) return { period, place: { at, raw } };
  }
  return refuse(
    page,
    { text: pay.quote.label, at: pay.quote.at },
    "a Pay tab that tells the month of the survey",
  );
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

/** At the survey's cap, "more than $239,200" says no more than "at least"; below it, the amount is the percentile. */
function qualifierOf(
  { parts: { bound, more } }: { readonly parts: { readonly bound: string; readonly more: string } },
  amount: number,
  { parts: { year, period } }: MedianSentence,
): "exact" | "at-least" {
  const isBound = more !== "" || !["", "more than"].includes(bound.trim());
  return isBound || amount >= surveyCap(Number(year), periodOf(period)) ? "at-least" : "exact";
}

/** What the tenth that earns least earns less than. */
function lowestOf(
  page: PageContext,
  sentence: Sentence<"low" | "high">,
  medians: readonly MedianSentence[],
  quickFacts: QuickFacts,
  groups: GroupNames,
): Fact[] {
  const median = medianBefore(page, sentence, medians);
  const amount = required(page, sentence, "an amount in dollars", dollarsOf(sentence.parts.low));
  checkSpread(page, sentence, amount, dollarsOf(median.parts.amount) ?? 0, dollarsOf(sentence.parts.high));
  return [
    tenth(page, sentence, median, { statistic: "p10", amount, qualifier: "exact" }, quickFacts, groups),
  ];
}

/** What the tenth that earns most earns more than. */
function highestOf(
  page: PageContext,
  sentence: Sentence<"high" | "bound" | "more">,
  medians: readonly MedianSentence[],
  quickFacts: QuickFacts,
  groups: GroupNames,
): Fact[] {
  if (sentence.parts.high === "") return [];
  const median = medianBefore(page, sentence, medians);
  const amount = required(page, sentence, "an amount in dollars", dollarsOf(sentence.parts.high));
  checkSpread(page, sentence, undefined, dollarsOf(median.parts.amount) ?? 0, amount);
  const qualifier = qualifierOf(sentence, amount, median);
  return [tenth(page, sentence, median, { statistic: "p90", amount, qualifier }, quickFacts, groups)];
}

function tenth(
  page: PageContext,
  sentence: Words,
  median: MedianSentence,
  figure: Pick<Figure, "statistic" | "amount" | "qualifier">,
  quickFacts: QuickFacts,
  groups: GroupNames,
): Fact {
  const period = periodOf(median.parts.period);
  const reference_period = referencePeriodOf(page, median, median.parts);
  return wage(
    page,
    groupOfMedian(median, quickFacts, groups),
    { industry_id: null, period, reference_period, ...figure },
    { at: sentence.at, raw: sentence.text },
    { at: median.at, raw: median.text },
  );
}

/** Whose tenth it is, the sentence about the median before it says. */
function medianBefore(
  page: PageContext,
  sentence: Sentence<never>,
  medians: readonly MedianSentence[],
): MedianSentence {
  const [paragraph, offset] = sentence.order;
  const before = medians.findLast(({ order: [own, start] }) => own === paragraph && start < offset);
  return before ?? refuse(page, sentence, "the sentence about the median before it, in the same paragraph");
}

function wagesOfTable(
  page: PageContext,
  table: ProfileTable,
  quickFacts: QuickFacts,
  groups: GroupNames,
): Fact[] {
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
  const rows = amountsOf(page, table, figure);
  if (byIndustry === undefined)
    return rows.map(({ row, amount, qualifier, place }) =>
      wage(
        page,
        groups.inTable(row.label, row.at),
        { ...figure, industry_id: null, amount, qualifier },
        place,
      ),
    );
  checkIndustries(page, table, group, groups);
  checkOrder(page, rows, group, figure.period, quickFacts, groups);
  return rows.flatMap(({ row, amount, qualifier, place }) => {
    const { id, fact } = industryOf(page, row.label, row.at);
    return [fact, wage(page, group, { ...figure, industry_id: id, amount, qualifier }, place)];
  });
}

/** "$60,750", "56,520", "$239,200 or more", "This wage is equal to or greater than $239,200 per year." */
const AMOUNT_CELL =
  /^(?<bound>(?:This wage is )?equal to or greater than |[≥>]=? ?)?(?<sign>\$?)(?<number>[\d,.]*\d)(?<more> or more|\+)?(?: per (?:year|hour))?\.?$/i;

/** The amounts of a table: from the largest down, the dollar sign on the first one only, or on all. */
function amountsOf(
  page: PageContext,
  table: ProfileTable,
  { statistic, period, reference_period }: TableFigure,
): AmountRow[] {
  let above = Number.POSITIVE_INFINITY;
  const signs = table.rows.map(({ value }) => AMOUNT_CELL.exec(value)?.groups?.sign === "$");
  const areAllSigned = signs.every((sign) => sign);
  return table.rows.map((row, index) => {
    const words = { text: `${row.label} ${row.value}`, at: row.at };
    const { number = "", bound, more } = AMOUNT_CELL.exec(row.value)?.groups ?? {};
    const amount = required(page, words, "an amount in dollars", amountOf(number));
    if (!areAllSigned && signs[index] !== (index === 0))
      refuse(page, words, "a dollar sign on the first row, and there only");
    if (amount > above) refuse(page, words, `an amount no larger than the ${above} above it`);
    if (amount < above / 8 && index > 0)
      refuse(page, words, `an amount of the same order as the ${above} above it`);
    above = amount;
    // Means are published above the survey's cap, medians are not.
    const isCapped =
      statistic === "median" && amount >= surveyCap(Number(reference_period.slice(0, 4)), period);
    const isBound = more !== undefined || bound !== undefined || isCapped;
    const qualifier = isBound ? ("at-least" as const) : ("exact" as const);
    return { row, amount, qualifier, place: { at: row.at, raw: words.text } };
  });
}

function referencePeriodOf(page: PageContext, words: Words, parts: { month: string; year: string }): string {
  return required(page, words, "a month and a year", monthOfYear(parts.month, parts.year));
}
