import { describe, expect, test } from "vitest";
import { findTable, type TableLayout } from "../../../sources/reading/sheet-table.ts";
import { openWorkbook } from "../../../sources/reading/workbook.ts";
import { type MadeSheet, makeWorkbook } from "./made-workbook.ts";

const HEADER: MadeSheet["rows"] = [
  ["Table 14.7a"],
  [],
  [null, null, "Number", null, "Annual", null, "Percentiles"],
  [null, null, "of jobsb", null, "percentage", "Mean"],
  ["Description", "Code", "(thousand)", "Median", "change", null, 10, 20],
  ["Chefs", "5434", 200, 24_000, 3.1, 25_000, 9_000, 12_000],
];
const LAYOUT = {
  headerRows: 3,
  columns: {
    title: /Description/,
    code: /Code/,
    jobs: /Number of jobs\w? \(thousand\)/,
    median: /Median/,
    p10: /Percentiles 10/,
    p20: /(?:Percentiles )?20/,
  },
  ignored: [/Annual percentage change/, /Mean/],
} satisfies TableLayout<string>;

function found(
  rows: MadeSheet["rows"],
  layout: TableLayout<string> = LAYOUT,
  merges: MadeSheet["merges"] = [],
) {
  const body = makeWorkbook({ All: { rows, merges } });
  return findTable(
    openWorkbook({ url: "https://www.ons.gov.uk/", name: "t.xlsx", body }).sheet("All"),
    layout,
  );
}

/** The same table with its columns in another order. */
function inOrder(...columns: readonly number[]): MadeSheet["rows"] {
  return HEADER.map((row) => columns.map((column) => row[column] ?? null));
}

describe("the table of a sheet", () => {
  test("is found by the words over its columns, which may take several rows", () => {
    expect(found(HEADER)).toEqual({
      column: { title: 0, code: 1, jobs: 2, median: 3, p10: 6, p20: 7 },
      headerRow: 4,
      remarks: [],
    });
  });

  test("is found where columns have moved with their headers", () => {
    const { column } = found(inOrder(1, 0, 4, 3, 5, 2, 6, 7));
    expect(column).toEqual({ title: 1, code: 0, jobs: 5, median: 3, p10: 6, p20: 7 });
  });

  test("takes the words of merged cells for each column that they cover", () => {
    const rows = [
      ["Weekly pay", null, "Hourly pay"],
      ["Median", "Mean", "Median", "Mean"],
      [1, 2, 3, 4],
    ];
    const columns = { week: /Weekly pay Median/, hour: /Hourly pay Median/ };
    const ignored = [/.* pay Mean/];
    const merges = [0, 2].map((c) => ({ s: { r: 0, c }, e: { r: 0, c: c + 1 } }));
    expect(found(rows, { headerRows: 2, columns, ignored }, merges)).toMatchObject({
      column: { week: 0, hour: 2 },
      remarks: [],
    });
  });

  test("is refused where a column is gone, with the words that stand there", () => {
    expect(() => found(inOrder(0, 1, 2, 4, 5, 6, 7))).toThrow(
      /\[t\.xlsx\]All!A5: expected a header with a column “Median”, found “Description”, “Code”/,
    );
  });

  test("is refused where two columns have the same words", () => {
    expect(() => found(inOrder(0, 1, 2, 3, 4, 5, 6, 7, 3))).toThrow(
      /expected one column “Median”, found 2 \(D, I\)/,
    );
  });

  test("is refused where there is none", () => {
    expect(() => found([["Contents"], ["Sheet 1"]])).toThrow(/expected a header with a column “Description”/);
  });

  test("tells of a column that nobody reads", () => {
    const rows = HEADER.map((row, at) => [...row, at === 4 ? "Mode" : null]);
    expect(found(rows).remarks).toEqual([
      {
        rule: "new-column",
        locator: "[t.xlsx]All!I5",
        message: "The column “Mode” of the sheet “All” is not read.",
      },
    ]);
  });

  test("can be one of several side by side", () => {
    const rows = [
      ["Levels", 2020, 2035, null, "Levels", 2020, 2035],
      ["All", 1, 2, null, "Males", 3, 4],
    ];
    const columns = { label: /Levels/, base: /2020/, target: /2035/ };
    const second = { headerRows: 1, columns, within: { from: 4, to: 7 } };
    expect(found(rows, second).column).toEqual({ label: 4, base: 5, target: 6 });
    expect(() => found(rows, { headerRows: 1, columns })).toThrow(/expected one column “Levels”, found 2/);
  });

  test("may have a column that some editions lack", () => {
    const optional = { mode: /Mode/ };
    const layout = { ...LAYOUT, optional };
    const find = (rows: MadeSheet["rows"]) =>
      findTable(
        openWorkbook({
          url: "https://www.ons.gov.uk/",
          name: "t.xlsx",
          body: makeWorkbook({ All: { rows } }),
        }).sheet("All"),
        layout,
      );
    const rows = HEADER;
    expect(find(rows).column).not.toHaveProperty("mode");
    const withMode = HEADER.map((row, at) => [...row, at === 4 ? "Mode" : null]);
    expect(find(withMode).column).toMatchObject({ p10: 6, p20: 7, mode: 8 });
    expect(find(withMode).remarks).toEqual([]);
    const twice = withMode.map((row, at) => [...row, at === 4 ? "Mode" : null]);
    expect(() => find(twice)).toThrow(/expected one column “Mode”, found 2 \(I, J\)/);
  });
});
