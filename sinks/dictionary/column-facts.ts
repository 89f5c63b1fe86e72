import type Database from "better-sqlite3";
import type { TableShape } from "../../transforms/model/table.ts";

/** What a snapshot shows of a column. */
export type ColumnFacts = {
  /** The sources that fill it, in the order of their ids; none where the table has no sources. */
  readonly sources: readonly string[];
  /** Its first value in the order of the keys; nothing where it is empty in this version. */
  readonly example: string | number | undefined;
};

/** Looks at every column of a table. */
export function readColumnFacts(
  database: Database.Database,
  table: TableShape,
): Readonly<Record<string, ColumnFacts>> {
  const names = Object.keys(table.columns);
  const sources = readSources(database, table, names);
  const facts = names.map((name) => [
    name,
    { sources: sources.get(name) ?? [], example: readExample(database, table.name, name) },
  ]);
  return Object.fromEntries(facts);
}

function readSources(
  database: Database.Database,
  { name, columns }: TableShape,
  names: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  if (!("source_id" in columns)) return new Map();
  const counts = names.map((column) => `count(${column}) AS ${column}`).join(", ");
  const rows = database
    .prepare<[], { source: string; [column: string]: unknown }>(
      `SELECT source_id AS source, ${counts} FROM ${name} WHERE source_id IS NOT NULL GROUP BY 1 ORDER BY 1`,
    )
    .all();
  const filling = (column: string) => rows.filter((row) => row[column] !== 0).map(({ source }) => source);
  return new Map(names.map((column) => [column, filling(column)]));
}

function readExample(
  database: Database.Database,
  table: string,
  column: string,
): string | number | undefined {
  return database
    .prepare<[], string | number>(
      `SELECT ${column} FROM ${table} WHERE ${column} IS NOT NULL ORDER BY rowid LIMIT 1`,
    )
    .pluck()
    .get();
}
