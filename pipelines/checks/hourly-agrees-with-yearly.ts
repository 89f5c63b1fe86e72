import { sql } from "kysely";
import type { Check } from "./check.ts";

/** The hours of the year that the Bureau of Labor Statistics reckons with: it publishes one of the two from the other. */
const HOURS = 2_080;

/** Half a cent an hour makes 10.40 a year, and yearly pay is rounded to tens. */
const ROUNDING = 0.005 * HOURS + 5 + 1e-6;

type Pair = {
  readonly occupation_id: string;
  readonly source_id: string;
  readonly capture_id: string;
  readonly statistic: string;
  readonly reference_period: string;
  readonly hourly: number;
  readonly yearly: number;
};

/** Holds for the sources of the United States; ASHE asks different workers for the hour and for the year. */
export const hourlyAgreesWithYearly: Check = {
  rule: "hourly-agrees-with-yearly",
  protects: "Pay by the hour and by the year that are not of one job belong to two rows, or one is misread.",
  severity: "error",
  find: async (database) => {
    const { rows } = await sql<Pair>`
      SELECT occupation_id, source_id, capture_id, statistic, reference_period,
        max(iif(period = 'hour', amount, NULL)) AS hourly, max(iif(period = 'year', amount, NULL)) AS yearly
      FROM wage
      WHERE currency = 'USD' AND qualifier = 'exact' AND period IN ('hour', 'year')
      GROUP BY source_id, occupation_id, area, industry_id, group_title, statistic, reference_period
      HAVING abs(hourly * ${HOURS} - yearly) > ${ROUNDING}`.execute(database);
    return rows.map(({ occupation_id, source_id, capture_id, ...pay }) => ({
      occupation_id,
      source_id,
      capture_id,
      message: `${pay.statistic} of ${pay.reference_period}: ${pay.hourly} an hour is not ${pay.yearly} a year.`,
    }));
  },
};
