import { z } from "zod";
import { quote } from "../reading/page.ts";

const row = z.strictObject({
  label: quote,
  /** One for each column, in the order of the columns. */
  cells: z.array(z.strictObject({ value: z.number(), at: z.string().min(1) })).min(1),
});

const block = z.strictObject({
  title: quote,
  /** "Levels (000s)": what the figures of the block are. */
  label: quote,
  /** The words over the columns that are read: "2020", "2020-2025", "2020-2035 Net Change". */
  columns: z.array(quote).min(1),
  rows: z.array(row).min(1),
  total: row,
});

/** What the workbook says of employment by sub-major group, for men and women together. */
export const workbookExtract = z.strictObject({
  url: z.url(),
  country: quote,
  scenario: quote,
  /** What the workbook asks of those who publish its figures. */
  rule: quote,
  /** "26 Occupations" */
  size: quote,
  levels: block,
  shares: block,
  changes: block,
});

export type WorkbookExtract = z.infer<typeof workbookExtract>;
export type FigureBlock = WorkbookExtract["levels"];
export type FigureRow = FigureBlock["rows"][number];
