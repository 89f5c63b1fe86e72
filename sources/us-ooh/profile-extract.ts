import { z } from "zod";
import { quote } from "../reading/page.ts";

/** One cell pair of a two-column table: what it is about, and the value. */
const labelled = z.strictObject({ label: z.string().min(1), value: z.string(), at: z.string().min(1) });

const named = z.strictObject({
  name: z.string().min(1),
  text: z.string(),
  whole: z.string().min(1),
  at: z.string(),
});

const section = z.strictObject({
  topic: z.string().min(1),
  heading: z.string().min(1),
  /** Markdown. */
  text: z.string().min(1),
  at: z.string().min(1),
});

const factTable = z.strictObject({
  tab: z.enum(["work-environment", "pay"]),
  /** The sentence or sentences right before the table: only they say what it is about. */
  introduction: quote.nullable(),
  rows: z.array(labelled).min(1),
  at: z.string().min(1),
});

const projectionRow = z.strictObject({
  title: z.string().min(1),
  code: z.string().min(1),
  base: z.string(),
  target: z.string(),
  percent: z.string(),
  change: z.string(),
  at: z.string().min(1),
});

const projections = z.strictObject({
  caption: z.string().min(1),
  baseLabel: z.string().min(1),
  targetLabel: z.string().min(1),
  changeLabel: z.string().min(1),
  rows: z.array(projectionRow).min(1),
  at: z.string().min(1),
});

const chart = z.strictObject({
  tab: z.enum(["pay", "job-outlook"]),
  caption: z.string().min(1),
  bars: z.array(labelled).min(1),
  /** Place of the caption. */
  at: z.string().min(1),
});

const similar = z.strictObject({
  title: z.string().min(1),
  url: z.url(),
  education: z.string(),
  pay: z.string(),
  at: z.string().min(1),
});

/** What one handbook page says, in the publisher's words, each with its place on the page. */
export const profileExtract = z.strictObject({
  url: z.url(),
  title: quote,
  /** `<meta name="date">`. */
  date: quote,
  /** "Last Modified Date: Thursday, August 28, 2025", without the label; a check of the date. */
  lastModified: quote.nullable(),
  /** `<meta name="description">`. */
  description: quote.nullable(),
  /** The short description that opens the Summary tab, paragraph by paragraph; empty on a page without that tab. */
  summary: z.array(quote),
  /** NULL on a page without them (military careers). */
  quickFacts: z.array(labelled).nullable(),
  sections: z.array(section).min(1),
  duties: z.array(z.strictObject({ introduction: quote.nullable(), items: z.array(quote).min(1) })),
  specialties: z.array(named),
  qualities: z.array(named),
  /** Paragraphs of the tabs that state figures. */
  prose: z.strictObject({
    summary: z.array(quote),
    workEnvironment: z.array(quote),
    pay: z.array(quote),
    outlook: z.array(quote),
  }),
  tables: z.array(factTable),
  projections: projections.nullable(),
  charts: z.array(chart),
  similar: z.array(similar),
  onet: z.array(z.strictObject({ title: z.string().min(1), url: z.url(), at: z.string().min(1) })),
  /** The suggested citation, without the date of the visit. */
  citation: quote,
});

export type ProfileExtract = z.infer<typeof profileExtract>;
export type ProfileTable = z.infer<typeof factTable>;
export type ProjectionTable = z.infer<typeof projections>;
