import { expect, test } from "vitest";
import { plainFacts, rowsOf } from "../cases/facts-of.ts";
import { documentOf, sheetOf, swapColumns, type WrittenCell } from "../workbooks/written-workbook.ts";
import { cases } from "./cases.ts";

const FILE = "soc2020volume1structureanddescriptionofunitgroupsexcel03122025v2.xlsx";
const DESCRIPTIONS = "SOC2020 descriptions";
const FRAMEWORK = "SOC2020 framework";
const asWritten = cases.readingOf(documentOf(cases.written("structure")));

/** The workbook with some cells of a sheet changed: row and column as a spreadsheet's array has them, from 0. */
const withCells = (sheet: string, ...cells: readonly [row: number, column: number, value: WrittenCell][]) =>
  cases.changed("structure", (workbook) => {
    for (const [row, column, value] of cells) {
      const cell = sheetOf(workbook, sheet)[row];
      if (cell === undefined) throw new Error(`“${sheet}” has no row ${row}.`);
      cell[column] = value;
    }
  });

test("columns may move, with their headers: the facts are the same", () => {
  const moved = cases.changed("structure", (workbook) => {
    swapColumns(sheetOf(workbook, DESCRIPTIONS), 3, 8);
    swapColumns(sheetOf(workbook, DESCRIPTIONS), 0, 9);
    swapColumns(sheetOf(workbook, FRAMEWORK), 1, 5);
  });
  expect(plainFacts(cases.readingOf(moved).facts)).toEqual(plainFacts(asWritten.facts));
});

test("a row between the header and the groups changes nothing", () => {
  const moved = cases.changed("structure", (workbook) => {
    sheetOf(workbook, DESCRIPTIONS).splice(1, 0, []);
    sheetOf(workbook, FRAMEWORK).splice(1, 0, []);
  });
  expect(plainFacts(cases.readingOf(moved).facts)).toEqual(plainFacts(asWritten.facts));
});

test("stray line breaks, non-breaking spaces and blanks at the end are no part of a task or a title", () => {
  const duties = rowsOf(asWritten.facts, "duty").filter((row) => row.occupation_id === "uk-soc-2020/2237");
  expect(duties.map(({ position, text }) => [position, text])).toEqual([
    [1, "keeps the notes of patients up to date"],
    [2, "gives medicines as prescribed"],
  ]);
  const titles = rowsOf(asWritten.facts, "occupation").map(({ title }) => title);
  expect(titles).toContain("Other registered nursing professionals");
});

test("a code that is text is the same code", () => {
  const changed = withCells(DESCRIPTIONS, [4, 3, "1111 "]);
  expect(plainFacts(cases.readingOf(changed).facts)).toEqual(plainFacts(asWritten.facts));
});

test("a column that nobody knows is remarked on", () => {
  const changed = withCells(DESCRIPTIONS, [0, 10, "Skill level"]);
  expect(cases.readingOf(changed).remarks).toEqual([
    {
      rule: "new-column",
      locator: `'[${FILE}]${DESCRIPTIONS}'!K1`,
      message: "The column “Skill level” of the sheet “SOC2020 descriptions” is not read.",
    },
  ]);
});

test.each([
  ["a sheet of another name", DESCRIPTIONS, "[FILE]"],
  ["a framework of another name", FRAMEWORK, "[FILE]"],
])("%s is refused", (_what, name, locator) => {
  const renamed = cases.changed("structure", ({ sheets }) => {
    sheets[`${name} `] = sheets[name] ?? [];
    delete sheets[name];
  });
  const refusal = cases.refusalOf(renamed);
  expect(refusal.locator).toBe(locator.replace("FILE", FILE));
  expect(refusal.expected).toBe(`a sheet “${name}”`);
});

test("a group that only the framework has is refused by its name", () => {
  const without = cases.changed("structure", (workbook) => sheetOf(workbook, DESCRIPTIONS).splice(5, 1));
  const refusal = cases.refusalOf(without);
  expect(refusal.expected).toContain("the group 1112 (Elected officers and representatives)");
  expect(refusal.expected).toContain(`'[${FILE}]${FRAMEWORK}'!E9`);
});

test("a group that only the descriptions have is refused where it stands", () => {
  const without = cases.changed("structure", (workbook) => sheetOf(workbook, FRAMEWORK).splice(8, 1));
  const refusal = cases.refusalOf(without);
  expect([refusal.locator, refusal.found]).toEqual([`'[${FILE}]${DESCRIPTIONS}'!D6`, "“1112”"]);
});

test.each<[string, string, [number, number, WrittenCell], string]>([
  ["a title that differs by more than case", DESCRIPTIONS, [4, 4, "Chief officers"], "E5"],
  ["a group without a description", DESCRIPTIONS, [4, 6, "<blank>"], "G5"],
  ["a unit group without entry routes", DESCRIPTIONS, [4, 7, "<blank>"], "H5"],
  ["a unit group without tasks", DESCRIPTIONS, [4, 8, "<blank>"], "I5"],
  ["tasks that are no list", DESCRIPTIONS, [4, 8, "leads"], "I5"],
  ["an empty task", DESCRIPTIONS, [4, 8, "~leads ~ ~rules"], "I5"],
  ["words before the first task", DESCRIPTIONS, [4, 8, "they do: ~leads"], "I5"],
  ["tasks of a wider group", DESCRIPTIONS, [3, 8, "~leads"], "I4"],
  ["a unit group without job titles", DESCRIPTIONS, [4, 9, null], "J5"],
  ["codes of two levels in a row", DESCRIPTIONS, [4, 2, 111], "D5"],
  ["a code in the column of another level", DESCRIPTIONS, [3, 2, 1111], "C4"],
  ["text in place of a code", DESCRIPTIONS, [4, 3, "n/a"], "D5"],
  ["a row that has lost its code", DESCRIPTIONS, [4, 3, "<blank>"], "E5"],
  ["a group that stands there twice", DESCRIPTIONS, [5, 3, 1111], "D6"],
  ["a formula's error in a cell that is read", DESCRIPTIONS, [4, 6, { error: "#REF!" }], "G5"],
  ["a title of the framework that is gone", FRAMEWORK, [7, 5, null], "F8"],
  ["a code of the framework that is gone", FRAMEWORK, [7, 4, null], "F8"],
  ["a group of the framework that stands there twice", FRAMEWORK, [8, 4, 1111], "E9"],
])("%s is refused, and the cell is named", (_what, sheet, [row, column, value], cell) => {
  expect(cases.refusalOf(withCells(sheet, [row, column, value])).locator).toBe(`'[${FILE}]${sheet}'!${cell}`);
});

test("a group whose wider group is missing on both sheets is refused by its name", () => {
  const without = cases.changed("structure", (workbook) => {
    sheetOf(workbook, DESCRIPTIONS).splice(3, 1);
    sheetOf(workbook, FRAMEWORK).splice(5, 1);
  });
  expect(cases.refusalOf(without).found).toMatch(/the group (?:11|1111)$/);
});

test("a formula's error in a cell that nobody reads does no harm", () => {
  const changed = withCells(DESCRIPTIONS, [3, 5, { error: "#REF!" }]);
  expect(plainFacts(cases.readingOf(changed).facts)).toEqual(plainFacts(asWritten.facts));
});

test("a column without its header is refused, with the headers that were found", () => {
  const refusal = cases.refusalOf(withCells(DESCRIPTIONS, [0, 8, "Work"]));
  expect(refusal.expected).toBe("a header with a column “Tasks”");
  expect(refusal.found).toContain("“Work”");
});

test("a job title that is listed twice is one name", () => {
  const changed = withCells(DESCRIPTIONS, [
    5,
    9,
    "~Councillor (local government)\n\n~Councillor (local government) \n~Member of Parliament",
  ]);
  expect(plainFacts(cases.readingOf(changed).facts)).toEqual(plainFacts(asWritten.facts));
});
