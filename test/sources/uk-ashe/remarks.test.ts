import { describe, expect, test } from "vitest";
import type { DocumentBytes } from "../../../sources/source.ts";
import { loneEdition, provisionalEdition, readingOf } from "./cases.ts";
import { ALL, changed, FILE_OF_14_7, put } from "./changes.ts";
import { AT, FIRST_ROW, gridIn, workbookDocument, zipDocument } from "./written-edition.ts";

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
