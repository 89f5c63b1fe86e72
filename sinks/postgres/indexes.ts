import type { TableShape } from "../../transforms/model/table.ts";

/** What people look for that neither a key nor a reference finds. */
const QUESTIONS = [
  "CREATE UNIQUE INDEX occupation_scheme_code ON occupation (scheme, code)",
  "CREATE INDEX occupation_title ON occupation (lower(title))",
  "CREATE INDEX occupation_name_name ON occupation_name (lower(name))",
  "CREATE INDEX wage_amount ON wage (statistic, period, amount)",
  "CREATE INDEX capture_url ON capture (url)",
];

/** The indexes of a version beside its keys. */
export function listIndexes(tables: readonly TableShape[]): readonly string[] {
  return [...tables.flatMap(indexReferences), ...QUESTIONS];
}

/** Facts of an occupation are found by keys that begin with its id; other columns that point at a thing have an index. */
function indexReferences({ name, key, columns }: TableShape): readonly string[] {
  return Object.entries(columns)
    .filter(([column, { references }]) => isThing(references) && column !== key[0])
    .map(([column]) => `CREATE INDEX ${name}_${column} ON ${name} (${column}) WHERE ${column} IS NOT NULL`);
}

function isThing(references: string | undefined): boolean {
  return references === "occupation.id" || references === "industry.id";
}
