import { DocumentError } from "../reading/document-error.ts";
import type { Remark } from "../source.ts";
import type { TableSheet } from "./table-sheet.ts";

/**
 * The sheets with their rows in one order: all have the same groups of the classification, and each has the groups above it.
 *
 * @throws DocumentError where a group is missing, or stands in one sheet only
 */
export function alignGroups(sheets: readonly TableSheet[], url: string) {
  const [first, ...others] = sheets;
  if (first === undefined) throw new Error("There is no sheet to align.");
  refuseUnlessWhole(first, url);
  const remarks: Remark[] = [];
  const aligned = others.map((sheet) => {
    const rows = new Map(sheet.rows.map((row) => [row.code, row]));
    const extra = sheet.rows.find(({ code }) => !first.rows.some((row) => row.code === code));
    if (extra !== undefined) refuseMissing(first, extra.code, extra.at, url);
    return {
      ...sheet,
      rows: first.rows.map((wanted) => {
        const row = rows.get(wanted.code) ?? refuseMissing(sheet, wanted.code, wanted.at, url);
        if (row.title !== wanted.title) remarks.push(otherTitle(row.title, row.at, wanted.title));
        return row;
      }),
    };
  });
  return { sheets: [first, ...aligned], remarks };
}

/** “2237” has “223”, “22” and “2” above it. */
function refuseUnlessWhole(sheet: TableSheet, url: string): void {
  const codes = new Set(sheet.rows.map(({ code }) => code));
  for (const { code, at } of sheet.rows)
    if (code.length > 1 && !codes.has(code.slice(0, -1))) refuseMissing(sheet, code.slice(0, -1), at, url);
}

function refuseMissing(sheet: TableSheet, code: string, elsewhere: string, url: string): never {
  throw new DocumentError({
    url,
    locator: sheet.at,
    expected: `a row of the group ${code}, as ${elsewhere} asks for`,
    found: "none",
  });
}

function otherTitle(title: string, at: string, known: string): Remark {
  return {
    rule: "other-title",
    locator: at,
    message: `The group is called “${title}” here, and “${known}” in the first sheet, which is kept.`,
  };
}
