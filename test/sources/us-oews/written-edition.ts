import { readFileSync } from "node:fs";
import { join } from "node:path";
import AdmZip from "adm-zip";
import { parse } from "csv-parse/sync";
import type { DocumentBytes } from "../../../sources/source.ts";
import { addressOf, type OewsKind } from "../../../sources/us-oews/editions.ts";
import { type MadeSheet, makeWorkbook } from "../reading/made-workbook.ts";

export const CASES_FOLDER = join(import.meta.dirname, "..", "..", "fixtures", "us-oews");

export type Cell = string | number | boolean | null;

/** A zip of the publisher's form, every part of which a test can change. */
export type WrittenEdition = {
  readonly kind: OewsKind;
  year: number;
  /** The header and the rows; the first line of figures is 1. */
  grid: Cell[][];
  /** Lines of the sheet “Field Descriptions”; without any there is no such sheet. */
  descriptions: string[];
  file: string;
  sheet: string;
  readonly otherSheets: Record<string, MadeSheet>;
  readonly otherFiles: Record<string, string>;
};

export function writtenEdition(name: string, kind: OewsKind, year: number): WrittenEdition {
  const lines: string[][] = parse(readFileSync(join(CASES_FOLDER, name, "figures.csv")));
  const [header = []] = lines;
  const isText = header.map((words) => /^(?:area|naics|own_code|occ_|i_|o_|prim_)/i.test(words));
  const cap =
    year >= 2022 ? "$115.00 per hour or $239,200 per year" : "$100.00 per hour or $208,000 per year";
  const table = `${kind === "national" ? "national" : "natsector"}_M${year}_dl`;
  return {
    kind,
    year,
    grid: lines.map((line, row) =>
      line.map((words, column) => (row === 0 || isText[column] ? words : cellOf(words))),
    ),
    descriptions: [
      `May ${year} ${year >= 2020 ? "OEWS" : "OES"} Estimates`,
      "",
      "Notes:",
      "*  = indicates that a wage estimate is not available",
      `#  = indicates a wage equal to or greater than ${cap} `,
    ],
    file: `oesm/${table}.xlsx`,
    sheet: table.replace(/^nats/, "Nats"),
    otherSheets: { UpdateTime: { rows: [["alldataupdate"]], isHidden: true }, Filler: { rows: [] } },
    otherFiles: { "oesm/field_descriptions.xlsx": "not read" },
  };
}

function cellOf(words: string): Cell {
  if (words === "") return null;
  return /^\d/.test(words) ? Number(words) : words;
}

export function zipDocument(edition: WrittenEdition): DocumentBytes {
  const { kind, year, grid, descriptions, file, sheet, otherSheets, otherFiles } = edition;
  const described =
    descriptions.length === 0 ? {} : { "Field Descriptions": { rows: descriptions.map((line) => [line]) } };
  const zip = new AdmZip();
  zip.addFile(file, makeWorkbook({ [sheet]: { rows: grid }, ...described, ...otherSheets }));
  for (const [name, content] of Object.entries(otherFiles)) zip.addFile(name, Buffer.from(content));
  return { url: addressOf(kind, year), mediaType: "application/zip", body: zip.toBuffer() };
}

/** The line of an occupation, by its code and its level, in an industry where there are several. */
export function lineOf(edition: WrittenEdition, code: string, group = "", naics = ""): Cell[] {
  const at = (header: string) => columnOf(edition, header);
  const line = edition.grid.find(
    (cells) =>
      cells[at("OCC_CODE")] === code &&
      (group === "" || cells[at("O_GROUP")] === group) &&
      (naics === "" || cells[at("NAICS")] === naics),
  );
  if (line === undefined) throw new Error(`There is no line ${code} ${group} ${naics}.`);
  return line;
}

export function columnOf({ grid }: WrittenEdition, header: string): number {
  const column = (grid[0] ?? []).findIndex((words) => `${words}`.toUpperCase() === header);
  if (column === -1) throw new Error(`There is no column ${header}.`);
  return column;
}

/** Writes another value into a cell of a line. */
export function put(edition: WrittenEdition, line: Cell[], header: string, value: Cell): void {
  line[columnOf(edition, header)] = value;
}
