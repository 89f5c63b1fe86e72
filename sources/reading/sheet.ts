import { type CellObject, type Range, utils, type WorkSheet } from "@e965/xlsx";
import { DocumentError, quoted } from "./document-error.ts";
import { fold } from "./text.ts";

/** What a cell holds; `undefined` where it is blank. */
export type CellValue = string | number | boolean | undefined;

/** One sheet of a workbook. Rows and columns count from 0; locators are as a spreadsheet shows them. */
export type Sheet = {
  readonly name: string;
  /** Rows up to the last that holds anything. */
  readonly rowCount: number;
  readonly columnCount: number;
  /** @throws DocumentError where the cell holds a formula's error. */
  readonly value: (row: number, column: number) => CellValue;
  /** The value as words, white space folded; empty where the cell is blank. */
  readonly text: (row: number, column: number) => string;
  /** The words that stand over a column in a row of a header: of the cell, or of the merged cells that it is part of. */
  readonly heading: (row: number, column: number) => string;
  /** `[workbook.xlsx]Sheet!D10`, in quotation marks where a name has more than letters and digits. */
  readonly at: (row: number, column: number) => string;
  readonly refuse: (row: number, column: number, expected: string, found?: string) => never;
  /** The cells whose words are these, whole, row by row. Numbers and the errors of formulas say nothing. */
  readonly cellsSaying: (words: RegExp) => readonly SaidCell[];
  /** The one cell whose words are these. @throws DocumentError where none is there, or several. */
  readonly cellSaying: (words: RegExp) => SaidCell;
};

/** Words, and where they stand. */
export type SaidCell = {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly at: string;
};

type Place = {
  readonly url: string;
  readonly workbook: string;
  readonly name: string;
  readonly sheet: WorkSheet;
};

export function openSheet({ url, workbook, name, sheet }: Place): Sheet {
  const rows: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet["!data"] ?? [];
  const merges: readonly Range[] = sheet["!merges"] ?? [];
  const prefix = sheetLocator(workbook, name);
  const at = (row: number, column: number) => `${prefix}!${utils.encode_cell({ r: row, c: column })}`;
  const refuse = (row: number, column: number, expected: string, found?: string): never => {
    const words = found ?? quoted(String(rows[row]?.[column]?.v ?? ""));
    throw new DocumentError({ url, locator: at(row, column), expected, found: words });
  };
  const value = (row: number, column: number): CellValue => {
    const cell = rows[row]?.[column];
    if (cell === undefined || cell.t === "z" || cell.v === "") return undefined;
    if (cell.t === "e" || cell.v instanceof Date) return refuse(row, column, "a value", errorWords(cell));
    return cell.v;
  };
  const text = (row: number, column: number) => fold(String(value(row, column) ?? ""));
  const covering = (row: number, column: number) =>
    merges.find(({ s, e }) => s.r <= row && row <= e.r && s.c <= column && column <= e.c);
  const cellsSaying = (words: RegExp) => {
    const whole = new RegExp(`^(?:${words.source})$`, words.flags);
    return rows.flatMap((cells, row) =>
      (cells ?? []).flatMap((cell, column) => {
        const text = typeof cell?.v === "string" ? fold(cell.v) : "";
        return whole.test(text) ? [{ row, column, text, at: at(row, column) }] : [];
      }),
    );
  };
  const cellSaying = (words: RegExp) => {
    const [only, another] = cellsSaying(words);
    const expected = `one cell that says “${words.source}”`;
    if (only === undefined) return refuse(0, 0, expected, "none in the whole sheet");
    return another === undefined ? only : refuse(another.row, another.column, expected, `${only.at} as well`);
  };
  return {
    name,
    rowCount: rows.length,
    columnCount: rows.reduce((most, row) => Math.max(most, row?.length ?? 0), 0),
    value,
    text,
    heading: (row, column) => {
      const own = text(row, column);
      const merged = own === "" ? covering(row, column) : undefined;
      return merged === undefined ? own : text(merged.s.r, merged.s.c);
    },
    at,
    refuse,
    cellsSaying,
    cellSaying,
  };
}

function errorWords({ t, v, w }: CellObject): string {
  return t === "e" ? `the error ${w ?? v} of a formula` : `the date ${String(v)}`;
}

/** As spreadsheets write it: `[table.xlsx]All`, `'[Table 14.7a.xlsx]Full-Time'`. */
export function sheetLocator(workbook: string, sheet: string): string {
  const words = `[${workbook}]${sheet}`;
  return /^[\w.[\]]+$/.test(words) ? words : `'${words.replaceAll("'", "''")}'`;
}
