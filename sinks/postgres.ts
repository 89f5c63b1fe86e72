import type { Client } from "pg";
import { copyRows } from "./postgres/copy-rows.ts";
import { listIndexes } from "./postgres/indexes.ts";
import { CREATE_SEARCH } from "./postgres/search.ts";
import { addKey, addReferences, commentOn, createTable, quoted } from "./postgres/tables.ts";
import { listViews } from "./postgres/views.ts";
import type { Snapshot } from "./sqlite/open-snapshot.ts";
import { tablesIn } from "./sqlite/tables-in.ts";

/**
 * Writes a finished snapshot into a new schema of a PostgreSQL database: tables, rows, keys, references, indexes, views,
 * full text, comments. The caller has begun the transaction and ends it; from here on the schema is its search path.
 */
export async function writePostgres(
  { connection }: Pick<Snapshot, "connection">,
  client: Client,
  schema: string,
): Promise<void> {
  const tables = tablesIn(connection);
  await execute(client, [
    `CREATE SCHEMA ${schema}`,
    `SET LOCAL search_path TO ${schema}`,
    ...tables.map(createTable),
  ]);
  for (const table of tables) await copyRows(connection, client, table);
  await execute(client, [
    ...tables.map(addKey),
    ...tables.flatMap(addReferences),
    ...listIndexes(tables),
    ...Object.entries(listViews()).map(([name, query]) => `CREATE VIEW ${name} AS\n${query}`),
    ...CREATE_SEARCH,
    ...tables.flatMap(commentOn),
    `COMMENT ON SCHEMA ${schema} IS ${quoted(versionWords(connection.prepare("SELECT version FROM dataset").pluck().get()))}`,
    ...[...tables.map(({ name }) => name), "occupation_search"].map((name) => `ANALYZE ${name}`),
  ]);
}

function versionWords(version: unknown): string {
  return `Version ${version} of the occupation dataset. It never changes.`;
}

async function execute(client: Client, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await client.query(statement);
}
