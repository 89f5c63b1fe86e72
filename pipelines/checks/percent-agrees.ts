import type { Check } from "./check.ts";

export const percentAgrees: Check = {
  rule: "percent-agrees",
  protects:
    "A change in percent that its own jobs do not make is a figure of another row, or of another column.",
  severity: "error",
  find: async (database) => {
    const rows = await database
      .selectFrom("projection")
      .select(["occupation_id", "source_id", "capture_id", "group_title"])
      .select(["base_jobs", "change_jobs", "change_percent"])
      .where("base_jobs", "is not", null)
      .where("change_jobs", "is not", null)
      .where("change_percent", "is not", null)
      .execute();
    return rows.flatMap(({ occupation_id, source_id, capture_id, group_title, ...figures }) => {
      const [base, change, percent] = [
        figures.base_jobs ?? 0,
        figures.change_jobs ?? 0,
        figures.change_percent ?? 0,
      ];
      if (isPossible(base, change, percent)) return [];
      const message = `${group_title ?? "All"}: ${change} of ${base} jobs are not ${percent} percent.`;
      return [{ occupation_id, source_id, capture_id, message }];
    });
  },
};

/**
 * Whether some figures that round to these make the percent. Jobs end in hundreds or are whole, percents are whole or
 * have a decimal: of 300 jobs a change of 0 can be −16 percent, of 300,000 it cannot.
 */
function isPossible(base: number, change: number, percent: number): boolean {
  const half = (base % 100 === 0 && change % 100 === 0 ? 100 : 1) / 2;
  const quotients = [change - half, change + half].flatMap((jobs) =>
    [Math.max(base - half, 1), base + half].map((of) => (jobs / of) * 100),
  );
  const halfPercent = (Number.isInteger(percent) ? 1 : 0.1) / 2 + 1e-9;
  return percent >= Math.min(...quotients) - halfPercent && percent <= Math.max(...quotients) + halfPercent;
}
