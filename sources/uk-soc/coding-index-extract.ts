import { z } from "zod";
import { quote } from "../reading/page.ts";
import { group } from "./group.ts";

/**
 * One entry, short, because there are more than thirty thousand: the row as the spreadsheet counts it; the title in
 * natural word order, its additional and its industry qualifier; the unit group of SOC 2020, and those of SOC 2010 and
 * ISCO-08 that the entry supports. Empty where there is none.
 */
const entry = z.tuple([
  z.int().min(2),
  z.string().min(1),
  z.string(),
  z.string(),
  z.string().length(4),
  z.string(),
  z.string(),
]);

/** An entry that puts a code beside its group of SOC 2020, and gives the title of another group for it. */
const contradiction = z.strictObject({
  soc2020: z.string().length(4),
  other: z.enum(["soc2010", "isco08"]),
  code: z.string().min(1),
  title: quote,
});

/** What the coding index says: the entries that have a unit group, and the groups of three classifications. */
export const codingIndexExtract = z.strictObject({
  url: z.url(),
  /** "Version 12: Standard Occupational Classification 2020 Index" */
  version: quote,
  soc2020: z.array(group).min(1),
  soc2010: z.array(group).min(1),
  isco08: z.array(group).min(1),
  entries: z.strictObject({
    /** Locator of the sheet, and the letters of its columns: with the row they make a cell's locator. */
    sheet: z.string().min(1),
    columns: z.strictObject({
      name: z.string(),
      additional: z.string(),
      industry: z.string(),
      soc2020: z.string(),
      soc2010: z.string(),
      isco08: z.string(),
    }),
    /** The rows of the sheet that have entries, as the spreadsheet counts them. */
    firstRow: z.int().min(2),
    lastRow: z.int().min(2),
    rows: z.array(entry).min(1),
    /** What the entries say and do not support. */
    contradictions: z.array(contradiction),
  }),
});

export type CodingIndexExtract = z.infer<typeof codingIndexExtract>;
export type IndexEntries = CodingIndexExtract["entries"];
export type IndexEntry = IndexEntries["rows"][number];
