import type { Quote } from "../../sources/reading/page.ts";
import type { ProfileTable } from "../../sources/us-ooh/profile-extract.ts";
import { refuse, remark } from "../pages/page.ts";
import { dollarsOf } from "../wording/money.ts";
import type { Group, GroupNames } from "./groups.ts";
import type { PageContext } from "./page.ts";
import type { QuickFacts } from "./quick-facts.ts";
import { MEDIAN_WAGE, type MedianSentence, periodOf, sentencesOf, TOP_MEDIAN } from "./sentences.ts";

/** Wages rise from the lowest tenth to the highest, and never by orders of magnitude: a shifted decimal point would. */
export function checkSpread(
  page: PageContext,
  words: Quote,
  low: number | undefined,
  median: number,
  high: number | undefined,
): void {
  if ((low ?? median) > median || median > (high ?? median))
    refuse(page, words, `amounts below and above the median of ${median}`);
  if ((low ?? median) < 0.12 * median || (high ?? median) > 8.5 * median)
    refuse(page, words, `amounts of the same order as the median of ${median}`);
}

/** The group that a sentence about a median is about; the median of the quick facts is that of the whole. */
export function groupOfMedian(
  { parts: { subject, period, amount, year }, at }: MedianSentence,
  { pay }: QuickFacts,
  groups: GroupNames,
): Group {
  const whole = periodOf(period) === "year" ? pay.year : pay.hour;
  const isWhole = Number(year) === pay.inYear && whole !== undefined && dollarsOf(amount) === whole;
  return groups.inProse(subject, at, isWhole);
}

/** Wages in an industry are of the order of the median of the same workers: a shifted decimal point is not. */
export function checkOrder(
  page: PageContext,
  rows: readonly { readonly amount: number; readonly place: { readonly at: string; readonly raw: string } }[],
  group: Group,
  period: "year" | "hour",
  quickFacts: QuickFacts,
  groups: GroupNames,
): void {
  const own = sentencesOf(MEDIAN_WAGE, page.extract.prose.pay).find(
    (sentence) =>
      groupOfMedian(sentence, quickFacts, groups).group_title === group.group_title &&
      periodOf(sentence.parts.period) === period,
  );
  const [first] = rows;
  if (own === undefined && first !== undefined && quickFacts.pay.qualifier === "exact")
    refuse(
      page,
      { text: first.place.raw, at: first.place.at },
      "a sentence about the median of the same workers",
    );
  const stated = period === "year" ? quickFacts.pay.year : quickFacts.pay.hour;
  const median =
    own === undefined ? (group.group_title === null ? stated : undefined) : dollarsOf(own.parts.amount);
  if (median === undefined) return;
  for (const { amount, place } of rows)
    if (amount < median / 6 || amount > median * 6)
      refuse(
        page,
        { text: place.raw, at: place.at },
        `an amount of the same order as the median of ${median}`,
      );
}

/** Whose wages the survey does not ask for: farms, private households, the self-employed. */
const OUTSIDE_THE_SURVEY =
  /^self-employed|private households|crop production|animal production|aquaculture|agricultur|forestry|logging|fishing/i;

/** The industries whose wages are listed are those that the page lists as the largest employers of the same workers. */
export function checkIndustries(
  page: PageContext,
  wages: ProfileTable,
  group: Group,
  groups: GroupNames,
): void {
  const employers = page.extract.tables.filter(({ tab, introduction }) => {
    const subject = /The largest employers of (.+?) were as follows:/.exec(introduction?.text ?? "")?.[1];
    if (tab !== "work-environment" || subject === undefined) return false;
    return groups.find(subject)?.group_title === group.group_title;
  });
  const known = new Set(employers.flatMap(({ rows }) => rows.map(({ label }) => label)));
  if (known.size === 0) return;
  const paid = new Set(wages.rows.map(({ label }) => label));
  for (const label of known)
    if (!paid.has(label) && !OUTSIDE_THE_SURVEY.test(label))
      remark(page, "industry-without-wage", wages.at, `“${label}” employs, but has no wage.`);
  for (const { label, value, at } of wages.rows)
    if (!known.has(label))
      refuse(
        page,
        { text: `${label} ${value}`, at },
        `an industry of the list of largest employers (${[...known].join(" | ")})`,
      );
}

/** What Summary, Pay tab and chart say of a median is the same, of the whole occupation and of each part. */
export function checkMedians(
  page: PageContext,
  quickFacts: QuickFacts,
  medians: readonly MedianSentence[],
  groups: GroupNames,
): void {
  const { pay } = quickFacts;
  const all = [...sentencesOf(MEDIAN_WAGE, page.extract.prose.summary), ...medians];
  const stated = new Map<string, string>();
  for (const sentence of all) {
    const { period, amount, year, bound, more } = sentence.parts;
    const { group_title } = groupOfMedian(sentence, quickFacts, groups);
    if (Number(year) > pay.inYear || (Number(year) < pay.inYear && pay.qualifier !== "not-published"))
      refuse(page, sentence, `a wage of ${pay.inYear}, the year of “${pay.quote.label}”`);
    if (group_title === null && Number(year) === pay.inYear) {
      const whole = periodOf(period) === "year" ? pay.year : pay.hour;
      const isBound = bound !== "" || more !== "";
      if (whole === undefined || dollarsOf(amount) !== whole || isBound !== (pay.qualifier === "at-least"))
        refuse(page, sentence, `the median of the quick facts, “${pay.quote.value}”`);
    }
    const key = JSON.stringify([group_title, period, year]);
    const known = stated.get(key) ?? amount;
    if (known !== amount) refuse(page, sentence, `the median of ${known} that the page states elsewhere`);
    stated.set(key, amount);
  }
  checkTopMedian(page, pay);
  checkBlank(page, pay, all);
  checkChart(page, quickFacts, stated, groups);
  checkHours(page, pay);
}

function checkTopMedian(page: PageContext, pay: QuickFacts["pay"]): void {
  const { summary, pay: prose } = page.extract.prose;
  for (const sentence of sentencesOf(TOP_MEDIAN, [...summary, ...prose]))
    if (pay.qualifier !== "at-least" || dollarsOf(sentence.parts.amount) !== pay.year)
      refuse(page, sentence, `the median of the quick facts, “${pay.quote.value}”`);
}

/** Quick facts without a median are lawful where the page has no current wage at all. */
function checkBlank(page: PageContext, pay: QuickFacts["pay"], medians: readonly MedianSentence[]): void {
  if (pay.qualifier !== "not-published" || pay.quote.value !== "") return;
  const current = medians.find(({ parts }) => Number(parts.year) === pay.inYear);
  const table = page.extract.tables.find(({ tab }) => tab === "pay");
  const words = current ?? table?.introduction;
  if (words !== undefined && words !== null)
    refuse(
      page,
      { text: pay.quote.label, at: pay.quote.at },
      `a median wage, for the page says: ${words.text}`,
    );
}

/** The bars of the chart that are this page's own show the medians of the quick facts and of the prose. */
function checkChart(
  page: PageContext,
  { pay }: QuickFacts,
  stated: ReadonlyMap<string, string>,
  groups: GroupNames,
): void {
  for (const { tab, caption, bars, at: place } of page.extract.charts) {
    if (tab !== "pay") continue;
    const period = /hourly/i.test(caption) ? "hourly" : "annual";
    if (!caption.includes(`${pay.inYear}`))
      refuse(page, { text: caption, at: place }, `wages of ${pay.inYear}, the year of “${pay.quote.label}”`);
    for (const { label, value, at } of bars) {
      // Other bars are of wider groups, which the chart compares with.
      const group = groups.find(label);
      const amount = dollarsOf(value);
      if (group === undefined || amount === undefined) continue;
      const known = stated.get(JSON.stringify([group.group_title, period, `${pay.inYear}`]));
      const whole = period === "annual" ? pay.year : pay.hour;
      const expected = group.group_title === null ? whole : known === undefined ? amount : dollarsOf(known);
      const words =
        expected === undefined ? "no median, as the quick facts have none" : `a median of ${expected}`;
      if (amount !== expected) refuse(page, { text: `${label} ${value}`, at }, words);
    }
  }
}

/** The survey makes a yearly wage out of an hourly one by 2,080 hours, and rounds the two to tens and to cents. */
function checkHours(page: PageContext, pay: QuickFacts["pay"]): void {
  if (pay.year === undefined || pay.hour === undefined) return;
  if (Math.abs(pay.year - pay.hour * 2_080) > 5 + 0.005 * 2_080 + 0.1)
    refuse(
      page,
      { text: pay.quote.value, at: pay.quote.at },
      "an hourly wage that is the yearly one divided by 2,080",
    );
}
