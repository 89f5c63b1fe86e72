import { sql } from "kysely";
import type { Check } from "./check.ts";

export const sharesComplete: Check = {
  rule: "shares-complete",
  protects:
    "Shares that we compute are of all jobs that are told: where they do not make the whole, one was lost.",
  severity: "error",
  find: async (database) => {
    const rows = await database
      .selectFrom("employer_share")
      .select(["occupation_id", "source_id", "capture_id", "group_title", "reference_period"])
      .select([sql<number>`sum(percent)`.as("sum"), sql<number>`count(percent)`.as("count")])
      .where("basis", "=", "derived")
      .groupBy(["occupation_id", "area", "group_title", "reference_period"])
      // Each share is rounded to a hundredth of a percent.
      .having(
        sql<boolean>`count(percent) > 0 AND abs(sum(percent) - 100) > count(percent) * 0.005 + 0.000001`,
      )
      .execute();
    return rows.map(
      ({ occupation_id, source_id, capture_id, group_title, reference_period, sum, count }) => ({
        occupation_id,
        source_id,
        capture_id,
        message: `The ${count} shares of ${group_title ?? "all workers"} in ${reference_period} sum to ${sum.toFixed(2)} percent.`,
      }),
    );
  },
};
