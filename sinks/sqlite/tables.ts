import { type Column, meaningOf } from "../../transforms/model/column.ts";
import type { TableShape } from "../../transforms/model/table.ts";
import { conditionOfForm } from "./glob.ts";

/** `CREATE TABLE` of a table of the model, with what the model says of it as comments, so that `.schema` explains it. */
export function createTable(table: TableShape): string {
  const columns = Object.entries(table.columns).map(
    ([name, column]) => `  -- ${meaningOf(column)}\n  ${definition(table, name, column)}`,
  );
  return `CREATE TABLE ${table.name} (\n  -- ${table.description}\n\n${columns.join(",\n")}\n) STRICT`;
}

/**
 * The index that keeps a table's key unique, and finds rows by its first columns; none where the key is the primary key.
 * To SQLite no NULL equals another; here NULL counts as a value.
 */
export function createKeyIndex(table: TableShape): string | undefined {
  if (primaryKey(table) !== undefined) return undefined;
  return `CREATE UNIQUE INDEX ${table.name}_key ON ${table.name} (${keyTerms(table).join(", ")})`;
}

/** The terms of a table's key as its index has them: rows in their order need not be sorted. */
export function keyTerms({ key, columns }: TableShape): readonly string[] {
  return key.map((name) => (columns[name]?.nullable ? `ifnull(${name}, '')` : name));
}

function primaryKey({ key, columns }: TableShape): string | undefined {
  const [name] = key;
  return key.length === 1 && name !== undefined && !columns[name]?.nullable ? name : undefined;
}

function definition(table: TableShape, name: string, column: Column): string {
  return [
    name,
    column.sqlType,
    name === primaryKey(table) ? "PRIMARY KEY" : undefined,
    column.nullable ? undefined : "NOT NULL",
    check(name, column),
    reference(column),
  ]
    .filter((part) => part !== undefined)
    .join(" ");
}

/** A NULL passes every CHECK: whether it is lawful is said by NOT NULL. */
function check(name: string, { sqlType, values, form, minimum }: Column): string | undefined {
  const conditions: string[] = [];
  if (values !== undefined) conditions.push(`${name} IN (${values.map(quoted).join(", ")})`);
  if (form !== undefined) conditions.push(`(${conditionOfForm(name, form)})`);
  if (minimum !== undefined) conditions.push(`${name} >= ${minimum}`);
  if (sqlType === "TEXT" && conditions.length === 0) conditions.push(`${name} <> ''`);
  return conditions.length === 0 ? undefined : `CHECK (${conditions.join(" AND ")})`;
}

function reference({ references }: Column): string | undefined {
  if (references === undefined) return undefined;
  const [table, column] = references.split(".");
  return `REFERENCES ${table} (${column}) DEFERRABLE INITIALLY DEFERRED`;
}

function quoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
