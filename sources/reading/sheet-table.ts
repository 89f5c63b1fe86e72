import { utils } from "@e965/xlsx";
import type { Remark } from "../source.ts";
import type { Sheet } from "./sheet.ts";

/** How a table of a sheet is recognised: by the words over its columns, never by the columns' letters. */
export type TableLayout<Column extends string, Optional extends string = never> = {
  /** Rows that the header takes; the words of a column's header are read from the top down, as one phrase. */
  readonly headerRows: number;
  /** The words over each column, whole. Each must stand over one column, and over one only. */
  readonly columns: Readonly<Record<Column, RegExp>>;
  /** Columns that some editions lack; over two columns, their words are refused as well. */
  readonly optional?: Readonly<Record<Optional, RegExp>>;
  /** Columns that are known and left out on purpose. */
  readonly ignored?: readonly RegExp[];
  /** Where the table can stand, where others stand beside it: the columns from … to before …, from 0. */
  readonly within?: { readonly from: number; readonly to: number };
};

/** Where a table stands in its sheet. Rows and columns count from 0. */
export type SheetTable<Column extends string, Optional extends string = never> = {
  readonly column: Readonly<Record<Column, number> & Partial<Record<Optional, number>>>;
  /** The last row of the header. */
  readonly headerRow: number;
  /** Columns with a header that nobody reads: the publisher has added something. */
  readonly remarks: readonly Remark[];
};

/** Headers stand near the top. */
const SEARCHED_ROWS = 60;

/** @throws DocumentError where a column is missing, or its words stand over two. */
export function findTable<Column extends string, Optional extends string = never>(
  sheet: Sheet,
  layout: TableLayout<Column, Optional>,
): SheetTable<Column, Optional> {
  const names = Object.keys(layout.columns) as Column[];
  const missingAt = (row: number) =>
    names.filter((name) => columnsOf(sheet, layout, row, layout.columns[name]).length === 0);
  let nearest = { row: 0, missing: names };
  for (let row = layout.headerRows - 1; row < Math.min(sheet.rowCount, SEARCHED_ROWS); row++) {
    const missing = missingAt(row);
    if (missing.length === 0) return tableAt(sheet, layout, row);
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

function tableAt<Column extends string, Optional extends string>(
  sheet: Sheet,
  layout: TableLayout<Column, Optional>,
  row: number,
): SheetTable<Column, Optional> {
  const patterns = Object.entries<RegExp>({ ...layout.columns, ...layout.optional });
  const found = patterns.flatMap(([name, pattern]): [string, number][] => {
    const [only, ...others] = columnsOf(sheet, layout, row, pattern);
    if (only === undefined) return [];
    if (others.length > 0)
      sheet.refuse(
        row,
        only,
        `one column “${pattern.source}”`,
        `${others.length + 1} (${[only, ...others].map(utils.encode_col).join(", ")})`,
      );
    return [[name, only]];
  });
  // The columns that must be there were found in this row.
  const column = Object.fromEntries(found) as SheetTable<Column, Optional>["column"];
  const read = new Set(found.map(([, at]) => at));
  return { column, headerRow: row, remarks: unread(sheet, layout, row, read) };
}

function columnsOf(
  sheet: Sheet,
  layout: TableLayout<string, string>,
  row: number,
  pattern: RegExp,
): number[] {
  return headersAt(sheet, layout, row)
    .filter(({ words }) => isWhole(pattern, words))
    .map(({ column }) => column);
}

function unread(
  sheet: Sheet,
  layout: TableLayout<string, string>,
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
function headersAt(sheet: Sheet, { headerRows, within }: TableLayout<string, string>, row: number): Header[] {
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
