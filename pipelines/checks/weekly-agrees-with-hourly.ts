import { sql } from "kysely";
import type { Check } from "./check.ts";

/** Of 1,541 pairs of means in the 2024 edition none is further apart than half a percent. */
const TOLERATED_SHARE = 0.02;

type Pair = {
  readonly occupation_id: string;
  readonly source_id: string;
  readonly capture_id: string;
  readonly hourly: number;
  readonly weekly: number;
  readonly hours: number;
};

/** Means only: a median week is not worked by whoever earns the median hour. */
export const weeklyAgreesWithHourly: Check = {
  rule: "weekly-agrees-with-hourly",
  protects:
    "Mean pay of a week that mean hours do not make is of another group of workers, or of another table.",
  severity: "warning",
  find: async (database) => {
    const { rows } = await sql<Pair>`
      SELECT hour.occupation_id, hour.source_id, hour.capture_id,
        hour.amount AS hourly, week.amount AS weekly, working_hours.value AS hours
      FROM wage AS hour
      JOIN wage AS week ON week.occupation_id = hour.occupation_id AND week.area = hour.area
        AND week.industry_id IS hour.industry_id AND week.group_title IS hour.group_title
        AND week.statistic = hour.statistic AND week.period = 'week' AND week.reference_period = hour.reference_period
      JOIN working_hours ON working_hours.occupation_id = hour.occupation_id AND working_hours.area = hour.area
        AND working_hours.group_title IS hour.group_title AND working_hours.statistic = hour.statistic
        AND working_hours.reference_period = hour.reference_period
      WHERE hour.source_id = 'uk-ashe' AND hour.statistic = 'mean' AND hour.period = 'hour'
        AND abs(week.amount - hour.amount * working_hours.value) > week.amount * ${TOLERATED_SHARE}`.execute(
      database,
    );
    return rows.map(({ occupation_id, source_id, capture_id, hourly, weekly, hours }) => ({
      occupation_id,
      source_id,
      capture_id,
      message: `Mean pay is ${hourly} an hour for ${hours} hours, and ${weekly} a week.`,
    }));
  },
};
