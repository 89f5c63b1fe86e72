import type { RowOf, TableShape } from "./table.ts";
import { capture, correction, dataset, issue, source } from "./tables/about.ts";
import { employer_share, employment, industry, projection } from "./tables/employment.ts";
import { occupation, occupation_name, occupation_redirect, relation } from "./tables/occupation.ts";
import { pay_band, wage, working_hours } from "./tables/pay.ts";
import { duty, quality, requirement, section, specialty } from "./tables/prose.ts";

/** Semantic version of the model: what a consumer's queries rely on. */
export const SCHEMA_VERSION = "1.2.0";

/** `PRAGMA application_id` of a snapshot: "OCCU". */
export const APPLICATION_ID = 0x4f434355;

/** Every table of the dataset, in the order in which they are written. */
export const model = {
  dataset,
  source,
  capture,
  occupation,
  occupation_name,
  occupation_redirect,
  relation,
  duty,
  specialty,
  quality,
  section,
  requirement,
  industry,
  wage,
  pay_band,
  employment,
  employer_share,
  projection,
  working_hours,
  correction,
  issue,
} as const;

/** The same tables as a list, for whoever renders every one alike. */
export const TABLES: readonly TableShape[] = Object.values(model);

export type TableName = keyof typeof model;

/** A row of a table. */
export type Row<T extends TableName> = RowOf<(typeof model)[T]["columns"]>;

/** The dataset as Kysely sees it. */
export type Dataset = { [T in TableName]: Row<T> };

/** The tables that hold what a source says, as opposed to what we say about sources. */
export type FactTable = Exclude<
  TableName,
  "dataset" | "source" | "capture" | "occupation_redirect" | "correction" | "issue"
>;

/** Their names, in the order of the model: every row of them tells where it was read. */
export const FACT_TABLES = (Object.keys(model) as TableName[]).filter(
  (name): name is FactTable => "locator" in model[name].columns,
);

/** One normalised row of the dataset. */
export type Fact = { [T in FactTable]: { readonly table: T; readonly row: Row<T> } }[FactTable];

/** Columns that say where and when a fact was read, not what it is: outside the content hash. */
export const COLUMNS_OUTSIDE_THE_HASH: ReadonlySet<string> = new Set([
  "capture_id",
  "locator",
  "raw",
  "fetched_at",
  "created_at",
  "state_since",
  "state_reason",
]);

/** Tables outside the content hash: the version itself, and the responses that facts were read from. */
export const TABLES_OUTSIDE_THE_HASH: ReadonlySet<TableName> = new Set<TableName>(["dataset", "capture"]);
