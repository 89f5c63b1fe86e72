import { DocumentError } from "../../sources/reading/document-error.ts";
import type { AsheExtract, AsheSheet, ColumnName } from "../../sources/uk-ashe/ashe-extract.ts";
import { ukSocParentOf } from "../wording/uk-soc-code.ts";
import { cellOf } from "./book.ts";

/** The points of a distribution, from the lowest up. */
const RISING = ["p10", "p20", "p25", "p30", "p40", "median", "p60", "p70", "p75", "p80", "p90"] as const;

/**
 * Figures that moved to another column or row contradict each other, even where the headers look the same.
 *
 * @throws DocumentError naming the cell
 */
export function refuseMovedFigures({ url, occupations, estimates }: AsheExtract): void {
  const below = new Map<string, number[]>();
  for (const [index, { code }] of occupations.entries()) {
    const parent = ukSocParentOf(code) ?? "";
    below.set(parent, [...(below.get(parent) ?? []), index]);
  }
  for (const { sheets } of estimates)
    for (const sheet of sheets)
      for (const [index, { code }] of occupations.entries()) {
        refuseUnlessRising(sheet, index, url);
        refuseUnlessSum(sheet, index, below.get(code) ?? [], url);
      }
}

function numberIn(sheet: AsheSheet, index: number, column: ColumnName) {
  const { cell, at } = cellOf(sheet, index, column);
  return typeof cell === "number" ? { value: cell, at, column } : undefined;
}

function refuseUnlessRising(sheet: AsheSheet, index: number, url: string): void {
  const points = RISING.flatMap((column) => numberIn(sheet, index, column) ?? []);
  for (const [position, point] of points.entries()) {
    const before = points[position - 1];
    if (before === undefined || before.value <= point.value) continue;
    throw new DocumentError({
      url,
      locator: point.at,
      expected: `a ${point.column} that is not below the ${before.column} (${before.value} at ${before.at})`,
      found: `${point.value}`,
    });
  }
}

/**
 * The thousands of a group are the sum of those below it, where all are told, but for rounding. Markers hide small groups,
 * so that most major groups are not checked, and most minor groups are.
 */
function refuseUnlessSum(sheet: AsheSheet, index: number, children: readonly number[], url: string): void {
  const whole = numberIn(sheet, index, "jobs");
  const parts = children.flatMap((child) => numberIn(sheet, child, "jobs") ?? []);
  if (whole === undefined || parts.length === 0 || parts.length < children.length) return;
  const sum = parts.reduce((total, { value }) => total + value, 0);
  const rounding = 0.5 * (parts.length + 1);
  if (Math.abs(sum - whole.value) <= rounding + 1e-6) return;
  throw new DocumentError({
    url,
    locator: whole.at,
    expected: `the sum of the jobs of the groups below it (${sum}), within ${rounding}`,
    found: `${whole.value}`,
  });
}
