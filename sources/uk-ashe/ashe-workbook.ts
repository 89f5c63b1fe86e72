import { DocumentError, quoted } from "../reading/document-error.ts";
import { openWorkbook, type Workbook } from "../reading/workbook.ts";
import type { Remark } from "../source.ts";
import { readTableSheet, type TableSheet } from "./table-sheet.ts";
import { isSheetLeftOut, SHEETS, type SheetName, TABLE_NUMBERS, type TableNumber } from "./tables.ts";
import { tableOf, titleBeginning, titleIn, titleWordsOf } from "./title.ts";

/** A workbook of one table: its estimates, or their coefficients of variation. */
export type TableWorkbook = {
  readonly table: TableNumber;
  readonly isQuality: boolean;
  readonly file: string;
  readonly sheets: readonly TableSheet[];
  readonly remarks: readonly Remark[];
};

export type WorkbookBytes = { readonly url: string; readonly file: string; readonly body: Uint8Array };

/**
 * Reads one workbook. What it is stands in the titles of its sheets, which must all say the same.
 *
 * @throws DocumentError
 */
export function readAsheWorkbook({ url, file, body }: WorkbookBytes): TableWorkbook {
  const book = openWorkbook({ url, name: file, body, sheets: SHEETS });
  const names = sheetsToRead(book, url);
  const { table, isQuality } = whatItIs(book, url);
  const sheets = names.map((name) => {
    const sheet = readTableSheet(book.sheet(name), name, file, isQuality);
    refuseUnlessTitled(sheet, table, isQuality, url);
    return sheet;
  });
  return {
    table,
    isQuality,
    file,
    sheets,
    remarks: [...remarksOn(book, names), ...sheets.flatMap(({ remarks }) => remarks)],
  };
}

/** “All” is always there; “Full-Time” and “Part-Time” come together or not at all. */
function sheetsToRead(book: Workbook, url: string): SheetName[] {
  const names = SHEETS.filter((name) => name === "All" || book.sheetNames.includes(name));
  if (names.length === 2) {
    const missing = SHEETS.find((name) => !names.includes(name));
    const found = book.sheetNames.map((name) => `“${name}”`).join(", ");
    throw new DocumentError({ url, locator: `[${book.name}]`, expected: `a sheet “${missing}”`, found });
  }
  return names;
}

/** As the title of the sheet “All” tells it. */
function whatItIs(book: Workbook, url: string): { table: TableNumber; isQuality: boolean } {
  const { text, at } = titleIn(book.sheet("All"));
  const title = titleWordsOf(text);
  const table = title === undefined ? undefined : tableOf(title);
  if (title !== undefined && table !== undefined) return { table, isQuality: title.isQuality };
  throw new DocumentError({
    url,
    locator: at,
    expected: `the title of a table that is read (${TABLE_NUMBERS.join(", ")})`,
    found: quoted(text),
  });
}

function refuseUnlessTitled(sheet: TableSheet, table: TableNumber, isQuality: boolean, url: string): void {
  const title = titleWordsOf(sheet.title.text);
  const isSame =
    title !== undefined &&
    tableOf(title) === table &&
    title.isQuality === isQuality &&
    title.sheet === sheet.name;
  if (isSame) return;
  throw new DocumentError({
    url,
    locator: sheet.title.at,
    expected: `“${titleBeginning(table, isQuality, sheet.name)}: United Kingdom, …”`,
    found: quoted(sheet.title.text),
  });
}

function remarksOn(book: Workbook, read: readonly SheetName[]): Remark[] {
  const unknown = book.sheetNames.filter(
    (name) => !read.some((known) => known === name) && !isSheetLeftOut(name),
  );
  const remarks = unknown.map((name) => ({
    rule: "new-sheet",
    locator: `[${book.name}]${name}`,
    message: `The sheet “${name}” is not read.`,
  }));
  if (read.length > 1) return remarks;
  return [
    ...remarks,
    {
      rule: "no-full-time-sheets",
      locator: `[${book.name}]`,
      message: "The workbook does not tell full-time from part-time workers.",
    },
  ];
}
