import { utils } from "@e965/xlsx";
import type { Remark } from "../source.ts";
import type { Sheet } from "./sheet.ts";

/** How a table of a sheet is recognised: by the words over its columns, never by the columns' letters. */
export type TableLayout<Column extends string> = {
  /** Rows that the header takes; the words of a column's header are read from the top down, as one phrase. */
  readonly headerRows: number;
  /** The words over each column, whole. Each must stand over one column, and over one only. */
  readonly columns: Readonly<Record<Column, RegExp>>;
  /** Columns that are known and left out on purpose. */
  readonly ignored?: readonly RegExp[];
  /** Where the table can stand, where others stand beside it: the columns from … to before …, from 0. */
  readonly within?: { readonly from: number; readonly to: number };
};

/** Where a table stands in its sheet. Rows and columns count from 0. */
export type SheetTable<Column extends string> = {
  readonly column: Readonly<Record<Column, number>>;
  /** The last row of the header. */
  readonly headerRow: number;
  /** Columns with a header that nobody reads: the publisher has added something. */
  readonly remarks: readonly Remark[];
};

/** Headers stand near the top. */
const SEARCHED_ROWS = 60;

/** @throws DocumentError where a column is missing, or its words stand over two. */
export function findTable<Column extends string>(
  sheet: Sheet,
  layout: TableLayout<Column>,
): SheetTable<Column> {
  const names = Object.keys(layout.columns) as Column[];
  const missingAt = (row: number) => names.filter((name) => columnsOf(sheet, layout, row, name).length === 0);
  let nearest = { row: 0, missing: names };
  for (let row = layout.headerRows - 1; row < Math.min(sheet.rowCount, SEARCHED_ROWS); row++) {
    const missing = missingAt(row);
    if (missing.length === 0) return tableAt(sheet, layout, names, row);
    if (missing.length < nearest.missing.length) nearest = { row, missing };
  }
  const [first] = nearest.missing;
  return sheet.refuse(
    nearest.row,
    layout.within?.from ?? 0,
    `a header with a column “${first === undefined ? "" : layout.columns[first].source}”`,
    headersAt(sheet, layout, nearest.row)
      .map(({ words }) => `“${words}”`)
      .join(", ") || "none",
  );
}

function tableAt<Column extends string>(
  sheet: Sheet,
  layout: TableLayout<Column>,
  names: readonly Column[],
  row: number,
): SheetTable<Column> {
  const column = Object.fromEntries(
    names.map((name) => {
      const [only, ...others] = columnsOf(sheet, layout, row, name);
      if (only === undefined || others.length > 0)
        sheet.refuse(
          row,
          only ?? 0,
          `one column “${layout.columns[name].source}”`,
          `${others.length + 1} (${[only ?? 0, ...others].map(utils.encode_col).join(", ")})`,
        );
      return [name, only];
    }),
  ) as Record<Column, number>;
  return { column, headerRow: row, remarks: unread(sheet, layout, row, new Set(Object.values(column))) };
}

function columnsOf<Column extends string>(
  sheet: Sheet,
  layout: TableLayout<Column>,
  row: number,
  name: Column,
): number[] {
  const pattern = layout.columns[name];
  return headersAt(sheet, layout, row)
    .filter(({ words }) => isWhole(pattern, words))
    .map(({ column }) => column);
}

function unread<Column extends string>(
  sheet: Sheet,
  layout: TableLayout<Column>,
  row: number,
  read: ReadonlySet<number>,
): Remark[] {
  return headersAt(sheet, layout, row)
    .filter(
      ({ column, words }) => !read.has(column) && !layout.ignored?.some((known) => isWhole(known, words)),
    )
    .map(({ column, words }) => ({
      rule: "new-column",
      locator: sheet.at(row, column),
      message: `The column “${words}” of the sheet “${sheet.name}” is not read.`,
    }));
}

type Header = { readonly column: number; readonly words: string };

/** The phrases over the columns, where a header ends in this row; columns without words in this very row are none. */
function headersAt<Column extends string>(
  sheet: Sheet,
  { headerRows, within }: TableLayout<Column>,
  row: number,
): Header[] {
  const { from, to } = within ?? { from: 0, to: sheet.columnCount };
  const headers: Header[] = [];
  for (let column = from; column < Math.min(to, sheet.columnCount); column++) {
    if (sheet.heading(row, column) === "") continue;
    const words: string[] = [];
    for (let above = row - headerRows + 1; above <= row; above++) {
      const part = sheet.heading(above, column);
      if (part !== "" && part !== words.at(-1)) words.push(part);
    }
    headers.push({ column, words: words.join(" ") });
  }
  return headers;
}

function isWhole(pattern: RegExp, words: string): boolean {
  return new RegExp(`^(?:${pattern.source})$`, pattern.flags).test(words);
}
