import { isOlderEdition, isOlderPeriod } from "../against-last/edition-order.ts";
import type { VersionRule } from "./version-rule.ts";

/** The same rule as of a document against its last good copy, for a source as a whole. */
export const sourceEditionsGoBack: VersionRule = {
  rule: "editions-go-back",
  protects: "A source that falls back to an older edition would take the newer figures away.",
  find: ({ before, now }) => [
    ...(isOlderEdition(now.edition, before.edition)
      ? [`the edition is ${now.edition ?? "not told"}, and was ${before.edition} in the last version`]
      : []),
    ...[...before.periods].flatMap(([table, period]) => {
      const newest = now.periods.get(table);
      return newest !== undefined && isOlderPeriod(newest, period)
        ? [`the newest ${table} is of ${newest}, and was of ${period} in the last version`]
        : [];
    }),
  ],
};
