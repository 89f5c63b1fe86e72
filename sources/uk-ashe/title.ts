import type { Sheet } from "../reading/sheet.ts";
import type { SheetName, TableNumber } from "./tables.ts";
import { isTableNumber, TABLES } from "./tables.ts";

/** What the title of a sheet says. */
export type Title = {
  readonly table: string;
  readonly isQuality: boolean;
  readonly measure: string;
  readonly sheet: SheetName;
  readonly year: string;
};

/**
 * `Table 14.7a Annual pay - Gross (£) - For all employee jobsa: United Kingdom, 2024`: the a after “jobs” is the mark of a
 * footnote. The coefficients of variation have letter b, and say so.
 */
const TITLE =
  /^Table (?<table>14\.\d{1,2})(?<part>[ab]) (?<cv>Coefficients of variation for )?(?<measure>\S.*?) - For (?<workers>all|full-time|part-time) employee jobs ?[a-z]?: United Kingdom, (?<year>20\d{2})$/;

const SHEET_OF: Readonly<Record<string, SheetName>> = {
  all: "All",
  "full-time": "Full-Time",
  "part-time": "Part-Time",
};

/** What a title says; `undefined` where it is not of the publisher's form. */
export function titleWordsOf(text: string): Title | undefined {
  const { table, part, cv, measure, workers, year } = TITLE.exec(text)?.groups ?? {};
  const sheet = SHEET_OF[workers ?? ""];
  if (table === undefined || measure === undefined || year === undefined || sheet === undefined)
    return undefined;
  const isQuality = part === "b";
  return isQuality === (cv !== undefined) ? { table, isQuality, measure, sheet, year } : undefined;
}

/** The title is the first thing that stands in a sheet. */
export function titleIn(sheet: Sheet): { readonly text: string; readonly at: string } {
  for (let row = 0; row < sheet.rowCount; row++)
    for (let column = 0; column < sheet.columnCount; column++) {
      const text = sheet.text(row, column);
      if (text !== "") return { text, at: sheet.at(row, column) };
    }
  return sheet.refuse(0, 0, "the title of the table");
}

/** `Table 14.7b Coefficients of variation for Annual pay - Gross (£) - For part-time employee jobs`, for messages. */
export function titleBeginning(table: TableNumber, isQuality: boolean, sheet: SheetName): string {
  const quality = isQuality ? "Coefficients of variation for " : "";
  return `Table ${table}${isQuality ? "b" : "a"} ${quality}${TABLES[table]} - For ${sheet.toLowerCase()} employee jobs`;
}

/** The table that a title names, where it is one that is read and measures what it should. */
export function tableOf({ table, measure }: Title): TableNumber | undefined {
  return isTableNumber(table) && TABLES[table] === measure ? table : undefined;
}
