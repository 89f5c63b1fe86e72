import { describe } from "vitest";
import type { DocumentBytes } from "../../../sources/source.ts";
import { loneEdition, provisionalEdition, soc2010Edition } from "./cases.ts";
import { ALL, changed, FILE_OF_14_7, put } from "./changes.ts";
import { testRefusals } from "./refused.ts";
import { AT, fileOf, type WrittenEdition, workbookDocument, zipDocument } from "./written-edition.ts";

describe("an edition is refused", () => {
  testRefusals([
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
  ]);
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
