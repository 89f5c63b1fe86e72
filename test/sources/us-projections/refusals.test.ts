import AdmZip from "adm-zip";
import { describe, expect, test } from "vitest";
import type { MadeSheet } from "../reading/made-workbook.ts";
import { readingOf, refusalOf } from "./cases.ts";
import {
  EXPORT,
  exportOf,
  mergedHeaders,
  OF_2016,
  OF_2024,
  oneTable,
  twoTables,
  workbookOf,
} from "./made-editions.ts";

const E2024 = { base: 2024, target: 2034 };
type Cell = MadeSheet["rows"][number][number];
type Cells = Cell[][];

/** A workbook after a change of the cells of one sheet; rows and columns count from 0. */
function changed(sheets: Record<string, MadeSheet>, name: string, change: (cells: Cells) => void) {
  const sheet = sheets[name];
  if (sheet === undefined) throw new Error(`There is no sheet “${name}”.`);
  const rows = sheet.rows.map((row) => [...row]);
  change(rows);
  return workbookOf({ ...sheets, [name]: { ...sheet, rows } });
}

function set(cells: Cells, row: number, column: number, value: Cell): void {
  const there = cells[row];
  if (there === undefined) throw new Error(`There is no row ${row}.`);
  there[column] = value;
}

const main = (row: number, column: number, value: Cell) =>
  changed(oneTable(E2024, OF_2024), "Table 1.2", (cells) => set(cells, row, column, value));

test.each<[string, number, number, Cell, string]>([
  ["employment that is no number", 5, 3, "many", "D6"],
  ["employment that is not there", 5, 3, null, "D6"],
  ["a change that does not lead from base to target", 5, 7, 23.3, "H6"],
  ["a target that the change does not lead to", 5, 4, 332.7, "H6"],
  ["a percent that is not that of the change", 5, 8, 14.3, "I6"],
  ["employment in persons", 5, 3, 309_400, "D6"],
  ["openings that are words", 5, 10, "few", "K6"],
  ["a type that nobody knows", 5, 2, "Subtotal", "C6"],
  ["a category that nobody knows", 5, 12, "Some school", "M6"],
  ["a code that is none", 5, 1, "11-101", "B6"],
  ["a row without a code", 5, 1, null, "B6"],
  ["a code twice, with other words", 5, 1, "11-1000", "B6"],
  ["a title that is none", 5, 0, "*", "A6"],
  ["a formula's error", 5, 3, { error: "#REF!" }, "D6"],
  ["an occupation below the notes", 8, 1, "11-1021", "B8"],
  ["figures among the notes", 8, 3, 12.5, "B9"],
  ["no words about thousands", 0, 0, "Table 1.2 Occupational projections, 2024–34", "A1"],
  ["a table that names no years", 0, 0, "Table 1.2 (Employment in thousands)", "A1"],
  ["a column of other years", 1, 4, "Employment, 2033", "A2"],
  ["a column that is gone", 1, 8, "Growth", "A2"],
])("%s is refused, and the cell is named", (_what, row, column, value, cell) => {
  expect(refusalOf(main(row, column, value)).locator).toBe(`'[occupation.xlsx]Table 1.2'!${cell}`);
});

test("a change that rounding explains is taken", () => {
  expect(readingOf(main(5, 7, 13.4)).facts).not.toHaveLength(0);
});

test("two columns with the same words are refused", () => {
  expect(refusalOf(main(1, 5, "Employment, 2024")).found).toBe("2 (D, F)");
});

test("a column that nobody knows is remarked on", () => {
  expect(readingOf(main(1, 16, "Skill level")).remarks).toEqual([
    expect.objectContaining({ rule: "new-column", locator: "'[occupation.xlsx]Table 1.2'!Q2" }),
  ]);
});

test("a row that stands there twice, word by word, is one occupation, with a remark", () => {
  const twice = changed(oneTable(E2024, OF_2024), "Table 1.2", (cells) => {
    cells.splice(6, 0, [...(cells[5] ?? [])]);
  });
  const { facts, remarks } = readingOf(twice);
  expect(facts).toHaveLength(readingOf(workbookOf(oneTable(E2024, OF_2024))).facts.length);
  expect(remarks.map(({ rule, locator }) => [rule, locator])).toEqual([
    ["repeated-row", "'[occupation.xlsx]Table 1.2'!B7"],
  ]);
});

test("an occupation that nothing is assigned to is remarked on", () => {
  const { remarks } = readingOf(main(5, 12, "—"));
  expect(remarks.map(({ rule, locator }) => [rule, locator])).toEqual([
    ["nothing-assigned", "'[occupation.xlsx]Table 1.2'!M6"],
  ]);
});

describe("two tables of one workbook", () => {
  const sheets = () => twoTables(E2024, OF_2024);

  test("are refused where the one with the needs is missing", () => {
    const { "Table 1.2": only } = sheets();
    const refusal = refusalOf(workbookOf({ "Table 1.2": only as MadeSheet }));
    expect(refusal.expected).toContain("columns of education, experience and training");
  });

  test.each<[string, string, number, number, Cell, string]>([
    ["another number of jobs", "Table 1.7", 5, 3, 310.4, "'[occupation.xlsx]Table 1.2'!D6"],
    ["another percent", "Table 1.7", 5, 6, 5.3, "'[occupation.xlsx]Table 1.2'!I6"],
    ["a code that the first lacks", "Table 1.7", 5, 1, "11-1021", "'[occupation.xlsx]Table 1.2'!B6"],
    ["no years", "Table 1.7", 0, 0, "Table 1.7 (Numbers in thousands)", "'[occupation.xlsx]Table 1.7'!A1"],
  ])("are refused where the second has %s", (_what, name, row, column, value, locator) => {
    expect(refusalOf(changed(sheets(), name, (cells) => set(cells, row, column, value))).locator).toBe(
      locator,
    );
  });

  test("are refused where the second has an occupation more", () => {
    const more = changed(sheets(), "Table 1.7", (cells) => {
      cells.splice(6, 0, ["Legislators", "11-1031", ...(cells[5] ?? []).slice(2)]);
    });
    expect(refusalOf(more)).toMatchObject({
      locator: "'[occupation.xlsx]Table 1.7'!B7",
      found: "11-1031",
    });
  });

  test("are refused where they are of two editions", () => {
    const { "Table 1.2": first } = sheets();
    const { "Table 1.7": second } = twoTables({ base: 2023, target: 2033 }, OF_2024);
    const mixed = workbookOf({ "Table 1.2": first as MadeSheet, "Table 1.7": second as MadeSheet });
    expect(refusalOf(mixed).expected).toBe("the edition of Table 1.2, 2024");
  });

  test("may give a figure with more digits, and other openings, which are remarked on", () => {
    const other = changed(sheets(), "Table 1.7", (cells) => {
      set(cells, 5, 6, 4.2986);
      set(cells, 5, 8, 21.9);
    });
    const { facts, remarks } = readingOf(other);
    expect(facts).toEqual(readingOf(workbookOf(sheets())).facts);
    expect(remarks.map(({ rule }) => rule)).toEqual(["tables-differ"]);
  });
});

test("openings of an average year beside those of the decade are refused", () => {
  const both = changed(oneTable(E2024, OF_2024), "Table 1.2", (cells) =>
    set(cells, 1, 16, "Job openings due to growth and replacement needs, 2024–34"),
  );
  expect(refusalOf(both).locator).toBe("'[occupation.xlsx]Table 1.2'!Q2");
});

test("merged headers without a header over titles and codes are refused", () => {
  const without = changed(mergedHeaders({ base: 2016, target: 2026 }, OF_2016), "Table 1.2", (cells) =>
    set(cells, 1, 0, "Occupation"),
  );
  expect(refusalOf(without).expected).toBe("a header over the titles and the codes of the occupations");
});

test("a workbook without the table is refused with the names of its sheets", () => {
  const refusal = refusalOf(workbookOf({ Index: { rows: [["Contents"]] } }));
  expect([refusal.expected, refusal.found]).toEqual(["a sheet with Table 1.2", "Index"]);
});

test("an archive without the workbook is refused with the names of its members", () => {
  const zip = new AdmZip();
  zip.addFile("2016-26/education.xlsx", Buffer.from(""));
  const url = "https://www.bls.gov/emp/projections-archive/2016-26.zip";
  const refusal = refusalOf({ url, mediaType: "", body: zip.toBuffer() });
  expect([refusal.expected, refusal.found]).toEqual(["one member occupation.xlsx", "education.xlsx"]);
});

describe("an export", () => {
  const text = Buffer.from(exportOf(E2024, OF_2024).body).toString();
  const exported = (words: string | Buffer) => ({ url: EXPORT, mediaType: "", body: Buffer.from(words) });
  const replaced = (from: string, to: string) => {
    expect(text.split(from), from).toHaveLength(2);
    return exported(text.replace(from, () => to));
  };

  test.each<[string, string, string, string]>([
    ["names two editions", "Employment Change, 2024-2034", "Employment Change, 2023-2033", "A1"],
    ["has lost a column", '"Employment 2034"', '"Jobs"', "A1"],
    ["has a category that nobody knows", '"5 years or more"', '"Long"', "K5"],
    ["has a number that is none", '"309.4"', '"309,4"', "C5"],
    ["has a row that is no occupation", '="11-1011"'.replaceAll('"', '""'), "11", "B5"],
  ])("is refused where it %s", (_what, from, to, cell) => {
    expect(refusalOf(replaced(from, to)).locator).toBe(`[occupationProj.csv]occupationProj!${cell}`);
  });

  test("is refused where a row is cut off", () => {
    const cut = exported(text.slice(0, text.lastIndexOf(',"')));
    expect(refusalOf(cut).expected).toBe("rows of as many cells each");
  });

  test("is refused where it is not in UTF-8", () => {
    const latin = exported(Buffer.from(text.replace("Chief", "Chéf"), "latin1"));
    expect(refusalOf(latin).expected).toBe("text in UTF-8");
  });

  test("may have the headers of 2012–22, which have lost blanks, and give the openings of the decade", () => {
    const header =
      '"Title","SOC Code","2012","2022","Number (inthousands)","Percent","Jobopeningsdue togrowthandreplacementneeds,2012-2022(in thousands)","2012 median annual wage","Typical entry-level education","Education Code","Work experience in a related occupation","Workex Code","Typical on-the-job training","trCode"';
    const row =
      '"Actors     \t \t\t\t\tShow/hide Example Job Titles \t\t\t\t* Actor Understudy","27-2011","79.8","83.0","3.3","4.1","28.9","N/A","Some college, no degree","6","None","4","Long-term on-the-job training","3"';
    const { facts, remarks, edition } = readingOf(exported(`${header}\n${row}`));
    expect(edition).toBe("2012-22");
    expect(facts.map(({ row: { locator, raw, capture_id, source_id, ...values } }) => values)).toEqual([
      expect.objectContaining({ id: "us-soc-2010/27-2011", title: "Actors" }),
      expect.objectContaining({ base_jobs: 79_800, target_jobs: 83_000, annual_openings: null }),
      expect.objectContaining({ kind: "entry-education", text: "Some college, no degree" }),
      expect.objectContaining({ kind: "work-experience", text: "None" }),
      expect.objectContaining({ kind: "on-the-job-training", text: "Long-term on-the-job training" }),
    ]);
    expect(remarks.map(({ rule }) => rule)).toEqual(["left-out"]);
  });
});
