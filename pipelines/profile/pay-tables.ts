import type { Row } from "../../transforms/model/model.ts";
import { periodWords } from "../text/figures.ts";
import { textTable } from "../text/table.ts";
import { amountWords, latestOf } from "./pay-words.ts";
import type { Profile } from "./read-profile.ts";

type Wage = Row<"wage">;

const PERIODS = [
  ["year", "By the year"],
  ["week", "By the week"],
  ["hour", "By the hour"],
] as const;

const POINTS: readonly (readonly [Wage["statistic"], string])[] = [
  ["p10", "10th percentile"],
  ["p20", "20th percentile"],
  ["p25", "25th percentile"],
  ["p30", "30th percentile"],
  ["p40", "40th percentile"],
  ["median", "Median"],
  ["p60", "60th percentile"],
  ["p70", "70th percentile"],
  ["p75", "75th percentile"],
  ["p80", "80th percentile"],
  ["p90", "90th percentile"],
  ["mean", "Mean"],
];

/** Points that quick facts show already. */
const PLAIN = ["p10", "median", "p90", "starter", "experienced"];

/** The whole distribution of pay, where a survey publishes it, and the median over the years. */
export function payTables({ wages }: Profile, width: number): readonly string[] {
  const whole = wages.filter((wage) => wage.group_title === null && wage.industry_id === null);
  return [...distributionTable(whole, width), ...seriesTable(whole, width)];
}

function distributionTable(whole: readonly Wage[], width: number): string[] {
  if (whole.every(({ statistic }) => PLAIN.includes(statistic))) return [];
  const latest = latestOf(whole).filter(
    (wage, _, all) => wage.reference_period === newestPeriod(all, wage.period),
  );
  const periods = PERIODS.filter(([period]) => latest.some((wage) => wage.period === period));
  const columns = periods.map(([period, words]) => ({
    title: `${words}, ${periodWords(newestPeriod(latest, period))}`,
    align: "right" as const,
  }));
  const rows = POINTS.map(([statistic, words]) => [
    words,
    ...periods.map(([period]) => {
      const wage = latest.find((one) => one.statistic === statistic && one.period === period);
      return wage === undefined ? "" : amountWords(wage);
    }),
  ]).filter(([, ...figures]) => figures.some((figure) => figure !== ""));
  return [textTable([{ title: "Pay" }, ...columns], rows, width, "  ")];
}

function newestPeriod(wages: readonly Wage[], period: Wage["period"]): string | null {
  const years = wages
    .filter((wage) => wage.period === period)
    .map(({ reference_period }) => reference_period);
  return years.reduce((newest, year) => ((year ?? "") > (newest ?? "") ? year : newest), null);
}

function seriesTable(whole: readonly Wage[], width: number): string[] {
  const medians = whole.filter(({ statistic }) => statistic === "median");
  const years = [...new Set(medians.map(({ reference_period }) => reference_period))].sort().reverse();
  if (years.length < 2) return [];
  const periods = PERIODS.filter(([period]) => medians.some((wage) => wage.period === period));
  const rows = years.map((year) => [
    periodWords(year),
    ...periods.map(([period]) => {
      const wage = medians.find((one) => one.reference_period === year && one.period === period);
      return wage === undefined ? "" : amountWords(wage);
    }),
  ]);
  const columns = periods.map(([, title]) => ({ title, align: "right" as const }));
  return [textTable([{ title: "Median pay over the years" }, ...columns], rows, width, "  ")];
}
