import { describe, expect, test } from "vitest";
import type { DocumentBytes } from "../../../sources/source.ts";
import { documentOf, type WrittenCell } from "../workbooks/written-workbook.ts";
import { cases } from "./cases.ts";
import { changed, FILE, FIRST, HEADER, put, TOTAL } from "./changes.ts";

describe("a workbook is refused", () => {
  test.each<[string, () => DocumentBytes, string, string, string]>([
    [
      "where a header is no section",
      () => put(HEADER, 4, "Manufacturing"),
      `${FILE}2024!E8`,
      "a section, such as “1 A Agriculture, forestry and fishing”",
      "“Manufacturing”",
    ],
    [
      "where a section stands twice",
      () => put(HEADER, 4, "3 B Mining"),
      `${FILE}2024!E8`,
      "each section once",
      "“3 B Mining”",
    ],
    [
      "where a section is gone",
      () => changed((rows) => swapOut(rows, 4)),
      `${FILE}2024!C8`,
      "the sections A-E",
      "A, B, D, E",
    ],
    [
      "where another industry stands for one",
      () => put(HEADER, 6, "6 F Construction"),
      `${FILE}2024!C8`,
      "the sections A-E",
      "A, B, C, D, F",
    ],
    [
      "where the line with the sections is gone",
      () => put(1, 0, "Annual Population Survey"),
      `${FILE}2024!C8`,
      "the sections that a line above the table tells",
      "A, B, C, D, E",
    ],
    [
      "where the period is of another year",
      () => put(2, 0, "January-December 2023"),
      `${FILE}2024!A1`,
      "the period “January-December 2024” above the table",
      "“2023”",
    ],
    [
      "where the period is none of a year",
      () => put(2, 0, "July 2023-June 2024"),
      `${FILE}2024!A1`,
      "the period",
      "none",
    ],
    [
      "where the classification is another",
      () => put(4, 0, "Variables used: PWTA22, SOC10M, INDS07M"),
      `${FILE}2024!A1`,
      "the variables SOC20M and INDS07M",
      "“Variables used: PWTA22, SOC10M, INDS07M”",
    ],
    [
      "where a number stands beside the table",
      () => put(FIRST, 9, 12),
      `${FILE}2024!J9`,
      "no number outside the table",
      "“12”",
    ],
    [
      "where a sheet has another name",
      () =>
        changed((_, { sheets }) => {
          sheets["Year 2024"] = sheets["2024"] ?? [];
          delete sheets["2024"];
        }),
      FILE,
      "a sheet “2024”",
      "“2023”",
    ],
    [
      "where a year stands outside those of the address",
      () =>
        changed((rows, { sheets }) => {
          sheets["2025"] = rows;
        }),
      FILE,
      "no year outside 2023 to 2024",
      "“2023”, “2024”, “2025”",
    ],
    [
      "where it is no workbook",
      () => ({ ...documentOf(cases.written("two-years")), body: Buffer.from("<html>") }),
      FILE,
      "a workbook",
      "“<html>”",
    ],
    [
      "where it is cut off",
      () => {
        const document = documentOf(cases.written("two-years"));
        return { ...document, body: document.body.subarray(0, 4_000) };
      },
      FILE,
      "a zip archive",
      "",
    ],
  ])("%s", (_, document, locator, expected, found) => {
    const refusal = cases.refusalOf(document());
    expect(refusal.locator).toBe(locator);
    expect(refusal.expected).toContain(expected);
    expect(refusal.found).toContain(found);
  });
});

function swapOut(rows: WrittenCell[][], column: number): void {
  for (const row of rows.slice(HEADER, TOTAL + 1)) row.splice(column, 1);
}
