import type { Sheet } from "../reading/sheet.ts";

/** A group's code stands in the column of its level, and the three other columns are blank. */
export const LEVEL_COLUMNS = {
  major: /SOC ?2020 Major Group/,
  subMajor: /SOC ?2020 Sub-Major Group/,
  minor: /SOC ?2020 Minor Group/,
  unit: /SOC ?2020 Unit Group/,
} as const;

type LevelColumns = Readonly<Record<keyof typeof LEVEL_COLUMNS, number>>;

/** Words as a person reads them: the publisher fills cells that have none with `<blank>`. */
export function wordsIn(sheet: Sheet, row: number, column: number): string {
  const words = sheet.text(row, column);
  return words === "<blank>" ? "" : words;
}

/**
 * The code in a row and its column; `undefined` where the row has none.
 *
 * @throws DocumentError where two levels have one, or a code is not as long as its level asks
 */
export function codeIn(
  sheet: Sheet,
  row: number,
  columns: LevelColumns,
): { readonly code: string; readonly column: number } | undefined {
  const levels = [columns.major, columns.subMajor, columns.minor, columns.unit];
  const filled = levels.filter((column) => wordsIn(sheet, row, column) !== "");
  const [column, another] = filled;
  if (column === undefined) return undefined;
  if (another !== undefined) sheet.refuse(row, another, "the code of one level in a row");
  const code = wordsIn(sheet, row, column);
  const digits = levels.indexOf(column) + 1;
  if (!new RegExp(`^[1-9]\\d{${digits - 1}}$`).test(code))
    sheet.refuse(row, column, `a code of ${digits} ${digits === 1 ? "digit" : "digits"}`);
  return { code, column };
}
