import { quoteIn } from "../reading/quote-in.ts";
import type { Workbook } from "../reading/workbook.ts";
import { type Group, type Groups, refuseUnlessTree } from "./group.ts";

export const ISCO_SHEET = "ISCO-08 framework";

/**
 * ISCO-08 in the coding index: below its heading codes and titles stand in two columns without headers. Codes that begin
 * with a zero are text, the others are numbers.
 */
export function readIscoFramework(workbook: Workbook): Groups {
  const sheet = workbook.sheet(ISCO_SHEET);
  const heading = sheet.cellSaying(/MAJOR, SUB-MAJOR, MINOR AND UNIT GROUPS/);
  sheet.cellSaying(/STRUCTURE OF THE INTERNATIONAL STANDARD CLASSIFICATION OF OCCUPATIONS \(ISCO-08\)/);
  const groups = new Map<string, Group>();
  const rowOf = new Map<string, number>();
  for (let row = heading.row + 1; row < sheet.rowCount; row++) {
    const code = quoteIn(sheet, row, heading.column);
    const title = quoteIn(sheet, row, heading.column + 1);
    if (code.text === "" && title.text === "") continue;
    if (!/^\d{1,4}$/.test(code.text)) sheet.refuse(row, heading.column, "a code of ISCO-08");
    if (title.text === "") sheet.refuse(row, heading.column + 1, `the title of the group ${code.text}`);
    if (groups.has(code.text)) sheet.refuse(row, heading.column, `the group ${code.text} once`);
    groups.set(code.text, { code, title });
    rowOf.set(code.text, row);
  }
  if (groups.size === 0) sheet.refuse(heading.row, heading.column, "groups below the heading", "none");
  refuseUnlessTree(sheet, groups, rowOf);
  return groups;
}
