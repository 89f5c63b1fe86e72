import { sql } from "kysely";
import type { Check } from "./check.ts";

export const projectionsAddUp: Check = {
  rule: "projections-add-up",
  protects: "Jobs that do not change by the stated change are figures of two columns or of two rows.",
  severity: "error",
  find: async (database) => {
    const rows = await database
      .selectFrom("projection")
      .select(["occupation_id", "source_id", "capture_id", "group_title"])
      .select(["base_jobs", "target_jobs", "change_jobs"])
      // Base, target and change are each rounded to hundreds.
      .where(sql<boolean>`abs(base_jobs + change_jobs - target_jobs) > 150`)
      .execute();
    return rows.map(({ occupation_id, source_id, capture_id, ...figures }) => ({
      occupation_id,
      source_id,
      capture_id,
      message: `${figures.group_title ?? "All"}: ${figures.base_jobs} jobs and a change of ${figures.change_jobs} do not make ${figures.target_jobs}.`,
    }));
  },
};
