import type { Quote } from "./page.ts";
import type { Sheet } from "./sheet.ts";

/** The words of a cell, and its place. */
export function quoteIn(sheet: Sheet, row: number, column: number, text = sheet.text(row, column)): Quote {
  return { text, at: sheet.at(row, column) };
}
