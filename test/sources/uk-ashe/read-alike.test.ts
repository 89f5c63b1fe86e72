import { describe, expect, test } from "vitest";
import type { DocumentBytes } from "../../../sources/source.ts";
import { provisionalEdition, readingOf } from "./cases.ts";
import { changed, put, swap } from "./changes.ts";
import { AT, FIRST_ROW, fileOf, type WrittenEdition, zipDocument } from "./written-edition.ts";

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
