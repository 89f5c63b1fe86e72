import type { FactTable, TableName } from "../../transforms/model/model.ts";

/** Where a document shows the facts of a table; a new table of the model has to be given its place here. */
const PART_OF_TABLE = {
  occupation_name: "names",
  relation: "relations",
  duty: "duties",
  specialty: "specialties",
  quality: "qualities",
  section: "sections",
  requirement: "requirements",
  wage: "wages",
  pay_band: "pay_bands",
  employment: "employment",
  employer_share: "employer_shares",
  projection: "projections",
  working_hours: "working_hours",
} as const satisfies Record<Exclude<FactTable, "occupation" | "industry">, string>;

/** A list in a document: the rows of a table whose `owner` column is the occupation. */
export type Part = { readonly part: string; readonly table: TableName; readonly owner: string };

/** The lists of a document, in its order. */
export const PARTS: readonly Part[] = [
  ...Object.entries(PART_OF_TABLE).map(([table, part]) => ({
    part,
    table: table as keyof typeof PART_OF_TABLE,
    owner: table === "relation" ? "from_id" : "occupation_id",
  })),
  { part: "mentioned_by", table: "relation", owner: "to_id" },
  { part: "issues", table: "issue", owner: "occupation_id" },
];
