import type Database from "better-sqlite3";
import { type FactTable, model, type Row } from "../transforms/model/model.ts";
import { OWNER_COLUMNS } from "../transforms/model/owner-column.ts";
import { UsageError } from "./errors/usage-error.ts";
import { hasTable } from "./has-table.ts";

/** What a person calls a fact: a table, and values that stand in its row. `wage.median.year` */
export type FactName = { readonly table: FactTable; readonly wanted: readonly string[] };

type Scalar = string | number | null;

/** A row of a fact table: of a version of an earlier schema, without what came later. */
export type FactRow = Readonly<Record<string, Scalar>> &
  Pick<Row<"wage">, "source_id" | "capture_id" | "locator" | "raw">;

const PROVENANCE: ReadonlySet<string> = new Set(["source_id", "capture_id", "locator", "raw"]);

/** Tables that facts can be named by. */
export const NAMED_TABLES: readonly FactTable[] = [...OWNER_COLUMNS.keys()];

/** @throws UsageError where the name begins with no table of facts. */
export function factNameFrom(words: string): FactName {
  const [name = "", ...wanted] = words.split(".");
  const table = NAMED_TABLES.find((known) => known === name);
  if (table === undefined)
    throw new UsageError(
      `"${name}" is no table of facts. The tables are ${NAMED_TABLES.join(", ")}.`,
      "unknown-table",
    );
  return { table, wanted };
}

/** The rows of an occupation that a name means, in the order of their keys; none where the version lacks the table. */
export function rowsNamed(
  database: Database.Database,
  occupationId: string,
  { table, wanted }: FactName,
): readonly FactRow[] {
  if (!hasTable(database, table)) return [];
  return database
    .prepare<[string], FactRow>(`SELECT * FROM ${table} WHERE ${OWNER_COLUMNS.get(table)} = ? ORDER BY rowid`)
    .all(occupationId)
    .filter((row) => wanted.every((value) => valuesOf(table, row).some(([, own]) => String(own) === value)));
}

/** The columns that say something; empty ones, and where it was read, left out. */
export function valuesOf(table: FactTable, row: FactRow): [string, string | number][] {
  const owner = OWNER_COLUMNS.get(table);
  const columns = Object.keys(model[table].columns).filter((name) => !PROVENANCE.has(name) && name !== owner);
  return columns.flatMap((column): [string, string | number][] => {
    const value = row[column] ?? null;
    return value === null ? [] : [[column, value]];
  });
}
