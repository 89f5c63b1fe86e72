import { quoteIn } from "../reading/quote-in.ts";
import type { Sheet } from "../reading/sheet.ts";
import type { Block } from "./blocks.ts";
import type { FigureBlock, FigureRow } from "./workbook-extract.ts";

/**
 * The figures of a block in the columns that are wanted.
 *
 * @throws DocumentError where a cell holds anything but a number
 */
export function figuresIn(sheet: Sheet, block: Block, isWanted: (words: string) => boolean): FigureBlock {
  const { title, label, rows, totalRow } = block;
  const columns = block.columns.filter(({ words }) => isWanted(words));
  const rowAt = (row: number): FigureRow => ({
    label: quoteIn(sheet, row, label.column),
    cells: columns.map(({ column }) => ({ value: numberIn(sheet, row, column), at: sheet.at(row, column) })),
  });
  return {
    title: { text: title.text, at: title.at },
    label: { text: label.text, at: label.at },
    columns: columns.map(({ words, column }) => quoteIn(sheet, label.row, column, words)),
    rows: rows.map(rowAt),
    total: rowAt(totalRow),
  };
}

function numberIn(sheet: Sheet, row: number, column: number): number {
  const value = sheet.value(row, column);
  return typeof value === "number" && Number.isFinite(value) ? value : sheet.refuse(row, column, "a number");
}
