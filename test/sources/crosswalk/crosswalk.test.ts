import { describe, expect, test } from "vitest";
import { plainFacts } from "../cases/facts-of.ts";
import { documentOf, sheetOf, swapColumns, type WrittenCell } from "../workbooks/written-workbook.ts";
import { cases } from "./cases.ts";

const BY_2010 = "Sorted by 2010";
const BY_SOC = "2010 SOC to ISCO-08";
const BY_ISCO = "ISCO-08 to 2010 SOC";
const CASES: Readonly<Record<string, string>> = {
  [BY_2010]: "editions",
  [BY_SOC]: "isco",
  [BY_ISCO]: "isco",
};

/** The rows of a sheet, changed; rows and columns count from 0. */
const withRows = (sheet: string, change: (rows: WrittenCell[][]) => void) =>
  cases.changed(CASES[sheet] ?? "", (workbook) => change(sheetOf(workbook, sheet)));
const withCell = (sheet: string, row: number, column: number, value: WrittenCell) =>
  withRows(sheet, (rows) => {
    const cells = rows[row];
    if (cells === undefined) throw new Error(`There is no row ${row}.`);
    cells[column] = value;
  });

describe.each([BY_2010, BY_SOC, BY_ISCO])("the sheet “%s”", (sheet) => {
  const name = CASES[sheet] ?? "";

  test("may move its columns with their headers, and its table down", () => {
    const moved = withRows(sheet, (rows) => {
      swapColumns(rows, 0, 3);
      rows.splice(3, 0, []);
    });
    const asWritten = cases.readingOf(documentOf(cases.written(name)));
    expect(plainFacts(cases.readingOf(moved).facts)).toEqual(plainFacts(asWritten.facts));
  });

  test("is refused under another name", () => {
    const renamed = cases.changed(name, ({ sheets }) => {
      sheets.Sheet1 = sheets[sheet] ?? [];
      delete sheets[sheet];
    });
    expect(cases.refusalOf(renamed).expected).toBe(`a sheet “${sheet}”`);
  });

  test("is refused with a note below the table", () => {
    const noted = withRows(sheet, (rows) => rows.push(["* A note"]));
    expect(cases.refusalOf(noted).locator).toMatch(/![AD]\d+$/);
  });

  test("is refused where a pair stands twice", () => {
    const twice = withRows(sheet, (rows) => rows.push([...(rows.at(-1) ?? [])]));
    expect(cases.refusalOf(twice).expected).toBe("a pair that no row above has");
  });
});

test.each<[string, string, number, number, WrittenCell, string]>([
  ["a code of 2010 in another form", BY_2010, 10, 0, "151132", "A11"],
  ["a code of 2018 that is missing", BY_2010, 10, 2, null, "C11"],
  ["a title that is missing", BY_2010, 10, 3, "", "D11"],
  ["a title that is another one in another row", BY_2010, 11, 1, "Programmers", "B12"],
  ["an ISCO code that has become a number", BY_SOC, 14, 3, 110, "D15"],
  ["an ISCO code that has lost its zero", BY_SOC, 14, 3, "11", "D15"],
  ["a mark that nobody knows", BY_SOC, 7, 2, "p", "C8"],
  ["a mark that nobody knows", BY_ISCO, 7, 2, "**", "C8"],
  ["a pair that the other sheet does not have", BY_SOC, 7, 3, "2512", "A13"],
  ["a title that the other sheet tells otherwise", BY_ISCO, 10, 1, "Nurses", "A11"],
])("%s is refused, and a cell is named", (_what, sheet, row, column, value, cell) => {
  const refusal = cases.refusalOf(withCell(sheet, row, column, value));
  expect(refusal.message).toMatch(new RegExp(`!${cell}\\b`));
});

test("the comments are left out on purpose, and a column that nobody knows is remarked on", () => {
  expect(cases.readingOf(documentOf(cases.written("isco"))).remarks).toEqual([]);
  const more = withCell(BY_SOC, 6, 6, "Weight");
  expect(cases.readingOf(more).remarks).toEqual([
    expect.objectContaining({ rule: "new-column", locator: expect.stringMatching(/!G7$/) }),
  ]);
});

test("a sheet that nobody knows is remarked on", () => {
  const more = cases.changed("editions", ({ sheets }) => {
    sheets["Sorted by 2018"] = [["2018 SOC Code"]];
  });
  expect(cases.readingOf(more).remarks).toEqual([expect.objectContaining({ rule: "new-sheet" })]);
});

test("a mark of a merger where nothing was merged is remarked on, and believed", () => {
  const marked = withCell(BY_2010, 9, 3, "Computer Programmers (##)");
  const { facts, remarks } = cases.readingOf(marked);
  expect(remarks).toEqual([
    expect.objectContaining({ rule: "merged-mark", locator: expect.stringMatching(/!D10$/) }),
  ]);
  expect(plainFacts(facts).filter((line) => line.includes("published-partial"))).toContainEqual(
    expect.stringContaining("us-soc-2018/15-1251"),
  );
});
