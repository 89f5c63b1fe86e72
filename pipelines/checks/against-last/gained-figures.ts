import type { ChangeRule } from "./change-rule.ts";

/** Publishers correct figures within an edition; new ones they bring out with the next. */
export const gainedFigures: ChangeRule = {
  rule: "gained-figures",
  protects: "A figure that comes without a new edition is mostly another table, or a row read twice.",
  find: (before, now) => {
    if (before.edition === undefined || before.edition !== now.edition) return [];
    return [...now.figures]
      .filter(([key]) => !before.figures.has(key))
      .map(([, { table, name }]) => `the ${table} of ${name} was not there before`);
  },
};
