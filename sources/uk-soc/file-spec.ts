import type { Quote } from "../reading/page.ts";
import type { Workbook } from "../reading/workbook.ts";

export const FILE_SPEC_SHEET = "FILE SPEC";

const RECORDS = /Number of records in the SOC2020 coding index: (\d{1,3}(?:,\d{3})*)/;

/** What the workbook says about its index: the version, and how many entries there must be. */
export function readFileSpec(workbook: Workbook): { version: Quote; records: Quote & { count: number } } {
  const sheet = workbook.sheet(FILE_SPEC_SHEET);
  const version = sheet.cellSaying(/Version \d+: Standard Occupational Classification 2020 Index/);
  const records = sheet.cellSaying(RECORDS);
  const digits = RECORDS.exec(records.text)?.[1] ?? "";
  return {
    version: { text: version.text, at: version.at },
    records: { text: records.text, at: records.at, count: Number(digits.replaceAll(",", "")) },
  };
}
