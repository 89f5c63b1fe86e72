import type { ChangeRule } from "./change-rule.ts";
import type { Figure } from "./document-facts.ts";
import { TOLERANCES } from "./tolerances.ts";

/** Rows that a redesign hid from the reader look just like rows that the publisher took back, so a person decides. */
export const lostFigures: ChangeRule = {
  rule: "lost-figures",
  protects: "Figures that a redesign hides from the reader would leave the dataset unseen.",
  find: (before, now) => {
    if (before.edition !== now.edition) return [];
    return [...before.figures].flatMap(([key, figure]) => {
      const after = now.figures.get(key);
      if (after === undefined) return [`the ${figure.table} of ${figure.name} is gone`];
      return lostValues(figure, after);
    });
  },
};

function lostValues({ table, name, row }: Figure, after: Figure): string[] {
  return Object.keys(TOLERANCES[table] ?? {})
    .filter((column) => row[column] !== null && after.row[column] === null)
    .map((column) => `${table}.${column} of ${name} is gone; it was ${row[column]}`);
}
