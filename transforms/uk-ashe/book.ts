import type { Remark } from "../../sources/source.ts";
import type {
  AsheCell,
  AsheExtract,
  AsheSheet,
  AsheWorkbook,
  ColumnName,
} from "../../sources/uk-ashe/ashe-extract.ts";
import { COLUMNS } from "../../sources/uk-ashe/ashe-extract.ts";
import type { CaptureReference } from "../facts.ts";
import type { AsheEdition } from "./edition.ts";

/** One edition while its facts are made. */
export type Book = {
  readonly words: AsheExtract;
  readonly edition: AsheEdition;
  readonly capture: CaptureReference;
  readonly remarks: Remark[];
};

/** A cell and its place. */
export type PlacedCell = { readonly cell: AsheCell; readonly at: string };

/** The cell of one occupation, by its index in the extract. */
export function cellOf(sheet: AsheSheet, index: number, column: ColumnName): PlacedCell {
  const position = COLUMNS.indexOf(column);
  const cell = sheet.cells[index]?.[position];
  if (cell === undefined) throw new Error(`${sheet.at} has no cell ${column} of its row ${index}.`);
  return { cell, at: `${sheet.at}!${sheet.letters[position]}${sheet.rows[index]}` };
}

/** The sheet of the same name in another workbook. */
export function sheetLike(sheet: AsheSheet, book: AsheWorkbook | undefined): AsheSheet | undefined {
  return book?.sheets.find(({ name }) => name === sheet.name);
}

/** The coefficients of variation of a workbook of estimates, where they are published. */
export function qualityOf(words: AsheExtract, { table }: AsheWorkbook): AsheWorkbook | undefined {
  return words.quality.find((book) => book.table === table);
}
