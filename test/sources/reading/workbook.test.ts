import AdmZip from "adm-zip";
import { describe, expect, test } from "vitest";
import { fileNameOf, openWorkbook } from "../../../sources/reading/workbook.ts";
import { type MadeSheet, makeWorkbook } from "./made-workbook.ts";

const URL = "https://www.ons.gov.uk/file?uri=/a/b/table 14.7a.xlsx";
const NAME = "table 14.7a.xlsx";
const SHEETS: Readonly<Record<string, MadeSheet>> = {
  Notes: { rows: [["Read me"]] },
  Stored: { rows: [[{ error: "#REF!" }]], isHidden: true },
  "Full-Time": {
    rows: [["Code", "Median", "Flag"], ["1111", 12.5, true], [], ["  two \n lines ", null, ""]],
  },
};

const open = (body: Buffer, sheets?: readonly string[]) =>
  openWorkbook({ url: URL, name: NAME, body, ...(sheets && { sheets }) });

describe.each(["xlsx", "xlsm", "biff8"] as const)("a workbook (%s)", (bookType) => {
  const body = makeWorkbook(SHEETS, bookType);

  test("has all its sheets, hidden ones too", () => {
    expect(open(body).sheetNames).toEqual(["Notes", "Stored", "Full-Time"]);
  });

  test("gives the values of cells, blanks as nothing", () => {
    const sheet = open(body).sheet("Full-Time");
    expect([0, 1, 2].map((column) => sheet.value(1, column))).toEqual(["1111", 12.5, true]);
    expect([sheet.value(2, 0), sheet.value(3, 1), sheet.value(3, 2), sheet.value(99, 99)]).toEqual([
      ...[undefined, undefined, undefined, undefined],
    ]);
    expect([sheet.text(3, 0), sheet.text(1, 1), sheet.text(3, 1)]).toEqual(["two lines", "12.5", ""]);
    expect(sheet.rowCount).toBe(4);
  });

  test("names a cell as a spreadsheet does", () => {
    const book = open(body);
    expect(book.sheet("Full-Time").at(9, 3)).toBe("'[table 14.7a.xlsx]Full-Time'!D10");
    expect(openWorkbook({ url: URL, name: "a.xlsx", body }).sheet("Notes").at(0, 27)).toBe(
      "[a.xlsx]Notes!AB1",
    );
  });

  test("is refused where a formula's error is asked for, and only there", () => {
    const stored = open(body).sheet("Stored");
    expect(() => stored.value(0, 0)).toThrow(
      /at '\[table 14\.7a\.xlsx\]Stored'!A1: expected a value, found the error .* of a formula/,
    );
  });

  test("is refused where it has no such sheet, with those that it has", () => {
    expect(() => open(body).sheet("All")).toThrow(
      /at \[table 14\.7a\.xlsx\]: expected a sheet “All”, found “Notes”, “Stored”, “Full-Time”/,
    );
  });

  test("can be read in part", () => {
    expect(open(body, ["Full-Time"]).sheet("Full-Time").value(1, 0)).toBe("1111");
  });
});

describe("what is no whole workbook is refused with its address", () => {
  const body = makeWorkbook(SHEETS);
  test.each([
    [
      "text, which the library would take for a table",
      Buffer.from("Code,Median\n1111,12.5\n"),
      /a workbook, found/,
    ],
    ["a page", Buffer.from("<html><table><tr><td>1</td></tr></table></html>"), /a workbook, found/],
    ["a cut-off file", body.subarray(0, body.length - 100), /a zip archive, found/],
    ["a zip archive of something else", zipOf("a.txt"), /a whole workbook, found/],
    ["a cut-off .xls file", makeWorkbook(SHEETS, "biff8").subarray(0, 4_096), /a whole workbook, found/],
    ["a compound file of nothing", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), /a whole workbook, found/],
  ])("%s", (_, bytes, words) => {
    expect(() => open(bytes)).toThrow(words);
    expect(() => open(bytes)).toThrow(/www\.ons\.gov\.uk.*\[table 14\.7a\.xlsx\]/);
  });
});

function zipOf(name: string): Buffer {
  const zip = new AdmZip();
  zip.addFile(name, Buffer.from("words"));
  return zip.toBuffer();
}

test("a file is named by its address, or by the path that the address asks for", () => {
  expect(fileNameOf("https://www.ons.gov.uk/file?uri=/a/ashe%20table.zip")).toBe("ashe table.zip");
  expect(fileNameOf("https://www.bls.gov/oes/special-requests/oesm24nat.zip")).toBe("oesm24nat.zip");
});
