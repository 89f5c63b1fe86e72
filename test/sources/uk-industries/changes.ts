import {
  sheetOf,
  swapColumns,
  type WrittenCell,
  type WrittenWorkbook,
} from "../workbooks/written-workbook.ts";
import { cases } from "./cases.ts";

export const FILE = "[employmentby4digitsoc1digitindustryatosuk20232024.xlsx]";

/** Where things stand in the sheets of the case, counted from 0. */
export const HEADER = 7;
export const FIRST = 8;
export const TOTAL = 14;

export const changed = (change: (rows: WrittenCell[][], workbook: WrittenWorkbook) => void) =>
  cases.changed("two-years", (workbook) => change(sheetOf(workbook, "2024"), workbook));

export const put = (row: number, column: number, value: WrittenCell) =>
  changed((rows) => {
    const cells = rows[row];
    if (cells === undefined) throw new Error(`There is no row ${row}.`);
    cells[column] = value;
  });

/** The rows of the table with two of their cells swapped, the header left as it is. */
export const swapBelowHeader = (rows: WrittenCell[][], one: number, other: number) =>
  swapColumns(rows.slice(FIRST, TOTAL), one, other);
