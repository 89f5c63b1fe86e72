import type { Sheet } from "../reading/sheet.ts";
import type { OewsExtract } from "./oews-extract.ts";

/** The lines of the sheet “Field Descriptions” that the figures depend on: which edition it is, and what “#” stands for. */
export function descriptionsIn(sheet: Sheet): Pick<OewsExtract, "title" | "cap"> {
  return { title: lineIn(sheet, /Estimates$/), cap: lineIn(sheet, /^# ?=/) };
}

/** The first line that has the form; null where none has. */
function lineIn(sheet: Sheet, form: RegExp): OewsExtract["title"] {
  for (let row = 0; row < sheet.rowCount; row++) {
    const text = sheet.text(row, 0);
    if (form.test(text)) return { text, at: sheet.at(row, 0) };
  }
  return null;
}
