import { utils } from "@e965/xlsx";
import { quoted } from "../reading/document-error.ts";
import { type Sheet, sheetLocator } from "../reading/sheet.ts";
import type { Remark } from "../source.ts";
import { type IndustryCell, MARKERS, type Section, type UnitGroup } from "./industries-extract.ts";
import { isKnownNote } from "./notes.ts";

export type UnitGroupRow = UnitGroup & { readonly row: number; readonly cells: readonly IndustryCell[] };

/** What the sheet of one year says. */
export type YearSheet = {
  readonly year: string;
  readonly at: string;
  readonly sections: readonly Section[];
  readonly letters: readonly string[];
  readonly rows: readonly UnitGroupRow[];
  readonly totals: { readonly row: number; readonly cells: readonly number[] };
  readonly remarks: readonly Remark[];
};

/** “1 A Agriculture, forestry and fishing”: a running number, the letter of the section, its title. */
const SECTION = /^(?<number>\d{1,2}) (?<letter>[A-U]) (?<title>\S.*)$/;

/** “1111 Chief executives and senior officials” */
const UNIT_GROUP = /^(?<code>[1-9]\d{3}) (?<title>\S.*)$/;

const PERIOD = /^January-December (20\d{2})$/;

/** Activities of households and of international bodies (T, U) are left out by the publisher. */
const SCOPE = /^Annual Population Survey, filtered for industry sections ([A-U])-([A-U])$/;

/** The weights of the survey, the occupation in SOC 2020, the industry in SIC 2007. */
const VARIABLES = /^Variables used: PWTA\d{2}, SOC20M, INDS07M$/;

/** @throws DocumentError where a row, a column or a cell is not what is known */
export function readYearSheet(sheet: Sheet, workbook: string): YearSheet {
  const header = headerOf(sheet);
  const labels = labelColumnOf(sheet, header);
  const { rows, totalRow } = rowsOf(sheet, header, labels);
  const notes = notesOf(sheet, header, labels, totalRow);
  const columns = header.columns.map(({ column }) => column);
  refuseUnlessAllSections(sheet, header, notes);
  return {
    year: yearOf(sheet, notes),
    at: sheetLocator(workbook, sheet.name),
    sections: header.columns.map(({ section }) => section),
    letters: columns.map((column) => utils.encode_col(column)),
    rows,
    totals: { row: totalRow + 1, cells: columns.map((column) => totalIn(sheet, totalRow, column)) },
    remarks: notes
      .filter(
        ({ text }) => ![PERIOD, VARIABLES, SCOPE].some((known) => known.test(text)) && !isKnownNote(text),
      )
      .map(({ text, at }) => ({
        rule: "new-note",
        locator: at,
        message: `Beside the table stands what nobody knows: “${text}”.`,
      })),
  };
}

type Header = {
  readonly row: number;
  readonly columns: readonly { readonly column: number; readonly section: Section }[];
};

/** The first row that names industry sections; it names nothing else, and each once. */
function headerOf(sheet: Sheet): Header {
  for (let row = 0; row < sheet.rowCount; row++) {
    const cells = columnsOf(sheet).filter((column) => sheet.text(row, column) !== "");
    if (!cells.some((column) => SECTION.test(sheet.text(row, column)))) continue;
    const columns = cells.map((column) => ({ column, section: sectionIn(sheet, row, column) }));
    const twice = columns.find(({ section }, index) =>
      columns.slice(0, index).some((before) => before.section.letter === section.letter),
    );
    if (twice !== undefined) sheet.refuse(row, twice.column, "each section once");
    return { row, columns };
  }
  return sheet.refuse(0, 0, "a row with the industry sections", "none in the sheet");
}

function sectionIn(sheet: Sheet, row: number, column: number): Section {
  const words = sheet.text(row, column);
  const { letter, title } = SECTION.exec(words)?.groups ?? {};
  return letter === undefined || title === undefined
    ? sheet.refuse(row, column, "a section, such as “1 A Agriculture, forestry and fishing”")
    : { letter, title, words, at: sheet.at(row, column) };
}

/** The column where the unit groups stand, known by the first of them. */
function labelColumnOf(sheet: Sheet, { row }: Header): number {
  const columns = columnsOf(sheet).filter((column) => UNIT_GROUP.test(sheet.text(row + 1, column)));
  const [only] = columns;
  if (only !== undefined && columns.length === 1) return only;
  return sheet.refuse(row + 1, 0, "one unit group, such as “1111 Chief executives and senior officials”");
}

/** The rows of the unit groups, down to the row “Total”. */
function rowsOf(sheet: Sheet, { row: headerRow, columns }: Header, labels: number) {
  const rows = new Map<string, UnitGroupRow>();
  for (let row = headerRow + 1; row < sheet.rowCount; row++) {
    const words = sheet.text(row, labels);
    if (words === "Total") return { rows: [...rows.values()], totalRow: row };
    const { code, title } = UNIT_GROUP.exec(words)?.groups ?? {};
    if (code === undefined || title === undefined)
      return sheet.refuse(row, labels, "a unit group, such as “1111 Chief executives …”, or “Total”");
    const first = rows.get(code);
    if (first !== undefined)
      sheet.refuse(row, labels, "each unit group once", `${code} again, which stands at ${first.at} too`);
    const cells = columns.map(({ column }) => cellIn(sheet, row, column));
    rows.set(code, { code, title, words, at: sheet.at(row, labels), row: row + 1, cells });
  }
  return sheet.refuse(sheet.rowCount - 1, labels, "a row “Total” below the unit groups");
}

/** Persons, or a marker. Nobody is told by `-`, never by 0. */
function cellIn(sheet: Sheet, row: number, column: number): IndustryCell {
  const value = sheet.value(row, column);
  if (typeof value === "number" && Number.isSafeInteger(value) && value > 0) return value;
  const marker = typeof value === "string" ? MARKERS.find((known) => known === value.trim()) : undefined;
  return marker ?? sheet.refuse(row, column, "a whole number of persons, or one of the markers * -");
}

function totalIn(sheet: Sheet, row: number, column: number): number {
  const cell = cellIn(sheet, row, column);
  return typeof cell === "number" ? cell : sheet.refuse(row, column, "the total of the section");
}

type Note = { readonly text: string; readonly at: string };

/** Every word outside the table: nothing is passed over. */
function notesOf(sheet: Sheet, header: Header, labels: number, totalRow: number): Note[] {
  const inTable = new Set([labels, ...header.columns.map(({ column }) => column)]);
  const notes: Note[] = [];
  for (let row = 0; row < sheet.rowCount; row++)
    for (const column of columnsOf(sheet)) {
      if (row >= header.row && row <= totalRow && inTable.has(column)) continue;
      const text = sheet.text(row, column);
      if (text === "") continue;
      if (typeof sheet.value(row, column) === "number")
        sheet.refuse(row, column, "no number outside the table");
      notes.push({ text, at: sheet.at(row, column) });
    }
  return notes;
}

/** The name of the sheet, the period above the table and the variables must say the same of what it is. */
function yearOf(sheet: Sheet, notes: readonly Note[]): string {
  const periods = notes.flatMap(({ text }) => PERIOD.exec(text)?.[1] ?? []);
  const found = (words: readonly string[]) => words.map(quoted).join(", ") || "none";
  if (periods.length !== 1 || periods[0] !== sheet.name)
    sheet.refuse(0, 0, `the period “January-December ${sheet.name}” above the table`, found(periods));
  const variables = notes.filter(({ text }) => /^Variables used\b/.test(text)).map(({ text }) => text);
  if (variables.length !== 1 || !VARIABLES.test(variables[0] ?? ""))
    sheet.refuse(0, 0, "the variables SOC20M and INDS07M above the table", found(variables));
  return sheet.name;
}

/** “A-S” above the table: all of them stand in it. */
function refuseUnlessAllSections(sheet: Sheet, { row, columns }: Header, notes: readonly Note[]): void {
  const [, first = "", last = ""] = notes.map(({ text }) => SCOPE.exec(text)).find(Boolean) ?? [];
  const letters = columns.map(({ section }) => section.letter).sort();
  const range = letters.length > 0 && letters[0] === first && letters.at(-1) === last;
  const isWhole = last.charCodeAt(0) - first.charCodeAt(0) + 1 === letters.length;
  if (range && isWhole) return;
  const said =
    first === "" ? "the sections that a line above the table tells" : `the sections ${first}-${last}`;
  sheet.refuse(row, columns[0]?.column ?? 0, said, letters.join(", "));
}

function columnsOf(sheet: Sheet): number[] {
  return Array.from({ length: sheet.columnCount }, (_, column) => column);
}
