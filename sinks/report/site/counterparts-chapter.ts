import { addressOf } from "./addresses.ts";
import { type Child, element, link } from "./element.ts";
import { count, money, percent, periodWords, perPeriod, qualified, signed } from "./figures.ts";
import { projectionOf } from "./key-figures.ts";
import { laterFigure } from "./later-figure.ts";
import type { Listed, ListedOccupation } from "./listed.ts";
import type { Counterpart, Page } from "./page.ts";
import { countryWords, kindWords, schemeOf } from "./schemes.ts";
import { wholeWage } from "./wage-words.ts";
import { isWhole, latestOf } from "./whole.ts";

const MOST = 5;

/** The surest counterparts of the other country, each in its own currency and for its own period. */
export function counterpartFacts(page: Page, list: Listed): Child[] {
  if (page.counterparts.length === 0)
    return [element("p", {}, "No occupation of the other country matches this one well enough to be shown.")];
  return [
    element(
      "p",
      { class: "note" },
      "No publisher links the two countries. The score, from 0 to 1, says how sure our link is: half of it how the ",
      "classifications lead from one to the other, half how well the names agree. From 0.45 on, nine in ten links are right.",
    ),
    element(
      "ol",
      { class: "counterparts" },
      ...page.counterparts.slice(0, MOST).map((one) => counterpart(one, list)),
    ),
    page.counterparts.length > MOST ? others(page.counterparts.slice(MOST)) : null,
  ];
}

function counterpart(one: Counterpart, list: Listed): HTMLElement {
  const listed = list.byId.get(one.id);
  return element(
    "li",
    {},
    element("h3", {}, link(addressOf(one.id), one.title)),
    element(
      "p",
      { class: "kind" },
      `${countryWords(one.country)} · ${kindWords({ id: one.id, level: listed?.level ?? "" })} · ${sureness(one.score)}`,
    ),
    listed === undefined
      ? null
      : element(
          "dl",
          { class: "numbers" },
          ...numbersOf(listed, list).map(([term, value]) =>
            element("div", {}, element("dt", {}, term), element("dd", {}, value)),
          ),
        ),
    element(
      "p",
      { class: "note" },
      `Linked by ${one.method.replaceAll(">", " → ").replace("+titles", ", and by names")}.`,
    ),
  );
}

/** "Score 0.66: fairly sure" */
function sureness(score: number | null): string {
  if (score === null) return "published link";
  const words = score >= 0.45 ? "fairly sure" : "unsure";
  return `Score ${score.toFixed(2)}: ${words}`;
}

/** The main numbers of an occupation of another page; each leads to where it comes from. */
function numbersOf(one: ListedOccupation, list: Listed): (readonly [string, Child])[] {
  return [...payNumbers(one), ...jobsNumbers(one), ...employerNumbers(one), ...growthNumbers(one, list)];
}

function payNumbers(one: ListedOccupation): (readonly [string, Child])[] {
  const { id, currency, starter_amount, experienced_amount } = one;
  if (one.median_annual_amount !== null)
    return [median(one, "year", one.median_annual_amount, one.median_annual_reference_period)];
  if (one.median_hourly_amount !== null)
    return [median(one, "hour", one.median_hourly_amount, one.median_hourly_reference_period)];
  if (starter_amount !== null && experienced_amount !== null)
    return (["starter", "experienced"] as const).map((statistic) => [
      statistic === "starter" ? "Starters, yearly" : "Experienced, yearly",
      laterFigure(
        money(statistic === "starter" ? starter_amount : experienced_amount, currency ?? ""),
        id,
        (page) => wholeWage(page, statistic, "year"),
        "Pay as the careers service tells it",
      ),
    ]);
  return [["Pay", one.starter_qualifier === "variable" ? "varies" : "not published"]];
}

function median(one: ListedOccupation, period: "year" | "hour", amount: number, when: string | null) {
  const qualifier = period === "year" ? one.median_annual_qualifier : one.median_hourly_qualifier;
  const words = `${qualified(money(amount, one.currency ?? ""), qualifier)} ${perPeriod(period)}`;
  const what = `Median pay, ${periodWords(when)}`;
  return [what, laterFigure(words, one.id, (page) => wholeWage(page, "median", period), what)] as const;
}

function jobsNumbers({ id, jobs, jobs_year }: ListedOccupation): (readonly [string, Child])[] {
  if (jobs === null) return [];
  const pick = (page: Page) => latestOf(page.employment.filter(isWhole))[0];
  return [[`Jobs, ${jobs_year}`, laterFigure(count(jobs), id, pick, `Number of jobs, ${jobs_year}`)]];
}

function employerNumbers(one: ListedOccupation): (readonly [string, Child])[] {
  const { id, largest_employer, largest_employer_percent, largest_employer_qualifier } = one;
  if (largest_employer === null || largest_employer_percent === null) return [];
  const words = `${largest_employer}, ${qualified(percent(largest_employer_percent), largest_employer_qualifier)}`;
  const pick = (page: Page) =>
    latestOf(page.employer_shares).find(({ rank, group_title }) => rank === 1 && group_title === null);
  return [["Largest employer", laterFigure(words, id, pick, "Largest employer")]];
}

function growthNumbers(one: ListedOccupation, list: Listed): (readonly [string, Child])[] {
  const { id, change_jobs, projected_id, projected_area, base_year, target_year } = one;
  if (change_jobs === null || projected_id === null) return [];
  const whose =
    projected_id === id ? "" : ` in the wider group ${list.byId.get(projected_id)?.title ?? projected_id}`;
  const words = `${signed(change_jobs)} jobs${whose}`;
  const when = `${base_year} to ${target_year}, ${projected_area}`;
  return [[`Outlook, ${when}`, laterFigure(words, projected_id, projectionOf, `Change in jobs, ${when}`)]];
}

function others(rest: readonly Counterpart[]): HTMLElement {
  return element(
    "details",
    {},
    element("summary", {}, `${count(rest.length)} less sure`),
    element(
      "ul",
      {},
      ...rest.map(({ id, title, score }) =>
        element(
          "li",
          {},
          link(addressOf(id), title),
          ` (${schemeOf(id)}, score ${score?.toFixed(2) ?? "none"})`,
        ),
      ),
    ),
  );
}
