import { describe, expect, test } from "vitest";
import { plainFacts, rowsOf } from "../cases/facts-of.ts";
import { documentOf, sheetOf, swapColumns, type WrittenCell } from "../workbooks/written-workbook.ts";
import { cases } from "./cases.ts";

const SHEETS = { definitions: "2018 SOC", structure: "2018 Structure" };
type Name = keyof typeof SHEETS;

/** The rows of a workbook's sheet, changed; rows and columns count from 0. */
const withRows = (name: Name, change: (rows: WrittenCell[][]) => void) =>
  cases.changed(name, (workbook) => change(sheetOf(workbook, SHEETS[name])));
const withCell = (name: Name, row: number, column: number, value: WrittenCell) =>
  withRows(name, (rows) => {
    const cells = rows[row];
    if (cells === undefined) throw new Error(`There is no row ${row}.`);
    cells[column] = value;
  });
const asWritten = (name: Name) => cases.readingOf(documentOf(cases.written(name)));
const groupOf = (name: Name, code: string) =>
  rowsOf(asWritten(name).facts, "occupation").find((row) => row.code === code);

describe.each(["definitions", "structure"] as const)("the workbook with the %s", (name) => {
  test("may move its columns with their headers, and its table down", () => {
    // The titles of the structure have no header: they stay right of the detailed occupations.
    const moved = withRows(name, (rows) => {
      swapColumns(rows, 0, 2);
      rows.splice(3, 0, []);
    });
    expect(plainFacts(cases.readingOf(moved).facts)).toEqual(plainFacts(asWritten(name).facts));
  });

  test("puts groups below minor groups whose code does not end in 000", () => {
    expect(groupOf(name, "15-1200")).toMatchObject({ level: "minor", parent_id: "us-soc-2018/15-0000" });
    expect(groupOf(name, "15-1210")?.parent_id).toBe("us-soc-2018/15-1200");
    expect(groupOf(name, "15-2010")?.parent_id).toBe("us-soc-2018/15-2000");
  });

  test("puts pediatricians below physicians, whose code ends in 10", () => {
    expect(groupOf(name, "29-1221")?.parent_id).toBe("us-soc-2018/29-1210");
  });

  test("is refused under a sheet of another name", () => {
    const renamed = cases.changed(name, ({ sheets }) => {
      sheets["2028 SOC"] = sheets[SHEETS[name]] ?? [];
      delete sheets[SHEETS[name]];
    });
    expect(cases.refusalOf(renamed).expected).toBe(`a sheet “${SHEETS[name]}”`);
  });

  test("is refused where it says nothing of the 2018 SOC", () => {
    expect(cases.refusalOf(withCell(name, 4, 0, "The final 2028 SOC")).expected).toBe(
      "words about the 2018 SOC above the table",
    );
  });

  test("is refused with a line below the table that is no group", () => {
    const footnote = withRows(name, (rows) => rows.push(["* A note"]));
    expect(cases.refusalOf(footnote).locator).toMatch(/!A23$/);
  });

  test("remarks on a column that nobody knows", () => {
    const more = withCell(name, 7, 6, "Skill level");
    expect(cases.readingOf(more).remarks).toEqual([
      expect.objectContaining({ rule: "new-column", locator: expect.stringMatching(/!G8$/) }),
    ]);
  });
});

test.each<[string, Name, number, number, WrittenCell, string]>([
  ["a code in the place of another level", "structure", 11, 3, "15-1300", "D12"],
  ["two codes in a row", "structure", 11, 2, "15-1210", "A12"],
  ["a row that has lost its code", "structure", 11, 3, null, "A12"],
  ["a group without a title", "structure", 11, 4, null, "E12"],
  ["words in place of a code", "structure", 11, 3, "n/a", "D12"],
  ["a level that nobody knows", "definitions", 11, 0, "Specific", "A12"],
  ["a level that is not the code's", "definitions", 10, 0, "Minor", "B11"],
  ["a detailed occupation without a definition", "definitions", 11, 3, "", "D12"],
  ["a title in the place of a definition", "definitions", 11, 3, "Computer Systems Analysts", "D12"],
  ["a definition of a wider group", "definitions", 10, 3, "All analysts.", "D11"],
  ["a figure in the place of a title", "definitions", 10, 2, "12300", "C11"],
  ["a group without a title", "definitions", 10, 2, "", "C11"],
  ["a code that BLS products use beside the classification", "definitions", 18, 1, "21-1018", "B19"],
  ["a code that stands there twice", "definitions", 12, 1, "15-1211", "B13"],
  ["a group below one of another stem", "definitions", 12, 1, "15-1222", "B13"],
  ["a formula's error", "definitions", 12, 2, { error: "#REF!" }, "C13"],
])("%s is refused, and the cell is named", (_what, name, row, column, value, cell) => {
  expect(cases.refusalOf(withCell(name, row, column, value)).locator).toMatch(new RegExp(`!${cell}$`));
});

test.each<[string, number, string]>([
  ["a major group", 8, "a major group above it"],
  ["a minor group", 9, "a minor group above it"],
  ["a broad group", 10, "a broad group above it"],
])("a classification that has lost %s is refused", (_what, row, expected) => {
  expect(cases.refusalOf(withRows("definitions", (rows) => rows.splice(row, 1))).expected).toBe(expected);
});

test("an occupation that has lost its broad group, and stands below another, is refused", () => {
  const without = withRows("definitions", (rows) => rows.splice(20, 1));
  expect(cases.refusalOf(without)).toMatchObject({
    expected: "a code that begins with 29-114, below 29-1140",
    found: "“29-1221 Pediatricians, General”",
  });
});
