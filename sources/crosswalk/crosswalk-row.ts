import type { Sheet } from "../reading/sheet.ts";
import type { CodedTitle } from "./crosswalk-extract.ts";

export const SOC_CODE = { form: /^\d{2}-\d{4}$/, words: "a SOC code" };

/** Unit groups, and two groups of three digits that the publisher matches as a whole. Zeros at the front count. */
export const ISCO_CODE = { form: /^\d{3,4}$/, words: "an ISCO-08 code, as text" };

type CodeForm = { readonly form: RegExp; readonly words: string };

/**
 * The code and the title in two columns of a row.
 *
 * @throws DocumentError where the cell holds no code: a number that has lost its zero, or a note below the table.
 */
export function codedTitleAt(
  sheet: Sheet,
  row: number,
  columns: { readonly code: number; readonly title: number },
  { form, words }: CodeForm,
): CodedTitle {
  const value = sheet.value(row, columns.code);
  const code = { text: sheet.text(row, columns.code), at: sheet.at(row, columns.code) };
  if (typeof value !== "string" || !form.test(code.text)) sheet.refuse(row, columns.code, words);
  const title = { text: sheet.text(row, columns.title), at: sheet.at(row, columns.title) };
  if (title.text === "") sheet.refuse(row, columns.title, "a title");
  return { code, title };
}

export function isBlankRow(sheet: Sheet, row: number): boolean {
  for (let column = 0; column < sheet.columnCount; column++) if (sheet.text(row, column) !== "") return false;
  return true;
}
