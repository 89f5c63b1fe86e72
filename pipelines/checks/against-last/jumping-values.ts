import type { ChangeRule } from "./change-rule.ts";
import type { Figure } from "./document-facts.ts";
import { isTolerated, TOLERANCES, WORDS_OF_A_LIST } from "./tolerances.ts";

/** Within an edition a figure is corrected, not made new: a jump is a misread figure, or a correction to look at. */
export const jumpingValues: ChangeRule = {
  rule: "jumping-values",
  protects: "A figure that jumps without a new edition is mostly another figure, read by mistake.",
  find: (before, now) => {
    if (before.edition !== now.edition) return [];
    return [...before.figures].flatMap(([key, figure]) => {
      const after = now.figures.get(key);
      return after === undefined ? [] : [...jumps(figure, after), ...otherWords(figure, after)];
    });
  },
};

function jumps({ table, name, row }: Figure, { row: after }: Figure): string[] {
  const isDated = !("reference_period" in row) || row.reference_period !== null;
  return Object.entries(TOLERANCES[table] ?? {}).flatMap(([column, tolerance]) => {
    const [was, is] = [row[column], after[column]];
    if (typeof was !== "number" || typeof is !== "number") return [];
    if (isTolerated(tolerance, was, is, isDated)) return [];
    return [`${table}.${column} of ${name} was ${was} and is ${is}`];
  });
}

function otherWords(figure: Figure, { row: after }: Figure): string[] {
  const { table, name, row } = figure;
  return (WORDS_OF_A_LIST[table] ?? [])
    .filter((column) => row[column] !== null && after[column] !== row[column])
    .filter((column) => column !== "qualifier" || !isFirstFigure(figure, after))
    .map(
      (column) => `${table}.${column} of ${name} was “${row[column]}” and is “${after[column] ?? "nothing"}”`,
    );
}

/** An undated figure that was never given comes at any time: "Variable" becomes an amount. */
function isFirstFigure({ table, row }: Figure, after: Figure["row"]): boolean {
  const columns = Object.keys(TOLERANCES[table] ?? {});
  const isBare = columns.every((column) => row[column] === null);
  return row.reference_period === null && isBare && columns.some((column) => after[column] !== null);
}
