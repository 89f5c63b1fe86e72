import { DocumentError } from "../reading/document-error.ts";
import { fileNameOf, openWorkbook } from "../reading/workbook.ts";
import type { DocumentBytes, Reading, Remark } from "../source.ts";
import { addressWordsIn } from "./address.ts";
import type { IndustriesExtract, IndustryYear } from "./industries-extract.ts";
import { readYearSheet, type YearSheet } from "./year-sheet.ts";

/** A sheet a year. @throws DocumentError */
export function readIndustries({ url, body }: DocumentBytes): Reading<IndustriesExtract> {
  const name = fileNameOf(url);
  const book = openWorkbook({ url, name, body });
  const years = book.sheetNames.filter((sheet) => /^20\d{2}$/.test(sheet)).sort();
  refuseUnlessAllYears(years, url, name);
  const sheets = years.reverse().map((year) => readYearSheet(book.sheet(year), name));
  const [latest] = sheets;
  if (latest === undefined) throw new Error("There is no sheet to read.");
  return {
    extract: {
      url,
      sections: latest.sections.map((section) => ({ ...section })),
      occupations: latest.rows.map(({ code, title, words, at }) => ({ code, title, words, at })),
      years: sheets.map((sheet) => aligned(sheet, latest, url)),
    },
    remarks: [
      ...book.sheetNames.filter((sheet) => !/^20\d{2}$/.test(sheet)).map((sheet) => notRead(name, sheet)),
      ...sheets.flatMap(({ remarks }) => remarks),
      ...sheets.flatMap((sheet) => otherTitles(sheet, latest)),
    ],
  };
}

/** The years of the address, where it tells them; without a gap in any case. */
function refuseUnlessAllYears(years: readonly string[], url: string, name: string): void {
  const [first, last] = addressWordsIn(url)?.years ?? [Number(years[0]), Number(years.at(-1))];
  const missing = yearsBetween(first, last).find((year) => !years.includes(year));
  if (missing === undefined && years.length === last - first + 1) return;
  throw new DocumentError({
    url,
    locator: `[${name}]`,
    expected: missing === undefined ? `no year outside ${first} to ${last}` : `a sheet “${missing}”`,
    found: years.map((year) => `“${year}”`).join(", ") || "none that is a year",
  });
}

function yearsBetween(first: number, last: number): string[] {
  return Array.from({ length: Math.max(1, last - first + 1) }, (_, index) => `${first + index}`);
}

/** The rows and columns of a sheet in the order of the latest year; both must have the same ones. */
function aligned(sheet: YearSheet, latest: YearSheet, url: string): IndustryYear {
  const refuseMissing = (what: string, elsewhere: string, at: string): never => {
    throw new DocumentError({
      url,
      locator: at,
      expected: `${what}, which stands at ${elsewhere}`,
      found: "none",
    });
  };
  const columns = latest.sections.map(({ letter, at }) => {
    const column = sheet.sections.findIndex((section) => section.letter === letter);
    return column === -1 ? refuseMissing(`the section ${letter}`, at, sheet.at) : column;
  });
  const extra = sheet.sections.find(({ letter }) => !latest.sections.some((own) => own.letter === letter));
  if (extra !== undefined) refuseMissing(`the section ${extra.letter}`, extra.at, latest.at);
  const rows = new Map(sheet.rows.map((row) => [row.code, row]));
  const codes = new Set(latest.rows.map(({ code }) => code));
  const other = sheet.rows.find(({ code }) => !codes.has(code));
  if (other !== undefined) refuseMissing(`the unit group ${other.code}`, other.at, latest.at);
  const inOrder = latest.rows.map(
    ({ code, at }) => rows.get(code) ?? refuseMissing(`the unit group ${code}`, at, sheet.at),
  );
  const pick = <T>(cells: readonly T[]) => columns.flatMap((column) => cells.slice(column, column + 1));
  return {
    year: sheet.year,
    at: sheet.at,
    letters: pick(sheet.letters),
    rows: inOrder.map(({ row }) => row),
    cells: inOrder.map(({ cells }) => pick(cells)),
    totals: { row: sheet.totals.row, cells: pick(sheet.totals.cells) },
  };
}

function notRead(name: string, sheet: string): Remark {
  return { rule: "new-sheet", locator: `[${name}]${sheet}`, message: `The sheet “${sheet}” is not read.` };
}

function otherTitles(sheet: YearSheet, latest: YearSheet): Remark[] {
  const known = new Map([
    ...latest.rows.map(({ code, words }) => [code, words] as const),
    ...latest.sections.map(({ letter, title }) => [letter, title] as const),
  ]);
  const here = [
    ...sheet.rows.map(({ code, words, at }) => ({ key: code, words, at })),
    ...sheet.sections.map(({ letter, title, at }) => ({ key: letter, words: title, at })),
  ];
  return here
    .filter(({ key, words }) => known.get(key) !== words)
    .map(({ key, words, at }) => ({
      rule: "other-title",
      locator: at,
      message: `Here stands “${words}”, and “${known.get(key)}” in the sheet of the latest year, which is kept.`,
    }));
}
