import type { FactTable } from "../../../transforms/model/model.ts";
import type { ChangeRule } from "./change-rule.ts";
import type { DocumentFacts } from "./document-facts.ts";
import { isOlderEdition, isOlderPeriod } from "./edition-order.ts";

export const editionsGoBack: ChangeRule = {
  rule: "editions-go-back",
  protects: "An older copy served once more would take the newer figures away.",
  find: (before, now) => {
    const periods = newestPeriods(now);
    return [
      ...(isOlderEdition(now.edition, before.edition)
        ? [`the edition is ${now.edition ?? "not told"}, and was ${before.edition}`]
        : []),
      ...[...newestPeriods(before)].flatMap(([table, period]) => {
        const newest = periods.get(table);
        return newest !== undefined && isOlderPeriod(newest, period)
          ? [`the newest ${table} is of ${newest}, and was of ${period}`]
          : [];
      }),
    ];
  },
};

/** The newest period that a table of figures tells of. */
function newestPeriods({ figures }: DocumentFacts): ReadonlyMap<FactTable, string> {
  const newest = new Map<FactTable, string>();
  for (const { table, row } of figures.values()) {
    const period = row.reference_period ?? row.target_year;
    if (period === null || period === undefined) continue;
    if (isOlderPeriod(newest.get(table) ?? "", String(period))) newest.set(table, String(period));
  }
  return newest;
}
