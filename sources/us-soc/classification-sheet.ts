import type { Sheet } from "../reading/sheet.ts";
import { fileNameOf, openWorkbook } from "../reading/workbook.ts";
import type { DocumentBytes } from "../source.ts";

/** Both workbooks have one sheet, named for the year of the classification. */
export function openClassification({ url, body }: DocumentBytes, sheetName: string): Sheet {
  const name = fileNameOf(url);
  const sheet = openWorkbook({ url, name, body }).sheet(sheetName);
  refuseOtherYears(sheet);
  return sheet;
}

/** The lines above the table stand in its first rows. */
const LINES_ABOVE = 8;

/** They say which classification it is; another one has other codes. */
function refuseOtherYears(sheet: Sheet): void {
  const words: string[] = [];
  for (let row = 0; row < LINES_ABOVE; row++)
    for (let column = 0; column < sheet.columnCount; column++) words.push(sheet.text(row, column));
  if (!words.some((line) => /\b2018 SOC\b/.test(line)))
    sheet.refuse(0, 0, "words about the 2018 SOC above the table", `“${words.filter(Boolean).join(" | ")}”`);
}

/** The words of a cell, and where it is. */
export function quoteAt(sheet: Sheet, row: number, column: number): { text: string; at: string } {
  return { text: sheet.text(row, column), at: sheet.at(row, column) };
}

/** @throws DocumentError where the cell holds anything but a code, such as a footnote below the table. */
export function codeAt(sheet: Sheet, row: number, column: number) {
  const code = quoteAt(sheet, row, column);
  return /^\d{2}-\d{4}$/.test(code.text) ? code : sheet.refuse(row, column, "a SOC code");
}

export function titleAt(sheet: Sheet, row: number, column: number) {
  const title = quoteAt(sheet, row, column);
  return /\p{L}/u.test(title.text) ? title : sheet.refuse(row, column, "the title of a group");
}

export function isBlankRow(sheet: Sheet, row: number): boolean {
  for (let column = 0; column < sheet.columnCount; column++) if (sheet.text(row, column) !== "") return false;
  return true;
}
