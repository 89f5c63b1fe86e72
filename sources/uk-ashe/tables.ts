/** The tables of estimates that are read, and what each measures, as their titles say it. */
export const TABLES = {
  "14.1": "Weekly pay - Gross (£)",
  "14.5": "Hourly pay - Gross (£)",
  "14.7": "Annual pay - Gross (£)",
  "14.9": "Paid hours worked - Total",
} as const;

export type TableNumber = keyof typeof TABLES;

export const TABLE_NUMBERS = Object.keys(TABLES) as TableNumber[];

/** What else a zip of the publisher holds, left out on purpose: parts of the figures that are read, or comparisons of them. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  "14.2": "weekly pay excluding overtime",
  "14.3": "basic weekly pay including other pay",
  "14.4": "overtime pay",
  "14.6": "hourly pay excluding overtime",
  "14.8": "annual incentive pay",
  "14.10": "basic paid hours",
  "14.11": "overtime hours",
  "14.12": "gender pay gap",
};

/** Sheets that are read; the others of a workbook are known and left out: notes, and the same figures for men and women. */
export const SHEETS = ["All", "Full-Time", "Part-Time"] as const;

export type SheetName = (typeof SHEETS)[number];

const SHEETS_LEFT_OUT = /^(?:(?:CV )?notes|(?:Male|Female)(?: (?:Full|Part)-Time)?)$/i;

export function isSheetLeftOut(name: string): boolean {
  return SHEETS_LEFT_OUT.test(name.trim());
}

export function isTableNumber(words: string): words is TableNumber {
  return Object.hasOwn(TABLES, words);
}
