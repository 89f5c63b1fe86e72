import { z } from "zod";

/** `*` too few in the sample to tell, `-` no figures to report. */
export const MARKERS = ["*", "-"] as const;

const cell = z.union([z.int().min(1), z.enum(MARKERS)]);

const year = z.strictObject({
  year: z.string().regex(/^20\d{2}$/),
  /** `[workbook.xlsx]2024`, to which `!C9` is added. */
  at: z.string().min(1),
  /** The letters of the columns, in the order of the sections. */
  letters: z.array(z.string().min(1)).min(1),
  /** The row of each occupation of the extract, as a spreadsheet counts them, and its cells, in the order of the sections. */
  rows: z.array(z.int().min(1)).min(1),
  cells: z.array(z.array(cell).min(1)).min(1),
  totals: z.strictObject({ row: z.int().min(1), cells: z.array(z.int().min(1)).min(1) }),
});

/** What the workbook says: persons in employment by unit group and industry section, year by year. */
export const industriesExtract = z.strictObject({
  url: z.url(),
  /** Sections and unit groups at their places in the sheet of the latest year; all sheets have the same ones. */
  sections: z
    .array(
      z.strictObject({
        letter: z.string().regex(/^[A-U]$/),
        title: z.string().min(1),
        words: z.string().min(1),
        at: z.string().min(1),
      }),
    )
    .min(1),
  occupations: z
    .array(
      z.strictObject({
        code: z.string().regex(/^[1-9]\d{3}$/),
        title: z.string().min(1),
        words: z.string().min(1),
        at: z.string().min(1),
      }),
    )
    .min(1),
  /** From the latest back. */
  years: z.array(year).min(1),
});

export type IndustriesExtract = z.infer<typeof industriesExtract>;
export type IndustryYear = z.infer<typeof year>;
export type IndustryCell = z.infer<typeof cell>;
export type Section = IndustriesExtract["sections"][number];
export type UnitGroup = IndustriesExtract["occupations"][number];
