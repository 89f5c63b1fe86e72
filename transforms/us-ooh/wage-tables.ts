import type { ProfileTable } from "../../sources/us-ooh/profile-extract.ts";
import type { Fact } from "../model/model.ts";
import { refuse, remark, required } from "../pages/page.ts";
import { amountOf, surveyCap } from "../wording/money.ts";
import type { GroupNames } from "./groups.ts";
import { industryOf } from "./industries.ts";
import type { PageContext } from "./page.ts";
import type { QuickFacts } from "./quick-facts.ts";
import {
  LARGEST_EMPLOYERS,
  periodOf,
  sentencesOf,
  WAGES_BY_INDUSTRY,
  WAGES_BY_OCCUPATION,
} from "./sentences.ts";
import { checkIndustries, checkOrder } from "./wage-agreement.ts";
import { type Place, referencePeriodOf, wage } from "./wage-fact.ts";

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

/** Wages by industry or by detailed occupation: the sentence before the table says which. */
export function wagesOfTable(
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
  const year = Number(sentence.parts.year);
  const { pay } = quickFacts;
  if (year > pay.inYear || (year < pay.inYear && pay.qualifier !== "not-published"))
    refuse(page, sentence, `wages of ${pay.inYear}, the year of “${pay.quote.label}”`);
  const rows = amountsOf(page, table, figure);
  if (byIndustry === undefined && figure.statistic === "median") remarkOnMissing(page, table, groups);
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

/** Workers whose largest employers are listed have their wages by industry listed, farmers and fishers apart. */
export function remarkOnMissingIndustries(page: PageContext, groups: GroupNames): void {
  const introductions = page.extract.tables.flatMap(({ introduction }) => introduction ?? []);
  const groupsOf = (sentences: readonly { parts: { subject: string }; at: string }[]) =>
    sentences.map(({ parts: { subject }, at }) => ({
      title: groups.find(subject)?.group_title,
      subject,
      at,
    }));
  const paid = groupsOf(sentencesOf(WAGES_BY_INDUSTRY, introductions)).map(({ title }) => title);
  for (const { title, subject, at } of groupsOf(sentencesOf(LARGEST_EMPLOYERS, introductions)))
    if (!paid.includes(title))
      remark(page, "no-wages-by-industry", at, `The Pay tab has no wages by industry of ${subject}.`);
}

/** Every detailed occupation of the projections table has a median of its own. */
function remarkOnMissing(page: PageContext, table: ProfileTable, groups: GroupNames): void {
  const paid = new Set(table.rows.map(({ label }) => groups.find(label)?.group_id));
  for (const { title } of page.extract.projections?.rows ?? []) {
    const group = groups.find(title);
    if (group !== undefined && group.group_id !== null && !paid.has(group.group_id))
      remark(page, "occupation-without-wage", table.at, `“${title}” has jobs, but no wage.`);
  }
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
