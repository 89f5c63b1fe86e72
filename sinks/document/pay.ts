import { groupRows, pick } from "./group-rows.ts";
import type { DocumentRow } from "./select-rows.ts";

/** What the figures of an entry have in common. */
export const PAY_SHARED = [
  "area",
  "industry_id",
  "industry_title",
  "group_title",
  "group_id",
  "period",
  "reference_period",
  "currency",
];

/** What an entry says of a statistic. */
export const PAY_FIGURE = ["amount", "qualifier", "relative_error_percent"];

/**
 * Wages ready to use: one entry for each part of the workers, period and year, with the statistics by name. The whole
 * occupation comes first, the latest year before older ones, pay by year before pay by week and hour.
 *
 * @example [{ area: "US", …, period: "year", statistics: { median: { amount: 93600, qualifier: "exact", … } } }]
 */
export function groupPay(wages: readonly DocumentRow[]): readonly DocumentRow[] {
  return groupRows(wages, PAY_SHARED)
    .toSorted((one, other) => compare(rankOf(one.shared), rankOf(other.shared)))
    .map(({ shared, rows }) => ({ ...shared, statistics: statisticsOf(rows) }));
}

function statisticsOf(rows: readonly DocumentRow[]): DocumentRow {
  return Object.fromEntries(rows.map((row) => [row.statistic, pick(row, PAY_FIGURE)]));
}

const PERIODS = ["year", "week", "hour"];

function rankOf({ industry_id, group_title, reference_period, period }: DocumentRow): readonly string[] {
  const age = String(9999 - Number(String(reference_period).slice(0, 4)));
  return [String(industry_id ?? ""), String(group_title ?? ""), age, String(PERIODS.indexOf(String(period)))];
}

function compare(one: readonly string[], other: readonly string[]): number {
  const place = one.findIndex((value, index) => value !== other[index]);
  if (place === -1) return 0;
  return (one[place] ?? "") < (other[place] ?? "") ? -1 : 1;
}
