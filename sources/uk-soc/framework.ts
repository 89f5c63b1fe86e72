import { quoteIn } from "../reading/quote-in.ts";
import { findTable } from "../reading/sheet-table.ts";
import type { Workbook } from "../reading/workbook.ts";
import type { Remark } from "../source.ts";
import { type Group, type Groups, refuseUnlessTree } from "./group.ts";
import { codeIn, LEVEL_COLUMNS } from "./level-columns.ts";

export const FRAMEWORK_SHEET = "SOC2020 framework";

/** The sheet that both workbooks have: every group of SOC 2020, with nothing but its code and its title. */
export function readFramework(workbook: Workbook): { groups: Groups; remarks: readonly Remark[] } {
  const sheet = workbook.sheet(FRAMEWORK_SHEET);
  const { column, headerRow, remarks } = findTable(sheet, {
    headerRows: 1,
    columns: { ...LEVEL_COLUMNS, title: /SOC ?2020 Group Title/ },
    ignored: [/Unique ID/, /Change/, /VERS?NO/],
  });
  const groups = new Map<string, Group>();
  const rowOf = new Map<string, number>();
  for (let row = headerRow + 1; row < sheet.rowCount; row++) {
    const found = codeIn(sheet, row, column);
    const title = quoteIn(sheet, row, column.title);
    if (found === undefined && title.text === "") continue;
    if (found === undefined) return sheet.refuse(row, column.title, "a code beside the title");
    if (title.text === "") sheet.refuse(row, column.title, `the title of the group ${found.code}`);
    if (groups.has(found.code)) sheet.refuse(row, found.column, `the group ${found.code} once`);
    groups.set(found.code, { code: quoteIn(sheet, row, found.column, found.code), title });
    rowOf.set(found.code, row);
  }
  if (groups.size === 0) sheet.refuse(headerRow, column.major, "groups below the header", "none");
  refuseUnlessTree(sheet, groups, rowOf);
  return { groups, remarks };
}
