import { utils, write } from "@e965/xlsx";
import { expect, test } from "vitest";
import { DocumentError } from "../../../sources/reading/document-error.ts";
import { openWorkbook } from "../../../sources/reading/workbook.ts";

const book = utils.book_new();
const rows = [
  ["Country", " Sum of\nthe workbooks "],
  [{ t: "e", v: 0x17 }, 2020, "Country name"],
  [null, "Country"],
];
utils.book_append_sheet(book, utils.aoa_to_sheet(rows), "Info");
const sheet = openWorkbook({
  url: "https://publisher.example/a.xlsx",
  name: "a.xlsx",
  body: write(book, { type: "buffer", bookType: "xlsx" }) as Buffer,
}).sheet("Info");

const refusalOf = (ask: () => unknown): DocumentError => {
  try {
    ask();
  } catch (error) {
    if (error instanceof DocumentError) return error;
  }
  throw new Error("Nothing was refused.");
};

test("cells are found by their whole words, white space folded, wherever they stand", () => {
  expect(sheet.cellsSaying(/Country/).map(({ at }) => at)).toEqual(["[a.xlsx]Info!A1", "[a.xlsx]Info!B3"]);
  expect(sheet.cellSaying(/Sum of the \w+/)).toEqual({
    row: 0,
    column: 1,
    text: "Sum of the workbooks",
    at: "[a.xlsx]Info!B1",
  });
});

test("numbers and the errors of formulas say nothing, and do no harm", () => {
  expect(sheet.cellsSaying(/2020|#REF!/)).toEqual([]);
});

test("words that stand nowhere, or twice, are refused", () => {
  expect(refusalOf(() => sheet.cellSaying(/Year/)).found).toBe("none in the whole sheet");
  const twice = refusalOf(() => sheet.cellSaying(/Country/));
  expect([twice.locator, twice.found]).toEqual(["[a.xlsx]Info!B3", "[a.xlsx]Info!A1 as well"]);
});
