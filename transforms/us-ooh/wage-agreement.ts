import type { ProfileTable } from "../../sources/us-ooh/profile-extract.ts";
import { dollarsOf } from "../wording/money.ts";
import type { Group, GroupNames } from "./groups.ts";
import { type PageContext, refuse } from "./page.ts";
import type { QuickFacts } from "./quick-facts.ts";
import { MEDIAN_WAGE, type MedianSentence, periodOf, sentencesOf } from "./sentences.ts";

type Words = { readonly text: string; readonly at: string };

/** Wages rise from the lowest tenth to the highest, and never by orders of magnitude: a shifted decimal point would. */
export function checkSpread(
  page: PageContext,
  words: Words,
  low: number,
  median: number,
  high: number = median,
): void {
  if (low > median || median > high) refuse(page, words, `amounts below and above the median of ${median}`);
  if (low < 0.12 * median || high > 8.5 * median)
    refuse(page, words, `amounts of the same order as the median of ${median}`);
}

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
    return groups.inProse(subject, introduction?.at ?? "").group_title === group.group_title;
  });
  const known = new Set(employers.flatMap(({ rows }) => rows.map(({ label }) => label)));
  if (known.size === 0) return;
  for (const { label, value, at } of wages.rows)
    if (!known.has(label))
      refuse(
        page,
        { text: `${label} ${value}`, at },
        `an industry of the list of largest employers (${[...known].join(" | ")})`,
      );
}

/** What Summary, prose and chart say of the whole occupation's median is what the quick facts say. */
export function checkMedians(
  page: PageContext,
  { pay }: QuickFacts,
  medians: readonly MedianSentence[],
  groups: GroupNames,
): void {
  const summary = sentencesOf(MEDIAN_WAGE, page.extract.prose.summary);
  for (const sentence of [...summary, ...medians]) {
    const { subject, period, amount, year } = sentence.parts;
    if (groups.inProse(subject, sentence.at).group_title !== null || Number(year) !== pay.inYear) continue;
    const stated = periodOf(period) === "year" ? pay.year : pay.hour;
    if (stated === undefined || dollarsOf(amount) !== stated)
      refuse(page, sentence, `the median of the quick facts, ${JSON.stringify(pay.quote.value)}`);
  }
  checkChart(page, pay);
  checkHours(page, pay);
}

function checkChart(page: PageContext, pay: QuickFacts["pay"]): void {
  const names = [
    page.extract.title.text,
    ...(page.extract.projections?.rows ?? []).slice(0, 1).map(({ title }) => title),
  ];
  const isOwn = (label: string) => names.some((name) => name.toLowerCase() === label.toLowerCase());
  for (const { tab, caption, bars } of page.extract.charts) {
    if (tab !== "pay" || !caption.includes(`${pay.inYear}`)) continue;
    for (const { label, value, at } of bars) {
      const amount = dollarsOf(value);
      if (amount === undefined || !isOwn(label)) continue;
      if (amount !== pay.year && amount !== pay.hour)
        refuse(
          page,
          { text: `${label} ${value}`, at },
          `the median of the quick facts, “${pay.quote.value}”`,
        );
    }
  }
}

/** The survey makes a yearly wage out of an hourly one by 2,080 hours. */
function checkHours(page: PageContext, pay: QuickFacts["pay"]): void {
  if (pay.year === undefined || pay.hour === undefined) return;
  if (Math.abs(pay.year / 2_080 - pay.hour) > 0.02)
    refuse(
      page,
      { text: pay.quote.value, at: pay.quote.at },
      "an hourly wage that is the yearly one divided by 2,080",
    );
}
