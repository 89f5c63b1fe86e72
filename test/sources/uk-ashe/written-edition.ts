import { readFileSync } from "node:fs";
import { join } from "node:path";
import { utils, write } from "@e965/xlsx";
import AdmZip from "adm-zip";
import { parse } from "csv-parse/sync";
import type { DocumentBytes } from "../../../sources/source.ts";
import { DATASET } from "../../../sources/uk-ashe/address.ts";

export const CASES_FOLDER = join(import.meta.dirname, "..", "..", "fixtures", "uk-ashe");

type Cell = string | number | null;

/** Rows of cells; `null` is blank. Rows and columns count from 0: the first figure is that of row 6, column 2. */
export type Grid = Cell[][];

/** The workbooks of an edition, by the numbers of their tables: `14.7a`. */
export type WrittenEdition = {
  readonly year: number;
  readonly isProvisional: boolean;
  readonly classification: "SOC10" | "SOC20";
  readonly books: Map<string, Map<string, Grid>>;
  /** Names of the files, by table; what is not here has the publisher's name. */
  readonly names: Map<string, string>;
};

type Line = { table: string; sheet: string; code: string; title: string } & Record<string, string>;

const MEASURES: Readonly<Record<string, string>> = {
  "14.1": "Weekly pay - Gross",
  "14.5": "Hourly pay - Gross",
  "14.7": "Annual pay - Gross",
  "14.9": "Paid hours worked - Total",
};

/** Columns as published; two are changes from year to year. */
const HEADER: Grid = [
  [null, null, "Number", null, "Annual", null, "Annual"],
  [null, null, "of jobsb", null, "percentage", null, "percentage", "Percentiles"],
  [
    "Description",
    "Code",
    "(thousand)",
    "Median",
    "change",
    "Mean",
    "change",
    ...[10, 20, 25, 30, 40, 60, 70, 75, 80, 90],
  ],
];

const COLUMNS = [
  "jobs",
  "median",
  "",
  "mean",
  "",
  "p10",
  "p20",
  "p25",
  "p30",
  "p40",
  "p60",
  "p70",
  "p75",
  "p80",
  "p90",
];

/** The row of the first group, under the title, the header and the sum. */
export const FIRST_ROW = 6;

/** Where columns stand in a sheet. */
export const AT = {
  title: 0,
  code: 1,
  jobs: 2,
  median: 3,
  mean: 5,
  p10: 7,
  p20: 8,
  p25: 9,
  p90: 16,
} as const;

const KEY = [
  ["Key", "Statistical robustness"],
  ["CV <= 5%", "Precise"],
  ["x = CV > 20%", "Unreliable"],
];

export function writtenEdition(
  name: string,
  edition: Pick<WrittenEdition, "year" | "isProvisional" | "classification">,
): WrittenEdition {
  const lines = parse<Line>(readFileSync(join(CASES_FOLDER, name, "figures.csv")), { columns: true });
  const books = new Map<string, Map<string, Grid>>();
  for (const { table } of lines) books.set(table, new Map([["Notes", [["Guide to results"]]]]));
  for (const [table, sheets] of books)
    for (const sheet of ["All", "Male", "Full-Time", "Part-Time"]) {
      const own = lines.filter((line) => line.table === table && line.sheet === sheet);
      sheets.set(sheet, sheet === "Male" ? [["Not read"]] : gridOf(table, sheet, own, edition.year));
    }
  return { ...edition, books, names: new Map() };
}

function gridOf(table: string, sheet: string, lines: readonly Line[], year: number): Grid {
  const number = table.slice(0, -1);
  const money = number === "14.9" ? "" : " (£)";
  const quality = table.endsWith("b") ? "Coefficients of variation for " : "";
  const title = `Table ${table}   ${quality}${MEASURES[number]}${money} - For ${sheet.toLowerCase()} employee jobsa: United Kingdom, ${year}`;
  const rows = lines.map((line, index): Cell[] => [
    line.title,
    line.code,
    ...COLUMNS.map((column) => (column === "" ? (quality === "" ? 1.5 : ".") : cellOf(line[column] ?? ""))),
    null,
    ...(KEY[index] ?? []),
  ]);
  const workers =
    number === "14.7"
      ? "who have been in the same job for more than a year."
      : "whose pay for the survey pay-period was not affected by absence.";
  return [
    [title],
    [],
    ...structuredClone(HEADER),
    ["All employees", "", 27882, 613.3, 6.7, 715.5, 6.8],
    ...rows,
    ["Not Classified", "", ":"],
    [`a  Employees on adult rates ${workers}`],
    ["b  Figures for Number of Jobs are for indicative purposes only."],
    ["KEY - Colours"],
    ["Source: Annual Survey of Hours and Earnings, Office for National Statistics."],
  ];
}

function cellOf(words: string): Cell {
  if (words === "") return null;
  return /^\d/.test(words) ? Number(words) : words;
}

/** The sheet of a workbook, to be changed in place. */
export function gridIn(edition: WrittenEdition, table: string, sheet: string): Grid {
  const grid = edition.books.get(table)?.get(sheet);
  if (grid === undefined) throw new Error(`There is no sheet ${sheet} of table ${table}.`);
  return grid;
}

/** `PROV - Occupation SOC20 (4) Table 14.7a   Annual pay - Gross 2024.xlsx` */
export function fileOf(edition: WrittenEdition, table: string, extension: "xlsx" | "xls"): string {
  const { year, isProvisional, classification } = edition;
  const words = `${MEASURES[table.slice(0, -1)]} ${year}${table.endsWith("b") ? " CV" : ""}`;
  return (
    edition.names.get(table) ??
    `${isProvisional ? "PROV - " : ""}Occupation ${classification} (4) Table ${table}   ${words}.${extension}`
  );
}

/** A real workbook, `.xlsx` or the older binary `.xls`. */
export function workbookBytes(sheets: ReadonlyMap<string, Grid>, extension: "xlsx" | "xls"): Buffer {
  const book = utils.book_new();
  for (const [name, grid] of sheets) {
    const sheet = utils.aoa_to_sheet(grid);
    for (const [address, cell] of Object.entries(sheet))
      if (typeof cell?.v === "string" && cell.v.startsWith("#"))
        sheet[address] = { t: "e", v: 0x17, w: cell.v };
    utils.book_append_sheet(book, sheet, name);
  }
  return write(book, { type: "buffer", bookType: extension === "xls" ? "biff8" : "xlsx" });
}

export function zipDocument(
  edition: WrittenEdition,
  place = `${edition.year}${edition.isProvisional ? "provisional" : "revised"}`,
  others: Readonly<Record<string, string>> = {},
): DocumentBytes {
  const zip = new AdmZip();
  for (const [table, sheets] of edition.books)
    zip.addFile(fileOf(edition, table, "xlsx"), workbookBytes(sheets, "xlsx"));
  for (const [name, content] of Object.entries(others)) zip.addFile(name, Buffer.from(content));
  const url = `https://www.ons.gov.uk/file?uri=${DATASET}/${place}/ashetable14${place}.zip`;
  return { url, mediaType: "application/zip", body: zip.toBuffer() };
}

export function workbookDocument(edition: WrittenEdition, table: string, folder: string): DocumentBytes {
  const file = fileOf(edition, table, "xls");
  const body = workbookBytes(edition.books.get(table) ?? new Map(), "xls");
  const url = `https://www.ons.gov.uk/file?uri=${DATASET}/${folder}/${encodeURIComponent(file)}`;
  return { url, mediaType: "application/vnd.ms-excel", body };
}
