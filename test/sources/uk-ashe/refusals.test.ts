import { describe, expect, test } from "vitest";
import type { DocumentBytes } from "../../../sources/source.ts";
import { loneEdition, provisionalEdition, readingOf, refusalOf, soc2010Edition } from "./cases.ts";
import {
  AT,
  FIRST_ROW,
  fileOf,
  type Grid,
  gridIn,
  type WrittenEdition,
  workbookDocument,
  zipDocument,
} from "./written-edition.ts";

const FILE_OF_14_7 = "PROV - Occupation SOC20 (4) Table 14.7a   Annual pay - Gross 2024.xlsx";
const ALL = `'[${FILE_OF_14_7}]All'`;

/** The edition with one sheet changed. */
function changed(change: (grid: Grid, edition: WrittenEdition) => void, table = "14.7a", sheet = "All") {
  const edition = provisionalEdition();
  change(gridIn(edition, table, sheet), edition);
  return zipDocument(edition);
}

function put(row: number, column: number, value: string | number | null, table?: string, sheet?: string) {
  return changed(
    (grid) => {
      const cells = grid[row];
      if (cells === undefined) throw new Error(`There is no row ${row}.`);
      cells[column] = value;
    },
    table,
    sheet,
  );
}

function swap(grid: Grid, one: number, other: number, from = FIRST_ROW, to = FIRST_ROW + 5): void {
  for (const row of grid.slice(from, to)) [row[one], row[other]] = [row[other] ?? null, row[one] ?? null];
}

const rename = (from: string, to: string) => (_: Grid, edition: WrittenEdition) => {
  const sheets = edition.books.get("14.7a");
  if (sheets === undefined) throw new Error("There is no table 14.7a.");
  const renamed = [...sheets].map(([name, grid]) => [name === from ? to : name, grid] as const);
  edition.books.set("14.7a", new Map(renamed));
};

describe("a document is refused", () => {
  test.each<[string, () => DocumentBytes, string, string, string]>([
    [
      "where a cell holds words",
      () => put(FIRST_ROW, AT.median, "about 49,000"),
      `${ALL}!D7`,
      "a number, or one of the markers x .. : -",
      "“about 49,000”",
    ],
    ["where a number is text", () => put(FIRST_ROW, AT.median, "48962"), `${ALL}!D7`, "a number", "“48962”"],
    [
      "where a marker is not of estimates",
      () => put(FIRST_ROW, AT.median, "."),
      `${ALL}!D7`,
      "a number",
      "“.”",
    ],
    ["where a number is negative", () => put(FIRST_ROW, AT.jobs, -122), `${ALL}!C7`, "a number", "“-122”"],
    ["where pay is 0", () => put(FIRST_ROW, AT.median, 0), `${ALL}!D7`, "a number above 0", "“0”"],
    ["where jobs are 0", () => put(FIRST_ROW, AT.jobs, 0), `${ALL}!C7`, "a number above 0", "“0”"],
    [
      "where a formula went wrong",
      () => put(FIRST_ROW, AT.median, "#REF!"),
      `${ALL}!D7`,
      "a value",
      "the error",
    ],
    [
      "where figures of two percentiles are swapped and the headers are not",
      () => changed((grid) => swap(grid, AT.p10, AT.p20)),
      `${ALL}!I7`,
      `a p20 that is not below the p10 (29900 at ${ALL}!H7)`,
      "21545",
    ],
    [
      "where median and mean are swapped and the headers are not",
      () => changed((grid) => swap(grid, AT.median, AT.mean)),
      `${ALL}!M7`,
      "a p60 that is not below the median (68086",
      "57469",
    ],
    [
      "where jobs stand a row too low",
      () =>
        changed((grid) => {
          for (let row = FIRST_ROW + 4; row > FIRST_ROW; row--)
            (grid[row] ?? [])[AT.jobs] = grid[row - 1]?.[AT.jobs] ?? null;
        }),
      `${ALL}!C9`,
      "the sum of the jobs of the groups below it (235), within 1.5",
      "122",
    ],
    [
      "where coefficients of variation stand in another column",
      () => changed((grid) => swap(grid, AT.p25, AT.p90), "14.7b"),
      "'[PROV - Occupation SOC20 (4) Table 14.7b   Annual pay - Gross 2024 CV.xlsx]All'!J9",
      `at most 20 percent, as ${ALL}!J9 is published (47910)`,
      "x",
    ],
    [
      "where a column lost its header",
      () => put(4, AT.p25, null),
      `${ALL}!A5`,
      "a header with a column “(?:Percentiles )?25”",
      "“Percentiles 10”, “20”, “30”",
    ],
    [
      "where a header stands twice",
      () => put(4, AT.p25, 20),
      `${ALL}!A5`,
      "a header with a column “(?:Percentiles )?25”",
      "“20”, “20”",
    ],
    [
      "where a group is missing in one sheet",
      () => changed((grid) => grid.splice(FIRST_ROW + 4, 1), "14.7a", "Full-Time"),
      `'[${FILE_OF_14_7}]Full-Time'`,
      "a row of the group 1112",
      "none",
    ],
    [
      "where a group stands in one sheet only",
      () => put(FIRST_ROW + 4, AT.code, "1113"),
      "'[PROV - Occupation SOC20 (4) Table 14.1a   Weekly pay - Gross 2024.xlsx]All'",
      `a row of the group 1113, as ${ALL}!A11 asks for`,
      "none",
    ],
    [
      "where a group stands twice",
      () => put(FIRST_ROW + 4, AT.code, "1111"),
      `${ALL}!B11`,
      "each code once",
      `1111 again, which stands at ${ALL}!A10 too`,
    ],
    [
      "where a code has letters",
      () => put(FIRST_ROW, AT.code, "1a"),
      `${ALL}!B7`,
      "a code of one to four digits",
      "“1a”",
    ],
    [
      "where a title has no code",
      () => put(FIRST_ROW + 4, AT.code, null),
      `${ALL}!B11`,
      "the code of “Elected officers and representatives”",
      "nothing",
    ],
    [
      "where a code has no title",
      () => put(FIRST_ROW, AT.title, null),
      `${ALL}!A7`,
      "the title of the group 1",
      "nothing",
    ],
    [
      "where a figure stands beside no group",
      () => changed((grid) => grid.splice(FIRST_ROW, 0, [null, null, 12])),
      `${ALL}!C7`,
      "no figure in a row without a code",
      "“12”",
    ],
    [
      "where the footnotes are gone",
      () => changed((grid) => grid.splice(-4)),
      `${ALL}!A12`,
      "footnotes below the table",
      "“Not Classified”",
    ],
    [
      "where a row stands below the footnotes",
      () => changed((grid) => grid.push(["Nurses", "2237", 12])),
      `${ALL}!B17`,
      "nothing but footnotes below the table",
      "“2237”",
    ],
    [
      "where the footnote tells of other workers",
      () => put(FIRST_ROW + 6, AT.title, "a  Employees on adult rates of any length of service."),
      `${ALL}!A13`,
      "one footnote “Employees on adult rates who have been in the same job for more than a year.”",
      "“a Employees on adult rates of any length of service.”",
    ],
    [
      "where the sheet “All” has another name",
      () => changed(rename("All", "Everyone")),
      `[${FILE_OF_14_7}]`,
      "a sheet “All”",
      "“Everyone”",
    ],
    [
      "where one of two sheets has another name",
      () => changed(rename("Part-Time", "Part")),
      `[${FILE_OF_14_7}]`,
      "a sheet “Part-Time”",
      "“Part”",
    ],
    [
      "where two sheets changed places",
      () =>
        changed((_, edition) => {
          const [one, two] = [gridIn(edition, "14.7a", "Full-Time"), gridIn(edition, "14.7a", "Part-Time")];
          edition.books.get("14.7a")?.set("Full-Time", two).set("Part-Time", one);
        }),
      `'[${FILE_OF_14_7}]Full-Time'!A1`,
      "“Table 14.7a Annual pay - Gross (£) - For full-time employee jobs: United Kingdom, …”",
      "“Table 14.7a Annual pay - Gross (£) - For part-time employee jobsa: United Kingdom, 2024”",
    ],
    [
      "where a table measures something else",
      () =>
        put(0, 0, "Table 14.7a   Annual pay - Incentive (£) - For all employee jobsa: United Kingdom, 2024"),
      `${ALL}!A1`,
      "the title of a table that is read (14.1, 14.5, 14.7, 14.9)",
      "“Table 14.7a Annual pay - Incentive (£) - For all employee jobsa: United Kingdom, 2024”",
    ],
    [
      "where a sheet is of another year",
      () => put(0, 0, "Table 14.7a   Annual pay - Gross (£) - For all employee jobsa: United Kingdom, 2023"),
      `${ALL}!A1`,
      "the year 2024, as '[PROV",
      "2023",
    ],
    [
      "where the address is of another year",
      () => zipDocument(provisionalEdition(), "2023provisional"),
      "the address",
      "the year 2024",
      "2023",
    ],
    [
      "where the address says revised",
      () => zipDocument(provisionalEdition(), "2024revised"),
      "the address",
      "the edition, provisional or revised provisional, as [PROV",
      "revised",
    ],
    [
      "where a file has the name of another table",
      () =>
        changed((_, edition) => {
          const [one, two] = [fileOf(edition, "14.1a", "xlsx"), fileOf(edition, "14.5a", "xlsx")];
          edition.names.set("14.1a", two).set("14.5a", one);
        }),
      "[PROV - Occupation SOC20 (4) Table 14.1a   Weekly pay - Gross 2024.xlsx]",
      "a name with “Table 14.5a Hourly pay - Gross”, as the titles of its sheets say",
      "“PROV - Occupation SOC20 (4) Table 14.1a   Weekly pay - Gross 2024.xlsx”",
    ],
    [
      "where a table is missing",
      () => changed((_, edition) => edition.books.delete("14.5a")),
      "the whole archive",
      "one workbook of table 14.5a",
      "none",
    ],
    [
      "where a table is there twice",
      () =>
        changed((_, edition) => {
          edition.books.set("again", new Map([["All", [["x"]]]]));
          edition.names.set("again", "Occupation SOC20 (4) Table 14.7a   Annual pay - Gross 2024.xls");
        }),
      "the whole archive",
      "one workbook of table 14.7a",
      "“Occupation SOC20 (4) Table 14.7a   Annual pay - Gross 2024.xls”",
    ],
    [
      "where the zip is broken",
      () => ({
        ...zipDocument(provisionalEdition()),
        body: zipDocument(provisionalEdition()).body.subarray(0, 9_000),
      }),
      "the whole archive",
      "a zip archive",
      "",
    ],
    [
      "where the zip would unpack to more than any of the publisher's",
      () => bomb(zipDocument(provisionalEdition())),
      "the whole archive",
      "268435456 bytes unpacked at most",
      "21476",
    ],
    [
      "where a member is no workbook",
      () => zipDocument(provisionalEdition(), undefined, { [FILE_OF_14_7]: "<html>Sorry</html>" }),
      `[${FILE_OF_14_7}]`,
      "a workbook",
      "“<html>Sorry</html>”",
    ],
    [
      "where codes of SOC 2010 stand in an edition of 2024",
      () =>
        zipDocument(
          withCodes(provisionalEdition(), (code) =>
            code === "1111" ? "1115" : code === "1112" ? "1116" : code,
          ),
        ),
      "the code 1115 at '[PROV - Occupation SOC20 (4) Table 14.1a   Weekly pay - Gross 2024.xlsx]All'!A10",
      "the classification uk-soc-2020",
      "uk-soc-2010",
    ],
    [
      "where codes of SOC 2020 stand in a file of SOC 2010",
      () =>
        workbookDocument(
          withCodes(soc2010Edition(), (code) => code.replace("1115", "1111")),
          "14.7a",
          "2021",
        ),
      "the code 1111 at",
      "the classification uk-soc-2010",
      "uk-soc-2020",
    ],
    [
      "where the name of the file says SOC 2010 in 2022",
      () => workbookDocument({ ...loneEdition(), classification: "SOC10" }, "14.7a", "2022"),
      "the year 2022",
      "the classification uk-soc-2010",
      "uk-soc-2020",
    ],
    [
      "where nothing tells whether it is revised",
      () => {
        const edition = loneEdition();
        edition.names.set("14.7a", "table147a2022.xls");
        return workbookDocument(edition, "14.7a", "2022");
      },
      "the name of the file and the address",
      "the edition, provisional or revised",
      "nothing that says it",
    ],
  ])("%s", (_, document, locator, expected, found) => {
    const refusal = refusalOf(document());
    expect(refusal.locator).toContain(locator);
    expect(refusal.expected).toContain(expected);
    expect(refusal.found).toContain(found);
  });
});

/** The zip with a directory that promises two gigabytes. */
function bomb({ body, ...document }: DocumentBytes): DocumentBytes {
  const bytes = Buffer.from(body);
  bytes.writeUInt32LE(2 ** 31 - 1, bytes.indexOf("PK\x01\x02", 0, "latin1") + 24);
  return { ...document, body: bytes };
}

/** All codes of an edition changed. */
function withCodes(edition: WrittenEdition, change: (code: string) => string): WrittenEdition {
  for (const sheets of edition.books.values())
    for (const grid of sheets.values())
      for (const row of grid) if (/^\d{4}$/.test(`${row[AT.code]}`)) row[AT.code] = change(`${row[AT.code]}`);
  return edition;
}

describe("a document is read alike", () => {
  const facts = (document: DocumentBytes) =>
    readingOf(document).facts.map(({ table, row: { locator, ...row } }) => ({ table, row }));
  const usual = facts(zipDocument(provisionalEdition()));

  test.each<[string, () => DocumentBytes]>([
    [
      "where columns change places with their headers",
      () => changed((grid) => swap(grid, AT.p10, AT.p90, 2)),
    ],
    [
      "where a column is put between",
      () =>
        changed((grid) => {
          for (const row of grid) row.splice(5, 0, null);
        }),
    ],
    ["where rows are put above the header", () => changed((grid) => grid.splice(1, 0, [], []))],
    ["where codes are numbers", () => zipDocument(numbered(provisionalEdition()))],
    [
      "where groups stand in another order",
      () => changed((grid) => grid.splice(FIRST_ROW, 5, ...grid.slice(FIRST_ROW, FIRST_ROW + 5).reverse())),
    ],
    [
      "where sheets stand in another order",
      () =>
        changed((_, edition) =>
          edition.books.set("14.7a", new Map([...(edition.books.get("14.7a") ?? [])].reverse())),
        ),
    ],
    [
      "where the footnote has another letter",
      () =>
        put(
          FIRST_ROW + 6,
          AT.title,
          "c  Employees on adult rates who have been in the same job for more than a year. Estimates are rounded.",
        ),
    ],
    [
      "where a computer left its own files in the zip",
      () => zipDocument(provisionalEdition(), undefined, { "__MACOSX/._PROV - x.xlsx": "", ".DS_Store": "" }),
    ],
    ["where workbooks lie in a folder", () => zipDocument(inFolder(provisionalEdition()))],
  ])("%s", (_, document) => {
    expect(facts(document())).toEqual(usual);
  });
});

function numbered(edition: WrittenEdition): WrittenEdition {
  for (const sheets of edition.books.values())
    for (const grid of sheets.values())
      for (const row of grid) if (/^\d+$/.test(`${row[AT.code]}`)) row[AT.code] = Number(row[AT.code]);
  return edition;
}

function inFolder(edition: WrittenEdition): WrittenEdition {
  for (const table of edition.books.keys())
    edition.names.set(table, `For Publishing/${fileOf(edition, table, "xlsx")}`);
  return edition;
}

test("a revised edition is known by the names of its files", () => {
  expect(readingOf(zipDocument({ ...provisionalEdition(), isProvisional: false })).edition).toBe(
    "2024 revised",
  );
});

test.each([
  ["x", "suppressed", "x"],
  ["..", "suppressed", ".."],
  [":", "not-published", ":"],
  ["-", "not-published", "-"],
  [null, "not-published", null],
])("%j for a number is NULL, %s, and stands in raw as %j", (marker, qualifier, raw) => {
  const edition = loneEdition();
  const row = gridIn(edition, "14.7a", "All")[FIRST_ROW + 3] ?? [];
  row[AT.median] = marker;
  row[AT.jobs] = marker;
  const { facts } = readingOf(workbookDocument(edition, "14.7a", "2022"));
  const of = (table: string) =>
    facts.find(
      (fact) => fact.table === table && fact.row.locator.endsWith(table === "wage" ? "All'!D10" : "All'!C10"),
    )?.row;
  expect(of("wage")).toMatchObject({ amount: null, qualifier, raw });
  expect(of("employment")).toMatchObject({ jobs: null, qualifier, raw });
});

describe("a remark is made", () => {
  const rules = (document: DocumentBytes) =>
    readingOf(document)
      .remarks.filter(({ rule }) => rule !== "no-coefficients-of-variation")
      .map(({ rule, locator, message }) => [rule, locator, message]);

  test.each<[string, () => DocumentBytes, string[]]>([
    [
      "on a table that nobody knows",
      () =>
        zipDocument(provisionalEdition(), undefined, {
          "Occupation SOC20 (4) Table 14.13a   Bonus 2024.xlsx": "",
        }),
      [
        "member-not-read",
        "[Occupation SOC20 (4) Table 14.13a   Bonus 2024.xlsx]",
        "The file “Occupation SOC20 (4) Table 14.13a   Bonus 2024.xlsx” is not read.",
      ],
    ],
    [
      "on a new column",
      () => put(4, 17, "95"),
      ["new-column", `${ALL}!R5`, "The column “95” of the sheet “All” is not read."],
    ],
    [
      "on a new sheet",
      () => changed((_, edition) => edition.books.get("14.7a")?.set("Regions", [["x"]])),
      ["new-sheet", `[${FILE_OF_14_7}]Regions`, "The sheet “Regions” is not read."],
    ],
    [
      "on a footnote that nobody knows",
      () => changed((grid) => grid.push(["c  Corrected on 19 December."])),
      [
        "new-footnote",
        `${ALL}!A17`,
        "Below the table stands what nobody knows: “c Corrected on 19 December.”.",
      ],
    ],
    [
      "on jobs that two tables tell differently",
      () => put(FIRST_ROW + 4, AT.jobs, "x", "14.9a"),
      [
        "other-number-of-jobs",
        "'[PROV - Occupation SOC20 (4) Table 14.9a   Paid hours worked - Total 2024.xlsx]All'!C11",
        "The jobs of group 1112 are x in table 14.9a and 10 at '[PROV - Occupation SOC20 (4) Table 14.1a   Weekly pay - Gross 2024.xlsx]All'!C11, which is kept.",
      ],
    ],
    [
      "on a title that two sheets tell differently",
      () => put(FIRST_ROW + 4, AT.title, "Elected officers"),
      [
        "other-title",
        `${ALL}!A11`,
        "The group is called “Elected officers” here, and “Elected officers and representatives” in the first sheet, which is kept.",
      ],
    ],
    [
      "on a figure that is withheld although it is precise",
      () => put(FIRST_ROW, AT.p10, "x"),
      [
        "precise-figure-withheld",
        `${ALL}!H7`,
        "The figure is withheld although its coefficient of variation is 2.6 percent.",
      ],
    ],
  ])("%s", (_, document, remark) => {
    expect(rules(document())).toContainEqual(remark);
  });

  test("on a workbook without full-time and part-time sheets", () => {
    const edition = loneEdition();
    edition.books.get("14.7a")?.delete("Full-Time");
    edition.books.get("14.7a")?.delete("Part-Time");
    expect(rules(workbookDocument(edition, "14.7a", "2022"))[0]?.[0]).toBe("no-full-time-sheets");
  });

  test("on nothing, where only tables are added that are left out on purpose", () => {
    const others = {
      "PROV - Occupation SOC20 (4) Table 14.2a   Weekly pay - Excluding overtime 2024.xlsx": "",
    };
    expect(rules(zipDocument(provisionalEdition(), undefined, others))).toEqual([]);
  });
});
