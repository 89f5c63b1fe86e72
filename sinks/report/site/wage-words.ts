import { money, periodWords, perPeriod, qualified } from "./figures.ts";
import type { Page, Wage } from "./page.ts";
import { isWhole } from "./whole.ts";

const STATISTICS: Readonly<Record<string, string>> = {
  median: "Median",
  mean: "Mean",
  starter: "Starters",
  experienced: "Experienced workers",
};

/** "p10" → "10th percentile" */
export function statisticWords(statistic: string): string {
  return STATISTICS[statistic] ?? `${statistic.slice(1)}th percentile`;
}

/** "$93,600", "at least $239,200", "withheld by the publisher" */
export function amountWords({ amount, currency, qualifier }: Wage): string {
  return qualified(amount === null ? null : money(amount, currency), qualifier);
}

/** "$93,600 a year" */
export function wageWords(wage: Wage): string {
  return wage.amount === null ? amountWords(wage) : `${amountWords(wage)} ${perPeriod(wage.period)}`;
}

/** "Median pay a year, May 2024" */
export function wageTitle({
  statistic,
  period,
  reference_period,
  industry_title,
  group_title,
}: Wage): string {
  const part = [group_title, industry_title].filter((one) => one !== null).join(", ");
  const whose = part === "" ? "" : ` of ${part}`;
  return `${statisticWords(statistic)} pay ${perPeriod(period)}${whose}, ${periodWords(reference_period)}`;
}

export const PERIODS = ["year", "week", "hour"] as const;

/** Wages of the whole occupation, the newest first. */
export function wholeWages(page: Page, statistic: string, period: string): readonly Wage[] {
  return page.wages
    .filter((wage) => isWhole(wage) && wage.statistic === statistic && wage.period === period)
    .toSorted((one, other) => ((one.reference_period ?? "") < (other.reference_period ?? "") ? 1 : -1));
}

/** The newest of them, also where it says that nothing is published. */
export function wholeWage(page: Page, statistic: string, period: string): Wage | undefined {
  return wholeWages(page, statistic, period)[0];
}
