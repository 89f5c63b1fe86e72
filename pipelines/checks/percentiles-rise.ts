import type { Check } from "./check.ts";

const ORDER = ["p10", "p20", "p25", "p30", "p40", "median", "p60", "p70", "p75", "p80", "p90"] as const;

export const percentilesRise: Check = {
  rule: "percentiles-rise",
  protects: "A median below the lowest tenth, or above the highest, is a misread figure.",
  severity: "error",
  find: async (database) => {
    const rows = await database
      .selectFrom("wage")
      .select(["occupation_id", "source_id", "capture_id", "group_title", "industry_id"])
      .select(["area", "period", "reference_period", "statistic", "amount"])
      .where("statistic", "in", ORDER)
      .where("amount", "is not", null)
      .execute();
    const distributions = new Map<string, typeof rows>();
    for (const row of rows) {
      const { occupation_id, area, group_title, industry_id, period, reference_period } = row;
      const key = JSON.stringify([occupation_id, area, group_title, industry_id, period, reference_period]);
      distributions.set(key, [...(distributions.get(key) ?? []), row]);
    }
    return [...distributions.values()].flatMap((distribution) => {
      const sorted = distribution.toSorted((a, b) => place(a.statistic) - place(b.statistic));
      const fallen = sorted.find((row, index) => (row.amount ?? 0) < (sorted[index - 1]?.amount ?? 0));
      if (fallen === undefined) return [];
      const { occupation_id, source_id, capture_id, statistic, amount, period } = fallen;
      const message = `${statistic} by ${period} is ${amount}, less than the percentile below it.`;
      return [{ occupation_id, source_id, capture_id, message }];
    });
  },
};

function place(statistic: string): number {
  return (ORDER as readonly string[]).indexOf(statistic);
}
