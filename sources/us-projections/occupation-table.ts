import { DocumentError } from "../reading/document-error.ts";
import type { Sheet } from "../reading/sheet.ts";
import { findTable, type SheetTable } from "../reading/sheet-table.ts";
import {
  type OptionalColumn,
  type ProjectionsLayout,
  type RequiredColumn,
  TITLE_AND_CODE,
} from "./columns.ts";
import type { Quote } from "./projections-extract.ts";

type Found = SheetTable<RequiredColumn, OptionalColumn>;

/** A table of occupations: where its columns stand, and the rows that are occupations. */
export type OccupationTable = Pick<Found, "remarks" | "headerRow"> & {
  readonly sheet: Sheet;
  readonly column: Found["column"] & { readonly title: number; readonly code: number };
  readonly rows: readonly number[];
};

/** @throws DocumentError where no layout is the sheet's; the first one's reason is told. */
export function openTable(sheet: Sheet, layouts: readonly ProjectionsLayout[]): OccupationTable {
  const found = findFirst(sheet, layouts);
  const column = { ...found.column, ...titleAndCode(sheet, found) };
  const { headerRow, remarks } = found;
  return { sheet, column, headerRow, remarks, rows: occupationRows(sheet, headerRow, column) };
}

function findFirst(sheet: Sheet, layouts: readonly ProjectionsLayout[]): Found {
  let reason: DocumentError | undefined;
  for (const layout of layouts) {
    try {
      return findTable(sheet, layout);
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error;
      reason ??= error;
    }
  }
  throw reason ?? new Error("There is no layout to look for.");
}

/** A column each, or two columns under one header. */
function titleAndCode(sheet: Sheet, { column, headerRow }: Found): { title: number; code: number } {
  if (column.title !== undefined && column.code !== undefined)
    return { title: column.title, code: column.code };
  const words = new RegExp(`^(?:${TITLE_AND_CODE.source})$`, "i");
  for (let at = 0; at < sheet.columnCount; at++)
    if (words.test(sheet.heading(headerRow, at))) return { title: at, code: at + 1 };
  return sheet.refuse(headerRow, 0, "a header over the titles and the codes of the occupations");
}

/** Every row down to the last code is an occupation; below stand notes, in the first column. */
function occupationRows(sheet: Sheet, headerRow: number, column: OccupationTable["column"]): number[] {
  const rows: number[] = [];
  const others: number[] = [];
  for (let row = headerRow + 1; row < sheet.rowCount; row++)
    if (CODE.test(sheet.text(row, column.code))) rows.push(row);
    else if (!isBlank(sheet, row, 0)) others.push(row);
  const last = rows.at(-1) ?? sheet.refuse(headerRow, column.code, "codes of occupations", "none");
  for (const row of others)
    if (row < last) sheet.refuse(row, column.code, "the code of an occupation");
    else if (!isBlank(sheet, row, column.title + 1))
      sheet.refuse(row, column.code, "the code of an occupation, or a note without figures");
  return rows;
}

function isBlank(sheet: Sheet, row: number, from: number): boolean {
  for (let at = from; at < sheet.columnCount; at++) if (sheet.text(row, at) !== "") return false;
  return true;
}

/** “13-2011”; exports write it as a formula, so that a spreadsheet makes no date of it: ="13-2011". */
const CODE = /^(?:\d{2}-\d{4}|="\d{2}-\d{4}")$/;

/** What a spreadsheet shows: it keeps 15 digits of a number. */
export function quoteAt(sheet: Sheet, row: number, column: number): Quote {
  const value = sheet.value(row, column);
  const text = typeof value === "number" ? String(Number(value.toPrecision(15))) : sheet.text(row, column);
  return { text, at: sheet.at(row, column) };
}
