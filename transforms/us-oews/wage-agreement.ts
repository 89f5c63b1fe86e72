import type { ColumnName, OewsRow } from "../../sources/us-oews/oews-extract.ts";
import { figureIn, hasDecimals } from "./figure.ts";
import { cellOf, refuse, type Survey } from "./survey.ts";
import { WAGES } from "./wages.ts";

/** The survey makes a yearly wage out of an hourly one. */
const HOURS_A_YEAR = 2_080;

/** Half of the steps in which the two are printed, ten dollars and a cent. */
const HOURLY_TOLERANCE = 5 + 0.005 * HOURS_A_YEAR + 0.01;

/**
 * What holds of the wages of every row, so that one which has moved to another column is noticed.
 *
 * @throws DocumentError naming the cell
 */
export function refuseMovedWages(survey: Survey, rows: readonly OewsRow[]): void {
  for (const row of rows) {
    for (const period of ["hour", "year"] as const) refuseUnlessRising(survey, row, period);
    refuseUnlessSameWages(survey, row);
  }
}

/** Percentiles rise, stay below the cap, and from the first “#” on are all “#”. */
function refuseUnlessRising(survey: Survey, row: OewsRow, period: "hour" | "year"): void {
  const cap = survey.edition.cap[period];
  let before = 0;
  for (const [statistic, column] of WAGES[period]) {
    const figure = wageIn(survey, row, column);
    if (
      typeof figure === "number" &&
      !hasDecimals(period === "hour" ? figure : figure / 10, period === "hour" ? 2 : 0)
    )
      refuse(
        survey,
        row,
        column,
        period === "hour" ? "dollars and cents" : "a yearly wage in tens of dollars",
      );
    if (statistic === "mean" || figure === "*") continue;
    const amount = figure === "#" ? cap : figure;
    if (amount < before) refuse(survey, row, column, `a ${statistic} of ${before} or more`);
    if (figure !== "#" && amount >= cap) refuse(survey, row, column, `“#” for ${cap} or more`);
    before = amount;
  }
}

/** Where both are printed, the wage by the year is that by the hour times 2,080, and one is “#” where the other is. */
function refuseUnlessSameWages(survey: Survey, row: OewsRow): void {
  for (const [index, [, hourColumn]] of WAGES.hour.entries()) {
    const yearColumn = WAGES.year[index]?.[1] ?? hourColumn;
    const [hour, year] = [wageIn(survey, row, hourColumn), wageIn(survey, row, yearColumn)];
    if (hour === "*" || year === "*") continue;
    const isSame =
      typeof hour === "number" && typeof year === "number"
        ? Math.abs(year - hour * HOURS_A_YEAR) <= HOURLY_TOLERANCE
        : hour === year;
    if (!isSame) refuse(survey, row, yearColumn, `the hourly wage of ${hour} by the year`);
  }
}

/** A blank cell is lawful where its period is not released; who makes facts of it knows. */
function wageIn(survey: Survey, row: OewsRow, column: ColumnName): number | "*" | "#" {
  return cellOf(row, column) === null ? "*" : figureIn(survey, row, column, ["*", "#"]);
}
