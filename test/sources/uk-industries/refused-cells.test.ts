import { describe, expect, test } from "vitest";
import type { DocumentBytes } from "../../../sources/source.ts";
import { cases } from "./cases.ts";
import { changed, FILE, FIRST, put, swapBelowHeader, TOTAL } from "./changes.ts";

describe("a workbook is refused", () => {
  test.each<[string, () => DocumentBytes, string, string, string]>([
    [
      "where a cell holds words",
      () => put(FIRST, 2, "about 800"),
      `${FILE}2024!C9`,
      "a whole number of persons, or one of the markers * -",
      "“about 800”",
    ],
    [
      "where a number is text",
      () => put(FIRST, 2, "861"),
      `${FILE}2024!C9`,
      "a whole number of persons",
      "“861”",
    ],
    [
      "where a cell is blank",
      () => put(FIRST, 2, null),
      `${FILE}2024!C9`,
      "a whole number of persons",
      "nothing",
    ],
    ["where persons are 0", () => put(FIRST, 2, 0), `${FILE}2024!C9`, "a whole number of persons", "“0”"],
    [
      "where persons are negative",
      () => put(FIRST, 2, -861),
      `${FILE}2024!C9`,
      "a whole number of persons",
      "“-861”",
    ],
    [
      "where persons have decimals",
      () => put(FIRST, 2, 861.5),
      `${FILE}2024!C9`,
      "a whole number of persons",
      "“861.5”",
    ],
    [
      "where a formula went wrong",
      () => put(FIRST, 2, { error: "#REF!" }),
      `${FILE}2024!C9`,
      "a value",
      "error",
    ],
    [
      "where figures of two sections are swapped and the headers are not",
      () => changed((rows) => swapBelowHeader(rows, 4, 5)),
      `${FILE}2024!F15`,
      "the sum of section D",
      "188778",
    ],
    [
      "where a total is less than its section",
      () => put(TOTAL, 4, 100_000),
      `${FILE}2024!E15`,
      "at least the sum of section C (200174), within 2",
      "100000",
    ],
    [
      "where a total is a marker",
      () => put(TOTAL, 4, "*"),
      `${FILE}2024!E15`,
      "the total of the section",
      "“*”",
    ],
    [
      "where the total is gone",
      () => changed((rows) => rows.splice(TOTAL, 1)),
      `${FILE}2024!B15`,
      "a unit group, such as “1111 Chief executives …”, or “Total”",
      "nothing",
    ],
    [
      "where a unit group is missing in one year",
      () => changed((rows) => rows.splice(FIRST + 1, 1)),
      `${FILE}2024`,
      `the unit group 1112, which stands at ${FILE}2023!B10`,
      "none",
    ],
    [
      "where a unit group stands in one year only",
      () => put(FIRST + 1, 1, "1113 Some others"),
      `${FILE}2024`,
      "the unit group 1112",
      "none",
    ],
    [
      "where a unit group stands twice",
      () => put(FIRST + 1, 1, "1111 Chief executives"),
      `${FILE}2024!B10`,
      "each unit group once",
      `1111 again, which stands at ${FILE}2024!B9 too`,
    ],
    [
      "where a label is no unit group",
      () => put(FIRST + 1, 1, "Elected officers"),
      `${FILE}2024!B10`,
      "a unit group",
      "“Elected officers”",
    ],
    [
      "where a code is of SOC 2010",
      () =>
        cases.changed("two-years", ({ sheets }) => {
          for (const rows of Object.values(sheets))
            (rows[FIRST] ?? [])[1] = "1115 Chief executives and senior officials";
        }),
      `${FILE}2024!B9`,
      "a unit group of SOC 2020",
      "1115, which only SOC 2010 has",
    ],
  ])("%s", (_, document, locator, expected, found) => {
    const refusal = cases.refusalOf(document());
    expect(refusal.locator).toBe(locator);
    expect(refusal.expected).toContain(expected);
    expect(refusal.found).toContain(found);
  });
});
