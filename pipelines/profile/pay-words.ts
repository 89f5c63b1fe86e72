import type { Row } from "../../transforms/model/model.ts";
import { money, NOT_PUBLISHED, periodWords, qualified } from "../text/figures.ts";
import type { Profile } from "./read-profile.ts";

type Wage = Row<"wage">;

export type LabelledLine = readonly [label: string, words: string];

/** What quick facts show; all other points of the distribution stand in a table of their own. */
const STATISTICS: Readonly<Partial<Record<Wage["statistic"], string>>> = {
  median: "Median pay",
  mean: "Mean pay",
  p10: "Lowest 10 percent",
  p90: "Highest 10 percent",
  starter: "Starters",
  experienced: "Experienced",
};

const ADVERBS = { year: "yearly", week: "weekly", hour: "hourly" } as const;

/** What the whole occupation earns, line by line; what is not published is said in words. */
export function payLines({ payBands, wages }: Profile): readonly LabelledLine[] {
  const whole = latestOf(wages.filter((wage) => wage.group_title === null && wage.industry_id === null));
  return [
    ...payBands.map(
      (band): LabelledLine => ["Pay band", `${band.text} (${periodWords(band.reference_period)})`],
    ),
    ...medianLines(wages.length > 0 && whole.length === 0, whole.toSorted(newestFirst)),
    ...inOnePeriod(
      whole.filter(({ statistic }) => statistic !== "median" && STATISTICS[statistic] !== undefined),
    )
      .toSorted(byStatistic)
      .map((wage): LabelledLine => [wageLabel(wage), distributionWords(wage)]),
  ];
}

/** The newest figure of each kind; and the newest that is a number, where the newest is not. */
export function latestOf<R extends Wage>(wages: readonly R[]): readonly R[] {
  const newest = wages.toSorted(newestFirst);
  const isFirst = (wage: R, among: readonly R[]) =>
    among.find((other) => kindOf(other) === kindOf(wage)) === wage;
  const numbers = newest.filter(({ amount }) => amount !== null);
  return wages.filter((wage) => isFirst(wage, newest) || isFirst(wage, numbers));
}

/** Of a distribution that is published by year, week and hour, the yearly one: the table has the others. */
function inOnePeriod(wages: readonly Wage[]): readonly Wage[] {
  const main = PERIODS.find((period) => wages.some((wage) => wage.period === period && wage.amount !== null));
  return wages.every((wage) => wage.statistic.startsWith("p"))
    ? wages
    : wages.filter(({ period }) => period === main);
}

function kindOf({ statistic, period, group_title, industry_id }: Wage): string {
  return JSON.stringify([statistic, period, group_title, industry_id]);
}

function medianLines(isOnlyOfParts: boolean, whole: readonly Wage[]): readonly LabelledLine[] {
  if (isOnlyOfParts) return [["Median pay", "published for parts of the occupation only: see Pay"]];
  const medians = whole.filter(({ statistic }) => statistic === "median");
  const isEditorial = whole.some(({ statistic }) => statistic === "starter");
  if (medians.length === 0) return isEditorial ? [] : [["Median pay", NOT_PUBLISHED]];
  const has = (period: Wage["period"]) => medians.some((wage) => wage.period === period);
  const lines = medians.map((wage): LabelledLine => [medianLabel(wage.period), wageWords(wage)]);
  if (!has("hour")) return has("year") ? [...lines, [medianLabel("hour"), NO_HOURLY]] : lines;
  return has("year") ? lines : [[medianLabel("year"), NO_YEARLY], ...lines];
}

const NO_YEARLY = "paid by the hour; no yearly figure is published";
const NO_HOURLY = "no hourly figure is published";

function medianLabel(period: Wage["period"]): string {
  return `Median pay, ${ADVERBS[period]}`;
}

/** "Median pay", "Lowest 10 percent", "25th percentile" */
export function wageLabel({ statistic }: Wage): string {
  return STATISTICS[statistic] ?? `${statistic.slice(1)}th percentile`;
}

/** "The lowest 10 percent earned less than $35,780, and the highest 10 percent earned more than $80,950." */
function distributionWords(wage: Wage): string {
  const bounds: Readonly<Record<string, string>> = { p10: "less than ", p90: "more than " };
  const isPlain = wage.qualifier === "exact" && wage.amount !== null;
  return (isPlain ? (bounds[wage.statistic] ?? "") : "") + wageWords(wage);
}

/** "$50,250 a year (May 2024)", "at least $239,200 a year (May 2024)", "not published (May 2024)" */
export function wageWords(wage: Wage): string {
  return `${amountWords(wage)} (${periodWords(wage.reference_period)})`;
}

/** "$50,250 a year" */
export function amountWords({ amount, currency, period, qualifier }: Wage): string {
  if (amount === null) return qualified(undefined, qualifier);
  return qualified(`${money(amount, currency)} ${period === "hour" ? "an" : "a"} ${period}`, qualifier);
}

const PERIODS = ["year", "week", "hour"];
const SHOWN = Object.keys(STATISTICS);

function byStatistic(one: Wage, other: Wage): number {
  return SHOWN.indexOf(one.statistic) - SHOWN.indexOf(other.statistic) || newestFirst(one, other);
}

function newestFirst(one: Wage, other: Wage): number {
  const [newer, older] = [other.reference_period ?? "", one.reference_period ?? ""];
  if (newer !== older) return newer < older ? -1 : 1;
  return PERIODS.indexOf(one.period) - PERIODS.indexOf(other.period);
}
