import { readFileSync } from "node:fs";
import { read, utils } from "@e965/xlsx";
import AdmZip from "adm-zip";
import { readAgain } from "../workbooks/second-reading.ts";

type CellsByAddress = ReadonlyMap<string, string | number>;

/** The columns as they stood in every edition that was saved, by their letters. */
const LETTERS = {
  jobs: "C",
  median: "D",
  mean: "F",
  p10: "H",
  p20: "I",
  p25: "J",
  p30: "K",
  p40: "L",
  p60: "M",
  p70: "N",
  p75: "O",
  p80: "P",
  p90: "Q",
};

const GROUPS = { All: "-", "Full-Time": "Full-time", "Part-Time": "Part-time" };

const PERIODS: Readonly<Record<string, string>> = {
  "14.1": "week",
  "14.5": "hour",
  "14.7": "year",
  "14.9": "hours",
};

type Books = ReadonlyMap<string, ReadonlyMap<string, CellsByAddress>>;

/** The workbooks of a zip by their tables: `14.7a`. */
export function booksInZip(path: string): Books {
  return new Map(
    new AdmZip(path).getEntries().map((entry) => {
      const sheet = readAgain(entry.getData());
      const sheets = Object.keys(GROUPS).map((name) => [name, numbersIn(sheet(name))] as const);
      return [/14\.\d+[ab]/.exec(entry.entryName)?.[0] ?? "", new Map(sheets)];
    }),
  );
}

function numbersIn(cells: ReadonlyMap<string, string>): CellsByAddress {
  const filled = [...cells].filter(([, words]) => words !== "");
  return new Map(filled.map(([at, words]) => [at, /^-?\d/.test(words) ? Number(words) : words]));
}

/** A binary workbook: the only library that reads it is the project's, asked for the texts that a person would see. */
export function booksInXls(path: string): Books {
  const book = read(readFileSync(path), { type: "buffer" });
  const cells = (sheet: string): CellsByAddress =>
    new Map(
      utils
        .sheet_to_json<(string | number)[]>(book.Sheets[sheet] ?? {}, { header: 1, raw: true })
        .flatMap((row, index) =>
          row.flatMap((value, column) =>
            value === "" ? [] : [[`${utils.encode_col(column)}${index + 1}`, value] as const],
          ),
        ),
    );
  return new Map([["14.7a", new Map(Object.keys(GROUPS).map((sheet) => [sheet, cells(sheet)]))]]);
}

/** Every figure as a line: what it is about, its value or its marker, its coefficient of variation. */
export function figuresIn(books: Books): string[] {
  const lines: string[] = [];
  for (const [table, sheets] of books) {
    if (!table.endsWith("a")) continue;
    const number = table.slice(0, -1);
    for (const [sheet, group] of Object.entries(GROUPS)) {
      const cells = sheets.get(sheet) ?? new Map();
      const quality = books.get(`${number}b`)?.get(sheet);
      for (let row = 7; /^\d+$/.test(`${cells.get(`B${row}`) ?? ""}`); row++)
        for (const [column, letter] of Object.entries(LETTERS)) {
          const what = column === "jobs" ? jobsOf(number, group) : `${PERIODS[number]} ${group}`;
          if (what === undefined) continue;
          // The jobs of table 14.1 have the coefficients of variation of the same jobs in table 14.9.
          const errors = column === "jobs" && number === "14.1" ? books.get("14.9b")?.get(sheet) : quality;
          const error = errors?.get(`${letter}${row}`);
          const value = cells.get(`${letter}${row}`) ?? "blank";
          lines.push(
            [cells.get(`B${row}`), what, column, value, typeof error === "number" ? error : "-"].join(" | "),
          );
        }
    }
  }
  return lines;
}

function jobsOf(number: string, group: string): string | undefined {
  if (number === "14.7") return `stayers ${group}`;
  return number === "14.1" ? `jobs ${group}` : undefined;
}

/** Codes and titles of the groups, from the first sheet. */
export function groupsIn(books: Books): string[] {
  const cells = [...books.values()][0]?.get("All") ?? new Map();
  const lines: string[] = [];
  for (let row = 7; /^\d+$/.test(`${cells.get(`B${row}`) ?? ""}`); row++)
    lines.push(`${cells.get(`B${row}`)} | ${String(cells.get(`A${row}`)).trim()}`);
  return lines;
}
