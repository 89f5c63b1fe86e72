import { z } from "zod";
import { quote } from "../reading/page.ts";
import { SHEETS, TABLE_NUMBERS } from "./tables.ts";

/** The figures of a row that are distributed over the workers: they rise from p10 to p90, with the median in the middle. */
export const STATISTICS = [
  "median",
  "mean",
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
] as const;

export type Statistic = (typeof STATISTICS)[number];

/** The columns of a row that are read; `jobs` are thousands. */
export const COLUMNS = ["jobs", ...STATISTICS] as const;

export type ColumnName = (typeof COLUMNS)[number];

/**
 * The publisher's marks for "no figure": `x` unreliable (coefficient of variation over 20 %), `..` disclosive, `:` not
 * applicable, `-` nil or negligible, `.` unavailable (of a coefficient of variation).
 */
export const MARKERS = ["x", "..", ":", "-", "."] as const;

/** A number, a marker, or null where the cell is blank. */
const cell = z.union([z.number().min(0), z.enum(MARKERS), z.null()]);

const sheet = z.strictObject({
  name: z.enum(SHEETS),
  /** `'[workbook.xlsx]All'`, to which `!D10` is added. */
  at: z.string().min(1),
  title: quote,
  /** What stands below the table. */
  notes: z.array(quote),
  /** The letters of the columns, in the order of `COLUMNS`. */
  letters: z.array(z.string().min(1)).length(COLUMNS.length),
  /** For each occupation of the extract its row, as a spreadsheet counts them, and its cells, in the order of `COLUMNS`. */
  rows: z.array(z.int().min(1)).min(1),
  cells: z.array(z.array(cell).length(COLUMNS.length)).min(1),
});

const workbook = z.strictObject({
  table: z.enum(TABLE_NUMBERS),
  file: z.string().min(1),
  sheets: z.array(sheet).min(1),
});

/** What the workbooks of one edition say, in the publisher's words. Some megabytes of cells: kept in columns and rows. */
export const asheExtract = z.strictObject({
  url: z.url(),
  /** Every group of the classification, at its place in the first sheet that is read; all sheets have the same ones. */
  occupations: z
    .array(
      z.strictObject({
        code: z.string().regex(/^[1-9]\d{0,3}$/),
        title: z.string().min(1),
        /** Place of the title. */
        at: z.string().min(1),
        codeAt: z.string().min(1),
      }),
    )
    .min(1),
  estimates: z.array(workbook).min(1),
  /** Coefficients of variation, for the tables where the publisher's file is there. */
  quality: z.array(workbook),
});

export type AsheExtract = z.infer<typeof asheExtract>;
export type AsheWorkbook = z.infer<typeof workbook>;
export type AsheSheet = z.infer<typeof sheet>;
export type AsheCell = z.infer<typeof cell>;
