import type { ColumnName, OewsRow } from "../../sources/us-oews/oews-extract.ts";
import type { Fact, Row } from "../model/model.ts";
import { type Place, provenanceAt } from "../provenance.ts";
import { errorIn, type Figure, figureIn } from "./figure.ts";
import { cellOf, placeOf, refuse, type Survey } from "./survey.ts";

type Period = "hour" | "year";
type Statistic = "mean" | "p10" | "p25" | "median" | "p75" | "p90";

/** Where the statistics of each period stand, from the lowest wage to the highest; the mean first. */
export const WAGES: Readonly<Record<Period, readonly (readonly [Statistic, ColumnName])[]>> = {
  hour: [
    ["mean", "hourMean"],
    ["p10", "hourP10"],
    ["p25", "hourP25"],
    ["median", "hourMedian"],
    ["p75", "hourP75"],
    ["p90", "hourP90"],
  ],
  year: [
    ["mean", "yearMean"],
    ["p10", "yearP10"],
    ["p25", "yearP25"],
    ["median", "yearMedian"],
    ["p75", "yearP75"],
    ["p90", "yearP90"],
  ],
};

/**
 * Wages by hour and by year. Where the publisher releases one of the two only, there are no rows for the other: its
 * cells have “*” and mean no more than the flag says.
 */
export function wagesFrom(
  survey: Survey,
  row: OewsRow,
  occupation_id: string,
  industry_id: string | null,
): Fact[] {
  const error = errorIn(survey, row, "meanError", "*");
  return periodsOf(survey, row).flatMap((period) =>
    WAGES[period].map(([statistic, column]): Fact => {
      const figure = figureIn(survey, row, column, ["*", "#"]);
      return {
        table: "wage",
        row: {
          occupation_id,
          area: "US",
          industry_id,
          group_title: null,
          group_id: null,
          statistic,
          period,
          ...meaningOf(survey, figure, period),
          relative_error_percent: statistic === "mean" ? error : null,
          currency: "USD",
          reference_period: survey.edition.referencePeriod,
          ...provenanceAt(
            survey.capture,
            { at: placeOf(survey, row, column), raw: typeof figure === "number" ? null : figure },
            ...(statistic === "mean" ? [errorAt(survey, row, error)] : []),
          ),
        },
      };
    }),
  );
}

function errorAt(survey: Survey, row: OewsRow, error: number | null): Place {
  return { at: placeOf(survey, row, "meanError"), raw: error === null ? "*" : null };
}

function meaningOf(
  { edition }: Survey,
  figure: Figure,
  period: Period,
): Pick<Row<"wage">, "amount" | "qualifier"> {
  if (figure === "#") return { amount: edition.cap[period], qualifier: "at-least" };
  return typeof figure === "number"
    ? { amount: figure, qualifier: "exact" }
    : { amount: null, qualifier: "not-published" };
}

/** @throws DocumentError where a flag is unknown, or where cells hold wages that it says are not released */
export function periodsOf(survey: Survey, row: OewsRow): readonly Period[] {
  const isAnnualOnly = isFlagged(survey, row, "annual");
  const isHourlyOnly = isFlagged(survey, row, "hourly");
  if (isAnnualOnly && isHourlyOnly) refuse(survey, row, "hourly", "one of the two flags at most");
  if (isAnnualOnly) refuseIfReleased(survey, row, "hour");
  if (isHourlyOnly) refuseIfReleased(survey, row, "year");
  if (isAnnualOnly) return ["year"];
  return isHourlyOnly ? ["hour"] : ["hour", "year"];
}

function isFlagged(survey: Survey, row: OewsRow, column: "annual" | "hourly"): boolean {
  const cell = cellOf(row, column);
  return cell === "TRUE" || (cell === null ? false : refuse(survey, row, column, "“TRUE” or nothing"));
}

function refuseIfReleased(survey: Survey, row: OewsRow, period: Period): void {
  for (const [, column] of WAGES[period]) {
    const cell = cellOf(row, column);
    if (cell !== null && cell !== "*")
      refuse(survey, row, column, `no wage by the ${period}, as the flag in the row says`);
  }
}
