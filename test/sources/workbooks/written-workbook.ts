import { readFileSync } from "node:fs";
import { type CellObject, utils, write } from "@e965/xlsx";
import type { DocumentBytes } from "../../../sources/source.ts";

/** A cell as a fixture writes it; `null` is blank, an error is what a formula left behind. */
export type WrittenCell = string | number | null | { readonly error: string };

/** A workbook as a fixture writes it: its sheets in their order, row by row. */
export type WrittenWorkbook = { readonly url: string; readonly sheets: Record<string, WrittenCell[][]> };

const ERROR_CODES: Readonly<Record<string, number>> = { "#REF!": 0x17, "#DIV/0!": 0x07 };

/** `workbook.json` of a case: address and cells, as text that can be reviewed. */
export function readWorkbook(path: string): WrittenWorkbook {
  return JSON.parse(readFileSync(path, "utf8")) as WrittenWorkbook;
}

/** The workbook as the publisher would serve it. */
export function documentOf({ url, sheets }: WrittenWorkbook): DocumentBytes {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => row.map(cellOf))), name);
  const bookType = url.endsWith(".xls") ? "biff8" : url.endsWith(".xlsm") ? "xlsm" : "xlsx";
  return { url, mediaType: "", body: write(book, { type: "buffer", bookType, compression: true }) as Buffer };
}

function cellOf(cell: WrittenCell): CellObject | string | number | null {
  if (cell === null || typeof cell !== "object") return cell;
  return { t: "e", v: ERROR_CODES[cell.error] ?? 0x2a, w: cell.error };
}

/** What stands in a cell of a written workbook, found by a locator such as `'[file.xlsx]Sheet 1'!B2`. */
export function wordsAt({ sheets }: WrittenWorkbook, locator: string): string {
  const [, , name = "", cell = ""] = /^'?\[([^\]]+)\](.+?)'?!([A-Z]+\d+)(?::[A-Z]+\d+)?$/.exec(locator) ?? [];
  const { r, c } = utils.decode_cell(cell);
  const found = sheets[name]?.[r]?.[c];
  return typeof found === "object" || found === undefined ? "" : String(found).replace(/\s+/g, " ").trim();
}

/** The rows of one sheet, to be changed by a test. */
export function sheetOf({ sheets }: WrittenWorkbook, name: string): WrittenCell[][] {
  const rows = sheets[name];
  if (rows === undefined) throw new Error(`The workbook has no sheet “${name}”.`);
  return rows;
}

/** Swaps two columns of a sheet, headers and all. */
export function swapColumns(rows: WrittenCell[][], one: number, other: number): void {
  for (const row of rows) {
    const [a, b] = [row[one] ?? null, row[other] ?? null];
    while (row.length <= Math.max(one, other)) row.push(null);
    row[one] = b;
    row[other] = a;
  }
}
