import type { ProjectedRow, Quote } from "../../sources/us-projections/projections-extract.ts";
import { refuseWords } from "../refuse-words.ts";
import type { TableContext } from "./table.ts";
import { isNotGiven, numberOf } from "./words.ts";

/** The figures of a row as published, in thousands; `null` where none is given. */
export type Figures = {
  readonly base: number;
  readonly target: number;
  readonly change: number;
  readonly percent: number | null;
  readonly openings: number | null;
};

/** No occupation has 20 million jobs: a larger number is in persons. */
const MOST_THOUSANDS = 20_000;
const TOTAL = /-0000$/;

/** @throws DocumentError where a cell is no number, or the figures contradict each other. */
export function figuresOf({ extract }: TableContext, row: ProjectedRow): Figures {
  const number = (cell: Quote): number =>
    numberOf(cell.text) ?? refuseWords(extract, cell, "a number, in thousands");
  const optional = (cell: Quote | null) => (cell === null || isNotGiven(cell.text) ? null : number(cell));
  const figures = {
    base: number(row.base),
    target: number(row.target),
    change: number(row.change),
    percent: optional(row.percent),
    openings: optional(row.openings),
  };
  refuseContradictions(extract, row, figures);
  return figures;
}

/** Each figure is rounded to a tenth. */
const ROUNDING = 0.05;
/** Sums of binary fractions are not exact. */
const EPSILON = 1e-6;

function refuseContradictions(
  extract: TableContext["extract"],
  row: ProjectedRow,
  { base, target, change, percent }: Figures,
): void {
  for (const cell of [row.base, row.target])
    if (!TOTAL.test(row.code.text.replaceAll('"', "")) && (numberOf(cell.text) ?? 0) > MOST_THOUSANDS)
      refuseWords(extract, cell, `at most ${MOST_THOUSANDS} thousand jobs`);
  if (Math.abs(base + change - target) > 3 * ROUNDING + EPSILON)
    refuseWords(extract, row.change, `the change from ${row.base.text} to ${row.target.text}`);
  if (percent === null || base === 0) return;
  const slack = ROUNDING + (ROUNDING * (100 + Math.abs(percent))) / base;
  if (Math.abs((100 * change) / base - percent) > slack + EPSILON)
    refuseWords(extract, row.percent, `what ${row.change.text} are of ${row.base.text}, in percent`);
}
