import { utils } from "@e965/xlsx";
import type { Sheet } from "../reading/sheet.ts";
import { sheetLocator } from "../reading/sheet.ts";
import { findTable, type SheetTable, type TableLayout } from "../reading/sheet-table.ts";
import type { Remark } from "../source.ts";
import { type AsheCell, COLUMNS, type ColumnName } from "./ashe-extract.ts";
import { estimateIn, qualityIn } from "./cells.ts";
import { isFootnote } from "./footnotes.ts";
import type { SheetName } from "./tables.ts";
import { titleIn } from "./title.ts";

type Words = { readonly text: string; readonly at: string };

/** One row of a group of the classification; `row` as a spreadsheet counts them. */
export type TableRow = {
  readonly code: string;
  readonly title: string;
  /** Place of the title. */
  readonly at: string;
  readonly codeAt: string;
  readonly row: number;
  readonly cells: readonly AsheCell[];
};

/** What one sheet of a workbook says. */
export type TableSheet = {
  readonly name: SheetName;
  readonly at: string;
  readonly title: Words;
  readonly notes: readonly Words[];
  readonly letters: readonly string[];
  readonly rows: readonly TableRow[];
  readonly remarks: readonly Remark[];
};

type Column = "title" | "code" | ColumnName;

const LAYOUT: TableLayout<Column> = {
  headerRows: 3,
  columns: {
    title: /Description/,
    code: /Code/,
    jobs: /Number of jobs ?[a-z]? \(thousand\)/,
    median: /Median/,
    mean: /Mean/,
    ...(Object.fromEntries(
      COLUMNS.filter((name) => name.startsWith("p")).map((name) => [
        name,
        // “Percentiles” stands over the first of them only.
        new RegExp(`(?:Percentiles )?${name.slice(1)}`),
      ]),
    ) as Record<Exclude<ColumnName, "jobs" | "median" | "mean">, RegExp>),
  },
  ignored: [/Annual percentage change/],
};

/** Rows without a code of their own: the sum, and what the publisher could not assign. */
const UNCODED = new Set(["all employees", "not classified"]);

/** @throws DocumentError where a row, a column or a cell is not what is known. */
export function readTableSheet(sheet: Sheet, name: SheetName, file: string, isQuality: boolean): TableSheet {
  const table = findTable(sheet, LAYOUT);
  const { rows, noteRow } = rowsOf(sheet, table, isQuality ? qualityIn : estimateIn);
  const notes = notesOf(sheet, table, noteRow);
  const unknown = notes.filter(({ text }) => !isFootnote(text));
  return {
    name,
    at: sheetLocator(file, sheet.name),
    title: titleIn(sheet),
    notes,
    letters: COLUMNS.map((column) => utils.encode_col(table.column[column])),
    rows,
    remarks: [
      ...table.remarks,
      ...unknown.map(({ text, at }) => ({
        rule: "new-footnote",
        locator: at,
        message: `Below the table stands what nobody knows: “${text}”.`,
      })),
    ],
  };
}

type CellReader = (sheet: Sheet, row: number, column: number) => AsheCell;

/** The rows with a code, and the row where the footnotes begin. */
function rowsOf(sheet: Sheet, { column, headerRow }: SheetTable<Column>, cellIn: CellReader) {
  const rows = new Map<string, TableRow>();
  for (let row = headerRow + 1; row < sheet.rowCount; row++) {
    const title = sheet.text(row, column.title);
    const code = codeIn(sheet, row, column.code);
    if (code === undefined) {
      if (isFootnote(title)) return { rows: [...rows.values()], noteRow: row };
      refuseUnlessLeftOut(sheet, row, column, title);
      continue;
    }
    if (title === "") sheet.refuse(row, column.title, `the title of the group ${code}`);
    const first = rows.get(code);
    if (first !== undefined)
      sheet.refuse(row, column.code, "each code once", `${code} again, which stands at ${first.at} too`);
    const cells = COLUMNS.map((name) => cellIn(sheet, row, column[name]));
    const [at, codeAt] = [sheet.at(row, column.title), sheet.at(row, column.code)];
    rows.set(code, { code, title, at, codeAt, row: row + 1, cells });
  }
  return sheet.refuse(sheet.rowCount - 1, column.title, "footnotes below the table");
}

/** `2237`, as text or as a number. */
function codeIn(sheet: Sheet, row: number, column: number): string | undefined {
  const code = sheet.text(row, column);
  if (code === "") return undefined;
  return /^[1-9]\d{0,3}$/.test(code) ? code : sheet.refuse(row, column, "a code of one to four digits");
}

/** A row without a code is the sum, what is not classified, or wholly blank. */
function refuseUnlessLeftOut(
  sheet: Sheet,
  row: number,
  column: Readonly<Record<Column, number>>,
  title: string,
): void {
  if (UNCODED.has(title.toLowerCase())) return;
  if (title !== "") sheet.refuse(row, column.code, `the code of “${title}”`);
  for (const name of COLUMNS)
    if (sheet.text(row, column[name]) !== "")
      sheet.refuse(row, column[name], "no figure in a row without a code");
}

/** Everything below the table, in its first column; nothing else may stand there. */
function notesOf(sheet: Sheet, { column }: SheetTable<Column>, noteRow: number): Words[] {
  const notes: Words[] = [];
  for (let row = noteRow; row < sheet.rowCount; row++) {
    const text = sheet.text(row, column.title);
    if (text !== "") notes.push({ text, at: sheet.at(row, column.title) });
    for (const name of ["code", ...COLUMNS] as const)
      if (sheet.text(row, column[name]) !== "")
        sheet.refuse(row, column[name], "nothing but footnotes below the table");
  }
  return notes;
}
