import type { Quote } from "../../sources/reading/page.ts";
import type { Fact } from "../model/model.ts";
import { refuse, required } from "../pages/page.ts";
import { dollarsOf } from "../wording/money.ts";
import type { GroupNames } from "./groups.ts";
import { type PageContext, refuseUnread } from "./page.ts";
import type { QuickFacts } from "./quick-facts.ts";
import {
  HIGHEST,
  LOWEST_AND_HIGHEST,
  type MedianSentence,
  periodOf,
  type Sentence,
  SIGNS,
  sentencesOf,
} from "./sentences.ts";
import { checkSpread, groupOfMedian } from "./wage-agreement.ts";
import { type Figure, qualifierOf, referencePeriodOf, wage } from "./wage-fact.ts";

/** The wages below which the lowest tenth earn, and above which the highest: p10 and p90. */
export function tenthsFrom(
  page: PageContext,
  medians: readonly MedianSentence[],
  quickFacts: QuickFacts,
  groups: GroupNames,
): Fact[] {
  const { pay: prose } = page.extract.prose;
  const tenths = sentencesOf(LOWEST_AND_HIGHEST, prose);
  const highest = sentencesOf(HIGHEST, prose);
  refuseUnread(page, SIGNS.lowest, prose, tenths);
  refuseUnread(page, SIGNS.highest, prose, [...tenths.filter(({ parts }) => parts.high !== ""), ...highest]);
  refuseWithoutTenths(page, medians, tenths);
  return [
    ...tenths.flatMap((sentence) => lowestOf(page, sentence, medians, quickFacts, groups)),
    ...[...tenths, ...highest].flatMap((sentence) => highestOf(page, sentence, medians, quickFacts, groups)),
  ];
}

/** Every median below the survey's cap is followed by the tenths of the same workers. */
function refuseWithoutTenths(
  page: PageContext,
  medians: readonly MedianSentence[],
  tenths: readonly Sentence<"low">[],
): void {
  for (const median of medians) {
    const { bound, more } = median.parts;
    const own = tenths.filter(({ at }) => at === median.at).length;
    const needed = medians.filter(
      ({ at, parts }) => at === median.at && parts.bound === "" && parts.more === "",
    ).length;
    if (bound === "" && more === "" && own < needed)
      refuse(page, median, "the sentence about the lowest and the highest tenth after it");
  }
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
  sentence: Quote,
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
