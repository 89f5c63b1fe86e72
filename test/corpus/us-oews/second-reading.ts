import AdmZip from "adm-zip";
import { readAgain } from "../workbooks/second-reading.ts";

/** The columns as they stood in every edition that was saved, by their letters. */
const WAGES: readonly (readonly [string, string])[] = [
  ["hour mean", "R"],
  ["year mean", "S"],
  ["hour p10", "U"],
  ["hour p25", "V"],
  ["hour median", "W"],
  ["hour p75", "X"],
  ["hour p90", "Y"],
  ["year p10", "Z"],
  ["year p25", "AA"],
  ["year median", "AB"],
  ["year p75", "AC"],
  ["year p90", "AD"],
];

/** What the workbook of a zip says, as lines. */
export type SecondReading = {
  /** Code, level, title. */
  readonly occupations: readonly string[];
  readonly industries: readonly string[];
  /** Code, industry, what it is, the value or the marker, its error. */
  readonly figures: readonly string[];
  /** Code, industry, percent. */
  readonly shares: readonly string[];
};

/** Reads the XML by letters, in one pass, and keeps of two rows of a code the second: the detailed one stands below. */
export function secondReading(path: string): SecondReading {
  const member = new AdmZip(path).getEntries().find(({ entryName }) => /nat[a-z]+_M\d+_dl/.test(entryName));
  const cells = cellsOf(member?.getData() ?? Buffer.alloc(0), member?.name.replace(/\.xlsx$/, "") ?? "");
  const rows = new Map<string, number>();
  for (let row = 2; cells.has(`I${row}`); row++)
    rows.set(`${cells.get(`E${row}`)} ${cells.get(`I${row}`)}`, row);
  const at = (row: number) => (letter: string) => cells.get(`${letter}${row}`) ?? "";
  const occupations = new Set<string>();
  const industries = new Set<string>();
  const figures: string[] = [];
  for (const row of rows.values()) {
    const cell = at(row);
    occupations.add([cell("I"), cell("K"), cell("J")].join(" | "));
    if (cell("G") === "sector") industries.add([cell("E"), cell("F")].join(" | "));
    figures.push(...figuresIn(cell));
  }
  return {
    occupations: [...occupations],
    industries: [...industries],
    figures,
    shares: sharesIn(cells, rows),
  };
}

function figuresIn(cell: (letter: string) => string | number): string[] {
  const who = [cell("I"), cell("G") === "sector" ? cell("E") : "-"].join(" | ");
  const errorOf = (letter: string) => (typeof cell(letter) === "number" ? cell(letter) : "-");
  const released = WAGES.filter(([what]) => cell(what.startsWith("hour") ? "AE" : "AF") !== "TRUE");
  return [
    [who, "jobs", cell("L"), errorOf("M")].join(" | "),
    ...released.map(([what, letter]) =>
      [who, what, cell(letter), what.endsWith("mean") ? errorOf("T") : "-"].join(" | "),
    ),
  ];
}

function sharesIn(cells: Cells, rows: ReadonlyMap<string, number>): string[] {
  const sums = new Map<string, number>();
  for (const [key, row] of rows) {
    const [, code = ""] = key.split(" ");
    const jobs = cells.get(`L${row}`);
    if (typeof jobs === "number") sums.set(code, (sums.get(code) ?? 0) + jobs);
  }
  return [...rows].flatMap(([key, row]) => {
    const [industry = "", code = ""] = key.split(" ");
    if (industry === "000000") return [];
    const jobs = cells.get(`L${row}`);
    const percent = typeof jobs === "number" ? percentOf(jobs, sums.get(code) ?? 0) : "-";
    return [[code, industry, percent].join(" | ")];
  });
}

/** With two decimals, halves upwards, in whole numbers: 0.075 is no number that a computer has. */
function percentOf(jobs: number, sum: number): string {
  const hundredths = (BigInt(jobs) * 20_000n + BigInt(sum)) / (2n * BigInt(sum));
  return (Number(hundredths) / 100).toFixed(2);
}

/** Words of a sheet by their cells; from the number of jobs on, numbers where they are some. */
type Cells = ReadonlyMap<string, string | number>;

/** The sheet is called like the file; that of the sectors begins with a capital. */
function cellsOf(workbook: Buffer, name: string): Cells {
  const sheet = readAgain(workbook)(name.replace(/^natsector/, "Natsector"));
  const isFigure = (reference: string) => /^(?:[L-Z]|A[A-Z])\d/.test(reference);
  return new Map(
    [...sheet].map(([reference, words]) => [
      reference,
      isFigure(reference) && /^-?[\d.]+(?:E[-+]?\d+)?$/.test(words) ? Number(words) : words,
    ]),
  );
}
