import { DocumentError } from "../reading/document-error.ts";
import { sheetLocator } from "../reading/sheet.ts";
import { openWorkbook, type Workbook } from "../reading/workbook.ts";
import { openZip, type ZipMember } from "../reading/zip.ts";
import type { DocumentBytes, Reading, Remark } from "../source.ts";
import { descriptionsIn } from "./descriptions.ts";
import type { OewsKind } from "./editions.ts";
import { isLeftOut, memberNamed } from "./members.ts";
import type { OewsExtract } from "./oews-extract.ts";
import { findColumns } from "./survey-columns.ts";
import { readSurveyRows } from "./survey-sheet.ts";

/** Sheets beside the figures: descriptions of the columns, and what the publisher's program leaves behind, hidden. */
const DESCRIPTIONS = "Field Descriptions";
const SHEETS_LEFT_OUT: ReadonlySet<string> = new Set(["UpdateTime", "Filler"]);

/** All occupations of the nation. */
export function readNational(document: DocumentBytes): Reading<OewsExtract> {
  return readEdition(document, "national");
}

/** All occupations in each sector of the industry classification. */
export function readSectors(document: DocumentBytes): Reading<OewsExtract> {
  return readEdition(document, "sectors");
}

function readEdition({ url, body }: DocumentBytes, kind: OewsKind): Reading<OewsExtract> {
  const { members } = openZip(body, url);
  const member = memberOf(members, kind, url);
  const file = member.name;
  const book = openWorkbook({ url, name: file, body: member.read() });
  const sheet = book.sheet(sheetOf(book, kind, url));
  const columns = findColumns(sheet, kind);
  const described = book.sheetNames.includes(DESCRIPTIONS);
  const { title, cap } = described ? descriptionsIn(book.sheet(DESCRIPTIONS)) : { title: null, cap: null };
  const { letters } = columns;
  return {
    extract: {
      ...{ url, kind, file, sheet: sheet.name, at: sheetLocator(file, sheet.name), title, cap, letters },
      ...readSurveyRows(sheet, columns),
    },
    remarks: [...membersNotRead(members, kind), ...sheetsNotRead(book, sheet.name), ...columns.remarks],
  };
}

function memberOf(members: readonly ZipMember[], kind: OewsKind, url: string): ZipMember {
  const [member, ...others] = members.filter(({ name }) => isBook(name) && memberNamed(name)?.kind === kind);
  if (member !== undefined && others.length === 0) return member;
  throw new DocumentError({
    url,
    locator: "the whole archive",
    expected: `one workbook “${kind === "national" ? "national" : "natsector"}_M20…_dl.xlsx”`,
    found: members.map(({ name }) => `“${name}”`).join(", ") || "no files",
  });
}

function isBook(name: string): boolean {
  return /\.xlsx?$/i.test(name);
}

/** The sheet has the name of the file. */
function sheetOf({ name, sheetNames }: Workbook, kind: OewsKind, url: string): string {
  const [sheet, ...others] = sheetNames.filter((sheet) => memberNamed(sheet)?.kind === kind);
  if (sheet !== undefined && others.length === 0) return sheet;
  throw new DocumentError({
    url,
    locator: `[${name}]`,
    expected: "one sheet with the name of the file",
    found: sheetNames.map((sheet) => `“${sheet}”`).join(", "),
  });
}

function membersNotRead(members: readonly ZipMember[], kind: OewsKind): Remark[] {
  return members
    .filter(({ name }) => !isLeftOut(name) && memberNamed(name)?.kind !== kind)
    .map(({ name }) => ({
      rule: "member-not-read",
      locator: `[${name}]`,
      message: `The file “${name}” is not read.`,
    }));
}

function sheetsNotRead({ name, sheetNames }: Workbook, read: string): Remark[] {
  return sheetNames
    .filter((sheet) => sheet !== read && sheet !== DESCRIPTIONS && !SHEETS_LEFT_OUT.has(sheet))
    .map((sheet) => ({
      rule: "sheet-not-read",
      locator: sheetLocator(name, sheet),
      message: `The sheet “${sheet}” is not read.`,
    }));
}
