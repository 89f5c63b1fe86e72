import { z } from "zod";

const quote = z.strictObject({ text: z.string(), at: z.string().min(1) });
const year = z.int().min(1_990).max(2_100);

const row = z.strictObject({
  title: quote,
  code: quote,
  /** “Summary” or “Line item”; exports don't say. */
  type: quote.nullable(),
  base: quote,
  target: quote,
  change: quote,
  percent: quote,
  openings: quote.nullable(),
  /** What is typically needed: in the same table, or in a table of their own; `null` where neither has the occupation. */
  education: quote.nullable(),
  experience: quote.nullable(),
  training: quote.nullable(),
});

export const projectionsExtract = z.strictObject({
  url: z.url(),
  base: year,
  target: year,
  /** What the header says of the openings: of an average year, or of the whole decade. */
  openings: z.strictObject({ of: z.enum(["year", "decade"]), at: z.string().min(1) }).nullable(),
  rows: z.array(row).min(1),
});

/** A row as published, numbers as a spreadsheet shows them: in thousands. */
export type ProjectedRow = z.infer<typeof row>;

/** The occupations of one edition, in the order of the table. */
export type ProjectionsExtract = z.infer<typeof projectionsExtract>;

export type Quote = z.infer<typeof quote>;
