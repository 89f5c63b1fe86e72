import { DocumentError } from "../reading/document-error.ts";
import { fileNameOf } from "../reading/workbook.ts";
import { openZip, type ZipMember } from "../reading/zip.ts";
import type { DocumentBytes, Reading, Remark } from "../source.ts";
import type { AsheExtract, AsheWorkbook } from "./ashe-extract.ts";
import { readAsheWorkbook, type TableWorkbook } from "./ashe-workbook.ts";
import { memberNamed } from "./member-name.ts";
import { alignGroups } from "./same-groups.ts";
import type { TableSheet } from "./table-sheet.ts";
import { isTableNumber, LEFT_OUT, TABLE_NUMBERS, TABLES } from "./tables.ts";

/** Files that operating systems add to archives. */
const DEBRIS = /^(?:\._.*|\.DS_Store|Thumbs\.db)$/;

/** A whole edition: the zip has each of the four tables, and their coefficients of variation where the publisher adds them. */
export function readZip({ url, body }: DocumentBytes): Reading<AsheExtract> {
  const members = openZip(body, url).members.filter(({ name }) => !DEBRIS.test(name));
  const known = members.filter(({ name }) => isTableNumber(memberNamed(name)?.table ?? ""));
  refuseUnlessComplete(known, url);
  const books = known.map((member) => {
    const book = readAsheWorkbook({ url, file: member.name, body: member.read() });
    refuseUnlessNamed(book, url);
    return book;
  });
  const remarks = [...membersNotRead(members), ...tablesWithoutQuality(books)];
  return editionOf(url, books, remarks);
}

/** A single workbook of estimates, as a person saved it. */
export function readWorkbook({ url, body }: DocumentBytes): Reading<AsheExtract> {
  const file = fileNameOf(url);
  const book = readAsheWorkbook({ url, file, body });
  if (book.isQuality)
    throw new DocumentError({
      url,
      locator: `[${file}]`,
      expected: "a workbook of estimates",
      found: `the coefficients of variation of table ${book.table}, without the estimates that they are about`,
    });
  if (memberNamed(file) !== undefined) refuseUnlessNamed(book, url);
  return editionOf(url, [book], []);
}

function editionOf(
  url: string,
  unordered: readonly TableWorkbook[],
  remarks: readonly Remark[],
): Reading<AsheExtract> {
  const books = TABLE_NUMBERS.flatMap((number) => unordered.filter(({ table }) => table === number));
  const estimates = books.filter(({ isQuality }) => !isQuality);
  const quality = books.filter(({ isQuality }) => isQuality);
  const ordered = [...estimates, ...quality];
  const groups = alignGroups(
    ordered.flatMap(({ sheets }) => sheets),
    url,
  );
  const [first] = groups.sheets;
  const left = [...groups.sheets];
  const written = ordered.map((book) => workbookOf(book, left.splice(0, book.sheets.length)));
  return {
    extract: {
      url,
      occupations: (first?.rows ?? []).map(({ code, title, at, codeAt }) => ({ code, title, at, codeAt })),
      estimates: written.slice(0, estimates.length),
      quality: written.slice(estimates.length),
    },
    remarks: [...remarks, ...books.flatMap((book) => book.remarks), ...groups.remarks],
  };
}

function workbookOf({ table, file }: TableWorkbook, sheets: readonly TableSheet[]): AsheWorkbook {
  return {
    table,
    file,
    sheets: sheets.map(({ name, at, title, notes, letters, rows }) => ({
      name,
      at,
      title,
      notes: [...notes],
      letters: [...letters],
      rows: rows.map(({ row }) => row),
      cells: rows.map(({ cells }) => [...cells]),
    })),
  };
}

/** Each table of estimates once; coefficients of variation once at most. */
function refuseUnlessComplete(members: readonly ZipMember[], url: string): void {
  for (const table of TABLE_NUMBERS)
    for (const isQuality of [false, true]) {
      const found = members.filter(({ name }) => {
        const named = memberNamed(name);
        return named?.table === table && named.isQuality === isQuality;
      });
      if (found.length === 1 || (found.length === 0 && isQuality)) continue;
      throw new DocumentError({
        url,
        locator: "the whole archive",
        expected: `one workbook of table ${table}${isQuality ? "b" : "a"}`,
        found: found.length === 0 ? "none" : found.map(({ name }) => `“${name}”`).join(", "),
      });
    }
}

/** The name of the file and the titles in it must tell of the same table. */
function refuseUnlessNamed({ table, isQuality, file }: TableWorkbook, url: string): void {
  const named = memberNamed(file);
  const measure = TABLES[table].replace(" (£)", "");
  if (named?.table === table && named.isQuality === isQuality && named.measure === measure) return;
  throw new DocumentError({
    url,
    locator: `[${file}]`,
    expected: `a name with “Table ${table}${isQuality ? "b" : "a"} ${measure}”, as the titles of its sheets say`,
    found: `“${file}”`,
  });
}

function membersNotRead(members: readonly ZipMember[]): Remark[] {
  const isKnown = (name: string) => {
    const table = memberNamed(name)?.table ?? "";
    return isTableNumber(table) || Object.hasOwn(LEFT_OUT, table);
  };
  return members
    .filter(({ name }) => !isKnown(name))
    .map(({ name }) => ({
      rule: "member-not-read",
      locator: `[${name}]`,
      message: `The file “${name}” is not read.`,
    }));
}

function tablesWithoutQuality(books: readonly TableWorkbook[]): Remark[] {
  const has = (number: string) => books.some(({ table, isQuality }) => isQuality && table === number);
  return TABLE_NUMBERS.filter((number) => !has(number)).map((number) => ({
    rule: "no-coefficients-of-variation",
    locator: "the whole archive",
    message: `There is no table ${number}b: the figures of table ${number}a have no relative error.`,
  }));
}
