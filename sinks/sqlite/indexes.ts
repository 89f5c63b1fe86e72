import { TABLES } from "../../transforms/model/model.ts";
import type { TableShape } from "../../transforms/model/table.ts";
import { createKeyIndex } from "./tables.ts";

/** What people look for that neither a key nor a reference finds. */
const QUESTIONS = [
  "CREATE UNIQUE INDEX occupation_scheme_code ON occupation (scheme, code)",
  "CREATE INDEX occupation_title ON occupation (title COLLATE NOCASE)",
  "CREATE INDEX occupation_name_name ON occupation_name (name COLLATE NOCASE)",
  "CREATE INDEX wage_whole ON wage (occupation_id, statistic, period) WHERE industry_id IS NULL AND group_title IS NULL",
  "CREATE INDEX wage_amount ON wage (statistic, period, amount)",
  "CREATE INDEX capture_url ON capture (url)",
];

/** Every index of a snapshot. Facts of an occupation are found by their keys, which begin with its id. */
export function listIndexes(): readonly string[] {
  const keys = TABLES.map(createKeyIndex).filter((statement) => statement !== undefined);
  return [...keys, ...TABLES.flatMap(indexReferences), ...QUESTIONS];
}

/**
 * Indexes over the columns that point at an occupation or an industry. `source_id` and `capture_id` have none: every row
 * has them, few questions begin there, and the indexes would be a third of the file.
 */
function indexReferences({ name, key, columns }: TableShape): readonly string[] {
  return Object.entries(columns)
    .filter(([column, { references }]) => isThing(references) && column !== key[0])
    .map(([column, { nullable }]) => {
      const condition = nullable ? ` WHERE ${column} IS NOT NULL` : "";
      return `CREATE INDEX ${name}_${column} ON ${name} (${column})${condition}`;
    });
}

function isThing(references: string | undefined): boolean {
  return references === "occupation.id" || references === "industry.id";
}
