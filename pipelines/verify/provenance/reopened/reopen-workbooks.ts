import { utils } from "@e965/xlsx";
import { openCsv } from "../../../../sources/reading/csv.ts";
import type { Sheet } from "../../../../sources/reading/sheet.ts";
import { openWorkbook } from "../../../../sources/reading/workbook.ts";
import { openZip } from "../../../../sources/reading/zip.ts";
import type { DocumentBytes } from "../../../../sources/source.ts";
import { type Found, foundWords } from "./found.ts";
import type { Find } from "./reopen-document.ts";

type Place = { readonly workbook: string; readonly sheet: string; readonly cells: string };

/** A sheet, and its columns as they were asked for. */
type OpenSheet = { readonly sheet: Sheet; readonly columns: Map<number, readonly string[]> };

/**
 * A workbook, a CSV file, or a zip of workbooks. Locators are cells, `[table.xlsx]All!D10`, or cells side by side or one
 * below the other, `[table.xlsx]All!C9:U9`. A sheet is read when a cell of it is asked for first.
 */
export function reopenWorkbooks(document: DocumentBytes): Find {
  const known = new Map<string, OpenSheet | undefined>();
  return (locator) => {
    const place = placeOf(locator);
    if (place === undefined) return undefined;
    const key = `[${place.workbook}]${place.sheet}`;
    if (!known.has(key)) known.set(key, openSheet(document, place));
    const sheet = known.get(key);
    return sheet === undefined ? undefined : foundIn(sheet, place.cells);
  };
}

const PLACE = /^\[(?<workbook>[^\]]+)\](?<sheet>.+)!(?<cells>[A-Z]+[1-9]\d*(?::[A-Z]+[1-9]\d*)?)$/;

function placeOf(locator: string): Place | undefined {
  const { workbook, sheet, cells } = PLACE.exec(withoutQuotationMarks(locator))?.groups ?? {};
  return workbook === undefined || sheet === undefined || cells === undefined
    ? undefined
    : { workbook, sheet, cells };
}

/** `'[Table 14.7a.xlsx]Full-Time'!D10` → `[Table 14.7a.xlsx]Full-Time!D10` */
function withoutQuotationMarks(locator: string): string {
  const [, names, cells] = /^'(.+)'(![^!]+)$/.exec(locator) ?? [];
  return names === undefined ? locator : `${names.replaceAll("''", "'")}${cells}`;
}

function openSheet({ url, body }: DocumentBytes, { workbook, sheet: name }: Place): OpenSheet | undefined {
  const content = contentOf(url, body, workbook);
  const sheet = isWorkbook(content) ? sheetOf(url, workbook, content, name) : openCsv(url, workbook, content);
  return sheet?.name === name ? { sheet, columns: new Map() } : undefined;
}

/** A zip holds the workbook under its name, unless it is the workbook: that holds no file of such a name. */
function contentOf(url: string, body: Uint8Array, workbook: string): Uint8Array {
  const members = isZip(body) ? openZip(body, url).members : [];
  return members.find(({ name }) => name === workbook)?.read() ?? body;
}

function sheetOf(url: string, workbook: string, body: Uint8Array, name: string): Sheet | undefined {
  const book = openWorkbook({ url, name: workbook, body, sheets: [name] });
  return book.sheetNames.includes(name) ? book.sheet(name) : undefined;
}

const isZip = (body: Uint8Array) => body[0] === 0x50 && body[1] === 0x4b;
const isCompoundFile = (body: Uint8Array) => body[0] === 0xd0 && body[1] === 0xcf;
const isWorkbook = (body: Uint8Array) => isZip(body) || isCompoundFile(body);

function foundIn({ sheet, columns }: OpenSheet, cells: string): Found {
  const { s: first, e: last } = utils.decode_range(cells);
  const row = Array.from({ length: last.c - first.c + 1 }, (_, index) =>
    sheet.text(first.r, first.c + index),
  );
  const value = cells.includes(":") ? undefined : sheet.value(first.r, first.c);
  return foundWords(row.join(" "), {
    number: typeof value === "number" ? value : undefined,
    rows: { from: first.r, to: last.r },
    column: () => {
      const words = columns.get(first.c) ?? columnOf(sheet, first.c);
      columns.set(first.c, words);
      return words;
    },
  });
}

function columnOf(sheet: Sheet, column: number): readonly string[] {
  return Array.from({ length: sheet.rowCount }, (_, row) => sheet.text(row, column));
}
