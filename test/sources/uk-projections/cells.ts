import { sheetOf, type WrittenCell, type WrittenWorkbook } from "../workbooks/written-workbook.ts";
import { cases } from "./cases.ts";

/** The sheet that is read, and the labels of its blocks. */
export const TABLE = "Occ T2";
export const LEVELS = "Levels (000s)";
export const SHARES = "Shares (%)";
export const CHANGES = "Change (000s)";

/** The row of a label within a block, both by their words. */
export function rowOf(workbook: WrittenWorkbook, block: string, label: string): WrittenCell[] {
  const rows = sheetOf(workbook, TABLE);
  const header = rows.findIndex(([first]) => first === block);
  const row = rows.slice(header).find(([first]) => `${first}`.startsWith(label));
  if (header === -1 || row === undefined) throw new Error(`No row “${label}” below “${block}”.`);
  return row;
}

/** The workbook with some cells changed, found by the words beside and the place among the columns. */
export const withCells = (
  ...cells: readonly [block: string, label: string, column: number, value: WrittenCell][]
) =>
  cases.changed("main-tables", (workbook) => {
    for (const [block, label, column, value] of cells) rowOf(workbook, block, label)[column] = value;
  });
