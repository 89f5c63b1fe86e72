import { z } from "zod";

/** The figures of a row, in the order in which the extract has them. */
export const COLUMNS = [
  "jobs",
  "jobsError",
  "percentOfIndustry",
  "hourMean",
  "yearMean",
  "meanError",
  "hourP10",
  "hourP25",
  "hourMedian",
  "hourP75",
  "hourP90",
  "yearP10",
  "yearP25",
  "yearMedian",
  "yearP75",
  "yearP90",
  "annual",
  "hourly",
] as const;

/** The words of a row that the extract has once for each occupation and each industry. */
export const NAMES = ["industry", "industryTitle", "occupation", "occupationTitle", "group"] as const;

export type ColumnName = (typeof COLUMNS)[number];
export type NameColumn = (typeof NAMES)[number];

/** A cell as it stands there; null where it is blank. */
const cell = z.union([z.number(), z.string(), z.null()]);

const words = z.strictObject({ text: z.string().min(1), at: z.string().min(1) });

const letters = z.record(z.enum([...NAMES, ...COLUMNS]), z.string());

/** A row of a workbook: who it is about, as indexes, and its figures. */
const row = z.strictObject({
  /** As a spreadsheet counts. */
  row: z.int().min(2),
  industry: z.int().min(0),
  occupation: z.int().min(0),
  /** The level of the occupation: total, major, minor, broad, detailed. */
  group: z.string().min(1),
  cells: z.array(cell).length(COLUMNS.length),
});

/** A workbook of the survey, in the publisher's words. */
export const oewsExtract = z.strictObject({
  url: z.url(),
  kind: z.enum(["national", "sectors"]),
  /** The name of the file, and of its sheet. */
  file: z.string().min(1),
  sheet: z.string().min(1),
  /** The sheet in locators. */
  at: z.string().min(1),
  /** The first line of the sheet that describes the columns, and its line about “#”, where they are there. */
  title: words.nullable(),
  cap: words.nullable(),
  /** Columns as a spreadsheet names them; empty where the workbook has no such column. */
  letters,
  /** At the rows where they stand first. */
  industries: z
    .array(
      z.strictObject({
        code: z.string().min(1),
        title: z.string().min(1),
        group: z.string().min(1),
        ownership: z.string().min(1),
        row: z.int(),
      }),
    )
    .min(1),
  occupations: z
    .array(z.strictObject({ code: z.string().min(1), title: z.string().min(1), row: z.int() }))
    .min(1),
  rows: z.array(row).min(1),
});

export type OewsExtract = z.infer<typeof oewsExtract>;
export type OewsRow = z.infer<typeof row>;
export type OewsCell = z.infer<typeof cell>;
