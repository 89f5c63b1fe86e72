import { expect, test } from "vitest";
import { plainFacts, rowsOf } from "../cases/facts-of.ts";
import { documentOf, sheetOf, swapColumns, type WrittenCell } from "../workbooks/written-workbook.ts";
import { cases } from "./cases.ts";

const FILE = "soc2020volume2thecodingindexexcel16042025.xlsx";
const INDEX = "SOC2020 coding index";
const SPEC = "FILE SPEC";
const FRAMEWORK = "SOC2020 framework";
const ISCO = "ISCO-08 framework";
const asWritten = cases.readingOf(documentOf(cases.written("coding-index")));

const withCells = (sheet: string, ...cells: readonly [row: number, column: number, value: WrittenCell][]) =>
  cases.changed("coding-index", (workbook) => {
    for (const [row, column, value] of cells) {
      const cell = sheetOf(workbook, sheet)[row];
      if (cell === undefined) throw new Error(`“${sheet}” has no row ${row}.`);
      cell[column] = value;
    }
  });

const linksTo = (document: Parameters<typeof cases.readingOf>[0], to: string) =>
  rowsOf(cases.readingOf(document).facts, "relation")
    .filter(({ to_id }) => to_id === to)
    .map(({ from_id, weight }) => [from_id, weight]);

test("columns may move, with their headers: the facts are the same", () => {
  const moved = cases.changed("coding-index", (workbook) => {
    swapColumns(sheetOf(workbook, INDEX), 6, 21);
    swapColumns(sheetOf(workbook, INDEX), 5, 12);
    swapColumns(sheetOf(workbook, INDEX), 0, 9);
  });
  expect(plainFacts(cases.readingOf(moved).facts)).toEqual(plainFacts(asWritten.facts));
});

test("a name says its qualifiers, the additional one before the industry; two entries that say the same are one name", () => {
  const names = rowsOf(asWritten.facts, "occupation_name").map(({ occupation_id, name }) => [
    occupation_id,
    name,
  ]);
  expect(names).toEqual([
    ["uk-soc-2020/2439", "A (Cabinet Office)"],
    ["uk-soc-2020/1161", "Adjutant-general"],
    ["uk-soc-2020/4111", "Customer service adviser (benefits; government)"],
    ["uk-soc-2020/6135", "Health care assistant (home care)"],
    ["uk-soc-2020/6135", "Health care assistant (care/residential home)"],
    ["uk-soc-2020/8214", "Driver (courier service)"],
    ["uk-soc-2020/8214", "Van driver"],
    ["uk-soc-2020/8214", "Delivery driver"],
    ["uk-soc-2020/8160", "Factory foreman"],
    ["uk-soc-2020/2237", "Occupational health nurse"],
  ]);
});

test("the qualifiers of a name can be told apart: each cell is named, with its words", () => {
  const name = rowsOf(asWritten.facts, "occupation_name").find(({ name }) => name === "A (Cabinet Office)");
  expect(JSON.parse(name?.locator ?? "")).toEqual([`'[${FILE}]${INDEX}'!V2`, `'[${FILE}]${INDEX}'!K2`]);
  expect(JSON.parse(name?.raw ?? "")).toEqual(["A", "Cabinet Office"]);
});

test("links are weighed by the entries that support them, also by those whose name is listed twice", () => {
  const written = documentOf(cases.written("coding-index"));
  expect(linksTo(written, "isco-08/5322")).toEqual([["uk-soc-2020/6135", 3]]);
  expect(linksTo(written, "uk-soc-2020/6135")).toEqual([["uk-soc-2010/6145", 3]]);
});

test("the locator of a link is bounded: the cells of the first entry, and the column", () => {
  const link = rowsOf(asWritten.facts, "relation").find(({ to_id }) => to_id === "isco-08/5322");
  const cells = ["G5", "M5", "M2:M14"].map((cell) => `'[${FILE}]${INDEX}'!${cell}`);
  expect([JSON.parse(link?.locator ?? ""), JSON.parse(link?.raw ?? "")]).toEqual([
    cells,
    ["6135", "5322", null],
  ]);
});

test("an entry under the titles of another group keeps its name where the extended code confirms its code, and supports no link", () => {
  const written = documentOf(cases.written("coding-index"));
  expect(linksTo(written, "isco-08/8322")).toEqual([["uk-soc-2020/8214", 2]]);
  expect(asWritten.remarks.map(({ rule, locator }) => [rule, locator])).toContainEqual([
    "entry-contradicts-itself",
    `'[${FILE}]${INDEX}'!S8`,
  ]);
});

test("a link names the title of an entry that has both codes and contradicts them: it is not counted", () => {
  const link = rowsOf(asWritten.facts, "relation").find(({ to_id }) => to_id === "isco-08/8322");
  const cells = ["G9", "M9", "M2:M14", "U8"].map((cell) => `'[${FILE}]${INDEX}'!${cell}`);
  expect([JSON.parse(link?.locator ?? ""), JSON.parse(link?.raw ?? "")]).toEqual([
    cells,
    ["8214", "8322", null, "Locomotive Engine Drivers"],
  ]);
});

test("an entry with the extended code of another group stands where its title confirms its code", () => {
  const reading = cases.readingOf(
    withCells(
      INDEX,
      [7, 17, "Van drivers"],
      [7, 18, "Delivery drivers and couriers"],
      [7, 20, "Car, Taxi and Van Drivers"],
      [7, 7, "1139/02"],
    ),
  );
  expect(rowsOf(reading.facts, "occupation_name").map(({ name }) => name)).toContain(
    "Driver (courier service)",
  );
  expect(reading.remarks.map(({ locator }) => locator)).toContain(`'[${FILE}]${INDEX}'!H8`);
});

test("entries without a code are counted in a remark", () => {
  expect(asWritten.remarks).toContainEqual({
    rule: "entries-without-code",
    locator: `'[${FILE}]${INDEX}'!L12`,
    message:
      "2 entries of the index have no code but lead to another entry or to notes; they name no occupation.",
  });
});

test("a code of ISCO-08 that lost its zero as a number is told by the framework", () => {
  const changed = withCells(INDEX, [2, 12, 110]);
  expect(plainFacts(cases.readingOf(changed).facts)).toEqual(plainFacts(asWritten.facts));
});

test("codes may be text or numbers", () => {
  const changed = withCells(INDEX, [1, 5, "2429"], [1, 6, "2439 "], [1, 12, "2422"]);
  expect(plainFacts(cases.readingOf(changed).facts)).toEqual(plainFacts(asWritten.facts));
});

test("a blank row below the last entry is no entry", () => {
  const changed = cases.changed("coding-index", (workbook) => sheetOf(workbook, INDEX).push([], [" "]));
  expect(plainFacts(cases.readingOf(changed).facts)).toEqual(plainFacts(asWritten.facts));
});

test("a formula's error on a sheet that nobody reads does no harm", () => {
  expect(cases.written("coding-index").sheets.Abbreviations?.[1]?.[1]).toEqual({ error: "#REF!" });
  const changed = withCells(INDEX, [3, 3, { error: "#REF!" }]);
  expect(plainFacts(cases.readingOf(changed).facts)).toEqual(plainFacts(asWritten.facts));
});

test.each([INDEX, SPEC, FRAMEWORK, ISCO])("a workbook without the sheet “%s” is refused", (name) => {
  const renamed = cases.changed("coding-index", ({ sheets }) => {
    sheets.Other = sheets[name] ?? [];
    delete sheets[name];
  });
  expect(cases.refusalOf(renamed).expected).toBe(`a sheet “${name}”`);
});

test.each<[string, string, [number, number, WrittenCell], string]>([
  [
    "a number of entries that disagrees",
    SPEC,
    [5, 1, "Number of records in the SOC2020 coding index: 32,195"],
    `${INDEX}'!B14`,
  ],
  [
    "a classification of another year",
    SPEC,
    [3, 1, "Version 1: Standard Occupational Classification 2030 Index"],
    `${SPEC}'!A1`,
  ],
  ["a record number out of turn", INDEX, [5, 1, 4], `${INDEX}'!B6`],
  ["a code that no group has", INDEX, [1, 6, 2438], `${INDEX}'!G2`],
  ["a code of SOC 2010 that is none", INDEX, [1, 5, "see"], `${INDEX}'!F2`],
  ["a code of SOC 2010 that is gone", INDEX, [1, 5, null], `${INDEX}'!F2`],
  ["a code of ISCO-08 that no group has", INDEX, [1, 12, 2423], `${INDEX}'!M2`],
  ["a code of a wider group", INDEX, [1, 12, 242], `${INDEX}'!M2`],
  ["a formula's error in place of a code", INDEX, [1, 6, { error: "#REF!" }], `${INDEX}'!G2`],
  ["an entry without a name", INDEX, [1, 21, null], `${INDEX}'!V2`],
  ["a code without its title", INDEX, [1, 18, "}}}}"], `${INDEX}'!S2`],
  ["a code that neither extended code nor title confirms", INDEX, [7, 6, 8160], `${INDEX}'!G8`],
  ["a reference beside codes", INDEX, [1, 11, "see Officer"], `${INDEX}'!L2`],
  ["a missing code without a reference", INDEX, [11, 11, null], `${INDEX}'!L12`],
  ["another word in place of a reference", INDEX, [11, 11, "Officer"], `${INDEX}'!L12`],
  [
    "a second entry that contradicts itself",
    INDEX,
    [1, 18, "Delivery drivers and couriers"],
    `${INDEX}'!G14`,
  ],
  ["a group of the framework without a title", FRAMEWORK, [7, 5, null], `${FRAMEWORK}'!F8`],
  ["a code of ISCO-08 that is no code", ISCO, [7, 1, "n/a"], `${ISCO}'!B8`],
  ["a group of ISCO-08 without a title", ISCO, [7, 2, null], `${ISCO}'!C8`],
  ["a group of ISCO-08 that is there twice", ISCO, [9, 1, 2], `${ISCO}'!B10`],
])("%s is refused, and the cell is named", (_what, sheet, [row, column, value], cell) => {
  const refusal = cases.refusalOf(withCells(sheet, [row, column, value]));
  expect(refusal.locator).toBe(`'[${FILE}]${cell}`);
});

test("two titles that entries give a code of SOC 2010 equally often are refused", () => {
  const document = cases.changed("coding-index", (workbook) => {
    const rows = sheetOf(workbook, INDEX);
    const [driver] = rows.splice(9, 1);
    if (driver === undefined) throw new Error("The index has no tenth row.");
    for (const [index, row] of rows.entries()) if (index > 0) row[1] = index;
    const spec = sheetOf(workbook, SPEC)[5];
    if (spec !== undefined) spec[1] = "Number of records in the SOC2020 coding index: 12";
  });
  expect(cases.refusalOf(document).expected).toBe("one title for the group 8212");
});
