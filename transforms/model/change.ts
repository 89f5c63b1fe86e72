import { z } from "zod";

/** A value as it stands in a column; NULL where none is published. */
export type Value = string | number | null;

/** A row, or some columns of it. */
export type Values = Readonly<Record<string, Value>>;

/**
 * Why a row differs.
 *
 * - `new-edition`: the publisher has replaced its figures by those of another period, or added a period.
 * - `correction`: the publisher has changed a document of the same edition.
 * - `document-added`, `document-removed`: a page or a file of a source that we had before.
 * - `source-added`, `source-removed`, `source-retired`: a source as a whole.
 * - `carried-forward`: a source, or a page, could not be renewed, or can be renewed again.
 * - `our-parser`: our program makes something else of the same documents.
 * - `our-model`: our model has a table or a column that it did not have.
 * - `our-correction`: we have put a value right, or have stopped doing so.
 * - `derived`: computed from rows that have changed.
 * - `undetermined`: not known; the reason says why not.
 */
export const CAUSE_KINDS = [
  "our-parser",
  "our-model",
  "our-correction",
  "new-edition",
  "correction",
  "document-added",
  "document-removed",
  "source-added",
  "source-removed",
  "source-retired",
  "carried-forward",
  "derived",
  "undetermined",
] as const;

export type CauseKind = (typeof CAUSE_KINDS)[number];

const words = z.string().nullable();

const cause = z.object({
  /** What rows call it. */
  id: z.int(),
  kind: z.enum(CAUSE_KINDS),
  /** The source whose document, edition or state it is. */
  source_id: words,
  /** The document; NULL where it is about a whole source, or about us. */
  url: words,
  edition_before: words,
  edition_after: words,
  /** The archived responses before and after. */
  capture_before: words,
  capture_after: words,
  /** Of computed rows: the sources whose facts have changed. */
  derived_from: z.array(z.string()),
  reason: words,
});

const values = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

/** A row of `changes`. */
export const changeSchema = z.object({
  table: z.string(),
  change: z.enum(["added", "removed", "changed"]),
  /** The key columns of the row. */
  key: values,
  /** The columns that differ, as they were; the whole row, where it was removed. */
  before: values.nullable(),
  /** The columns that differ, as they are; the whole row, where it was added. */
  after: values.nullable(),
  /** Ids of its causes, ours first. */
  causes: z.array(z.int()),
});

const end = z.object({
  version: z.string(),
  content_hash: z.string(),
  schema_version: z.string(),
  created_at: z.string(),
  tool_version: z.string(),
  program: words,
});

const group = z.object({
  /** The source that the rows belong to; NULL where they belong to none. */
  source_id: words,
  /** Kinds of the causes; more than one where each row has more than one. */
  causes: z.array(z.enum(CAUSE_KINDS)),
  table: z.string(),
  added: z.int(),
  removed: z.int(),
  changed: z.int(),
  edition_before: words,
  edition_after: words,
});

/** Rows that say what they said and are read elsewhere now. */
const moved = z.object({ source_id: words, table: z.string(), rows: z.int() });

/** What `changes.json` tells but for the rows. */
export const changesHeadSchema = z.object({
  /** NULL where there is no version before. */
  from: end.nullable(),
  to: end,
  /** How many rows, by source, causes and table. */
  summary: z.array(group),
  moved: z.array(moved),
  causes: z.array(cause),
  /** Rows of the table `capture` that the version before does not have and that new or changed rows refer to. */
  captures: z.array(values),
});

export type Cause = Readonly<z.infer<typeof cause>>;
export type Change = Readonly<z.infer<typeof changeSchema>>;
export type VersionEnd = Readonly<z.infer<typeof end>>;
export type ChangeGroup = Readonly<z.infer<typeof group>>;
export type MovedRows = Readonly<z.infer<typeof moved>>;
export type ChangesHead = Readonly<z.infer<typeof changesHeadSchema>>;
/** The difference of two versions: what `changes.json` holds. */
export type Changes = ChangesHead & { readonly changes: readonly Change[] };
