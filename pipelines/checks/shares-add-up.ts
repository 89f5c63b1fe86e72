import { sql } from "kysely";
import type { Check } from "./check.ts";

export const sharesAddUp: Check = {
  rule: "shares-add-up",
  protects: "Employers that together employ more than everybody are two groups taken for one.",
  severity: "error",
  find: async (database) => {
    const rows = await database
      .selectFrom("employer_share")
      .select(["occupation_id", "source_id", "capture_id", "group_title", "basis", "reference_period"])
      .select([sql<number>`sum(percent)`.as("sum"), sql<number>`count(*)`.as("count")])
      .groupBy(["occupation_id", "area", "group_title", "basis", "reference_period"])
      // Each share is rounded to a whole percent.
      .having(sql<boolean>`sum(percent) > 100 + count(*) / 2.0`)
      .execute();
    return rows.map(({ occupation_id, source_id, capture_id, group_title, sum, count }) => ({
      occupation_id,
      source_id,
      capture_id,
      message: `The ${count} shares of ${group_title ?? "all workers"} sum to ${sum} percent.`,
    }));
  },
};
