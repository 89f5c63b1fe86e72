import { expect, test } from "vitest";
import { sheetOf, type WrittenCell } from "../workbooks/written-workbook.ts";
import { cases } from "./cases.ts";
import { CHANGES, LEVELS, rowOf, SHARES, TABLE, withCells } from "./cells.ts";

test.each<[string, [string, string, number, WrittenCell], string]>([
  ["text in place of a number", [LEVELS, "11 ", 3, "2,300.9"], "D8"],
  ["a number that is gone", [LEVELS, "11 ", 5, null], "F8"],
  ["a formula's error in a level", [LEVELS, "11 ", 4, { error: "#REF!" }], "E8"],
  ["a formula's error in a percent", [SHARES, "32 ", 7, { error: "#DIV/0!" }], "H24"],
  ["a level that its change contradicts", [LEVELS, "11 ", 4, 2163.9], "E13"],
  ["a change that the levels contradict", [CHANGES, "53 ", 3, 42], "D58"],
  ["a net change that the changes contradict", [LEVELS, "53 ", 7, -6], "H13"],
  ["a percent that the change contradicts", [SHARES, "11 ", 7, 2.91], "H23"],
  ["a total that is no sum", [LEVELS, "All", 5, 3790], "F13"],
  ["a group that another block calls otherwise", [CHANGES, "63 ", 0, "63 Community occupations"], "A56"],
  ["a label that is no group", [LEVELS, "32 ", 0, "Health professionals"], "A9"],
  ["two groups of one code", [LEVELS, "32 ", 0, "11 Health professionals"], "A2"],
  [
    "a group that is there twice in a block",
    [SHARES, "32 ", 0, "11 Corporate managers and directors"],
    "A24",
  ],
  ["a block that has lost its label", [CHANGES, CHANGES, 0, "Changes"], "A46"],
  ["a year that is there twice", [LEVELS, LEVELS, 4, 2035], "H6"],
  ["a last year that the net change does not name", [LEVELS, LEVELS, 5, 2040], "H6"],
  ["a change without its years", [CHANGES, CHANGES, 5, "2025-2030"], "A51"],
])("%s is refused, and the cell is named", (_what, [block, label, column, value], cell) => {
  const refusal = cases.refusalOf(withCells([block, label, column, value]));
  expect(refusal.locator).toBe(`'[EN_MainTables.Main.xlsm]${TABLE}'!${cell}`);
});

test.each<[string, string, number, number, WrittenCell, string]>([
  ["another country", "Info", 2, 1, "Wales", "Info!B3"],
  ["no country", "Info", 2, 0, "Nation", "Info!A1"],
  ["another scenario", "Info", 1, 1, ".Technology", "Info!B2"],
  ["no rule for those who publish", "Warning", 3, 6, "PUBLISHED DATA: as you like", "Warning!A1"],
  ["another number of groups", TABLE, 1, 0, "26 Occupations", "'Occ T2'!A2"],
  [
    "titles of another country",
    TABLE,
    45,
    0,
    "Occupation Table 2 Employment Change by Occupation (SOC 2020) and Replacement Demand, 2015-2035, Wales (Continued)",
    "'Occ T2'!A46",
  ],
  [
    "titles of another year",
    TABLE,
    0,
    0,
    "Occupation Table 2 Employment Change by Occupation (SOC 2020) and Replacement Demand, 2015-2030, England",
    "'Occ T2'!A1",
  ],
  [
    "titles of another classification",
    TABLE,
    0,
    0,
    "Occupation Table 2 Employment Change by Occupation (SOC 2010) and Replacement Demand, 2015-2035, England",
    "'Occ T2'!A1",
  ],
])("%s is refused, and the cell is named", (_what, sheet, row, column, value, cell) => {
  const document = cases.changed("main-tables", (workbook) => {
    const cells = sheetOf(workbook, sheet)[row] ?? [];
    cells[column] = value;
  });
  const place = cell.replace(/^'?([^'!]+)'?!/, (_, name: string) =>
    name.includes(" ") ? `'[EN_MainTables.Main.xlsm]${name}'!` : `[EN_MainTables.Main.xlsm]${name}!`,
  );
  expect(cases.refusalOf(document).locator).toBe(place);
});

test.each(["Info", "Warning", TABLE])("a workbook without the sheet “%s” is refused", (name) => {
  const renamed = cases.changed("main-tables", ({ sheets }) => {
    sheets[`${name} (2)`] = sheets[name] ?? [];
    delete sheets[name];
  });
  expect(cases.refusalOf(renamed).expected).toBe(`a sheet “${name}”`);
});

test("a group that one block has not is refused", () => {
  const without = cases.changed("main-tables", (workbook) => {
    const rows = sheetOf(workbook, TABLE);
    rows.splice(rows.indexOf(rowOf(workbook, SHARES, "53 ")), 1);
  });
  expect(cases.refusalOf(without).expected).toBe("the 4 groups of “Levels (000s)” below");
});

test("a block without its total is refused", () => {
  const without = cases.changed("main-tables", (workbook) => {
    rowOf(workbook, CHANGES, "All")[0] = null;
  });
  expect(cases.refusalOf(without).expected).toBe("a row “All occupations” below");
});
