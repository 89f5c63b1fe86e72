import { z } from "zod";

const text = z.string().min(1);

/** Words of an element, and its XML path; inside an occupation, the path from there on. */
const element = z.strictObject({ text: z.string(), at: text });

const projectionRow = z.strictObject({
  title: text,
  code: text,
  base: z.string(),
  target: z.string(),
  percent: z.string(),
  change: z.string(),
  at: text,
});

const projections = z.strictObject({
  caption: text,
  baseLabel: text,
  targetLabel: text,
  changeLabel: text,
  rows: z.array(projectionRow).min(1),
  at: text,
});

/** A part of the prose in short: what it is called, a digest of its words, and every figure in it. */
const section = z.strictObject({ topic: text, heading: text, words: text, figures: z.string(), at: text });

const figures = z.strictObject({
  payAnnual: z.strictObject({ value: element, range: element, note: element }),
  payHourly: z.strictObject({ value: element, note: element }),
  education: element,
  experience: element,
  training: element,
  jobs: z.strictObject({ value: element, newJobs: element }),
  outlook: z.strictObject({ value: element, description: element, range: element }),
  change: element,
  /** What the Summary says of the outlook: the openings stand nowhere else. */
  outlookProse: element,
  projections,
});

const occupation = z.strictObject({
  /** Address of its page, which only the citation tells. */
  url: z.url(),
  /** XML path of the occupation. */
  at: text,
  /** The publisher's number: "B047". */
  code: text,
  title: element,
  names: z.strictObject({ full: element, plural: element, singular: element }),
  publishDate: element,
  socCodes: z.array(element),
  /** NULL on an occupation without any (military careers). */
  figures: figures.nullable(),
  sections: z.array(section).min(1),
  /** Addresses in `similar_occupations/section_body`. */
  similar: z.array(z.url()),
});

/** What the compilation says, in the publisher's words, each with its XML path. */
export const compilationExtract = z.strictObject({
  url: z.url(),
  baseYear: element,
  targetYear: element,
  referenceYear: element,
  /** "May 2024": the survey that the wages are from. */
  referencePeriod: element,
  lastUpdated: element,
  /** What explains the quick facts; each wording with its first place. */
  helps: z.array(z.strictObject({ fact: text, text: text, at: text })),
  occupations: z.array(occupation).min(1),
});

export type CompilationExtract = z.infer<typeof compilationExtract>;
export type OccupationExtract = z.infer<typeof occupation>;
export type FiguresExtract = z.infer<typeof figures>;
export type XmlElement = z.infer<typeof element>;
