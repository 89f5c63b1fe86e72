import {
  type AsheSheet,
  type AsheWorkbook,
  STATISTICS,
  type Statistic,
} from "../../sources/uk-ashe/ashe-extract.ts";
import type { TableNumber } from "../../sources/uk-ashe/tables.ts";
import type { Fact } from "../model/model.ts";
import { provenanceAt } from "../provenance.ts";
import { type Book, cellOf, qualityOf, sheetLike } from "./book.ts";
import { figureIn, placeOf, relativeErrorIn } from "./cell-meaning.ts";
import { occupationId } from "./occupations.ts";
import { workersOf } from "./workers.ts";

/** What the amounts of a table pay for. Table 14.9 tells hours. */
const PERIOD_OF: Readonly<Record<TableNumber, "week" | "hour" | "year" | undefined>> = {
  "14.1": "week",
  "14.5": "hour",
  "14.7": "year",
  "14.9": undefined,
};

/** Pay and paid hours: median, mean and percentiles of each occupation, each with its coefficient of variation. */
export function statisticsFrom(book: Book): Fact[] {
  return book.words.estimates.flatMap((workbook) =>
    workbook.sheets.flatMap((sheet) => {
      const quality = sheetLike(sheet, qualityOf(book.words, workbook));
      return book.words.occupations.flatMap(({ code }, index) =>
        STATISTICS.map((statistic) => statisticFrom(book, workbook, sheet, quality, code, index, statistic)),
      );
    }),
  );
}

function statisticFrom(
  book: Book,
  { table }: AsheWorkbook,
  sheet: AsheSheet,
  quality: AsheSheet | undefined,
  code: string,
  index: number,
  statistic: Statistic,
): Fact {
  const estimate = cellOf(sheet, index, statistic);
  const variation = quality === undefined ? undefined : cellOf(quality, index, statistic);
  const { value, qualifier } = figureIn(estimate.cell);
  const shared = {
    occupation_id: occupationId(book, code),
    area: "UK",
    group_title: workersOf(sheet),
    statistic,
    qualifier,
    relative_error_percent: relativeErrorIn(variation),
    reference_period: book.edition.year,
    ...provenanceAt(
      book.capture,
      ...[estimate, ...(variation === undefined ? [] : [variation])].map(placeOf),
    ),
  } as const;
  const period = PERIOD_OF[table];
  if (period !== undefined)
    return {
      table: "wage",
      row: { ...shared, group_id: null, industry_id: null, period, amount: value, currency: "GBP" },
    };
  const unsaid = { low: null, high: null, detail: null, pattern: null, pattern_detail: null };
  return { table: "working_hours", row: { ...shared, value, ...unsaid } };
}
