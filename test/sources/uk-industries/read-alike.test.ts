import { describe, expect, test } from "vitest";
import type { DocumentBytes } from "../../../sources/source.ts";
import { plainFacts } from "../cases/facts-of.ts";
import { documentOf, sheetOf, swapColumns } from "../workbooks/written-workbook.ts";
import { cases } from "./cases.ts";
import { changed, FILE, FIRST, HEADER, put, TOTAL } from "./changes.ts";

describe("a workbook is read alike", () => {
  const usual = plainFacts(cases.readingOf(documentOf(cases.written("two-years"))).facts);

  test.each<[string, () => DocumentBytes]>([
    [
      "where columns change places with their headers",
      () => changed((rows) => swapColumns(rows.slice(HEADER, TOTAL + 1), 2, 5)),
    ],
    [
      "where the unit groups stand right of the sections",
      () => changed((rows) => swapColumns(rows.slice(HEADER, TOTAL + 1), 1, 6)),
    ],
    ["where a row is put above", () => changed((rows) => rows.unshift([]))],
    [
      "where unit groups stand in another order",
      () =>
        changed((rows) => {
          const labels = rows.slice(FIRST, TOTAL).map((row) => row[0] ?? null);
          const turned = rows
            .slice(FIRST, TOTAL)
            .reverse()
            .map((row, index) => [labels[index] ?? null, ...row.slice(1)]);
          rows.splice(FIRST, TOTAL - FIRST, ...turned);
        }),
    ],
    ["where white space is added", () => put(FIRST, 1, " 1111  Chief executives and senior officials ")],
  ])("%s", (_, document) => {
    expect(plainFacts(cases.readingOf(document()).facts)).toEqual(usual);
  });
});

describe("a remark is made", () => {
  test.each<[string, () => DocumentBytes, string, string]>([
    [
      "on a new sheet",
      () =>
        changed((_, { sheets }) => {
          sheets.Notes = [["Words"]];
        }),
      "new-sheet",
      `${FILE}Notes`,
    ],
    [
      "on a new note",
      () => changed((rows) => rows.push(["Corrected on 1 December"])),
      "new-note",
      `${FILE}2024!A23`,
    ],
    [
      "on a title that two years tell differently",
      () =>
        cases.changed("two-years", (workbook) => {
          const [row = []] = sheetOf(workbook, "2023").slice(FIRST);
          row[1] = "1111 Chief executives";
        }),
      "other-title",
      `${FILE}2023!B9`,
    ],
  ])("%s", (_, document, rule, locator) => {
    expect(cases.readingOf(document()).remarks.map((remark) => [remark.rule, remark.locator])).toEqual([
      [rule, locator],
    ]);
  });
});
