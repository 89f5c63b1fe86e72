import type { ColumnName, OewsRow } from "../../sources/us-oews/oews-extract.ts";
import { cellOf, refuse, type Survey } from "./survey.ts";

/** What a cell with a figure can hold. `**`: no estimate of jobs; `*`: none of wages; `#`: a wage at the cap or above. */
export type Figure = number | "*" | "**" | "#";

/** Some editions have figures as text. */
const NUMBER_IN_TEXT = /^\d+(?:\.\d+)?$|^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/;

/** @throws DocumentError where the cell holds anything but a figure, or a marker that has no meaning in its column */
export function figureIn<M extends Figure>(
  survey: Survey,
  row: OewsRow,
  column: ColumnName,
  markers: readonly M[],
): number | M {
  const cell = cellOf(row, column);
  const figure =
    typeof cell === "string" && NUMBER_IN_TEXT.test(cell) ? Number(cell.replaceAll(",", "")) : cell;
  if (typeof figure === "number" && Number.isFinite(figure) && figure >= 0) return figure;
  const marker = markers.find((known) => known === figure);
  return (
    marker ?? refuse(survey, row, column, `a figure or ${markers.map((known) => `“${known}”`).join(" or ")}`)
  );
}

/** Relative standard errors are percents; without an estimate there is none. */
export function errorIn(
  survey: Survey,
  row: OewsRow,
  column: "jobsError" | "meanError",
  marker: "*" | "**",
): number | null {
  const figure = figureIn(survey, row, column, [marker]);
  if (typeof figure !== "number") return null;
  if (figure > 100 || !hasDecimals(figure, 1)) refuse(survey, row, column, "a percent with one decimal");
  return figure;
}

/** Whether a number has this many decimals at most. */
export function hasDecimals(figure: number, decimals: number): boolean {
  const scaled = figure * 10 ** decimals;
  return Math.abs(scaled - Math.round(scaled)) < 1e-6;
}
