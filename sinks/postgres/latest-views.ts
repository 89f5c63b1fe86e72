import type { Client } from "pg";
import { LATEST_SCHEMA } from "./schema-name.ts";

/** The version that the views of the schema `occupations` show; nothing where they are not there yet. */
export async function latestIn(client: Client): Promise<string | undefined> {
  const { rows } = await client.query("SELECT to_regclass($1) IS NOT NULL AS there", [
    `${LATEST_SCHEMA}.dataset`,
  ]);
  if (rows[0].there !== true) return undefined;
  const told = await client.query(`SELECT version FROM ${LATEST_SCHEMA}.dataset`);
  return told.rows[0]?.version;
}

/**
 * Lets the views of the schema `occupations` show a version. They are replaced, not made anew: who may read them still may,
 * and views that were built on them stay.
 */
export async function pointLatest(client: Client, schema: string): Promise<void> {
  await client.query(`CREATE SCHEMA IF NOT EXISTS ${LATEST_SCHEMA}`);
  const { rows } = await client.query<{ readonly table_name: string }>(
    "SELECT table_name FROM information_schema.tables WHERE table_schema = $1 ORDER BY table_name",
    [schema],
  );
  for (const { table_name } of rows) await replaceView(client, schema, table_name);
  await client.query(
    `COMMENT ON SCHEMA ${LATEST_SCHEMA} IS 'Views of the latest version of the occupation dataset; its table "dataset" says which.'`,
  );
}

async function replaceView(client: Client, schema: string, name: string): Promise<void> {
  const [there, wanted] = [
    await columnsOf(client, LATEST_SCHEMA, name),
    await columnsOf(client, schema, name),
  ];
  const isExtended = there.every((column) => wanted.includes(column));
  if (!isExtended) await client.query(`DROP VIEW ${LATEST_SCHEMA}.${name}`);
  // A view that is replaced keeps its columns in their places; new ones come after them.
  const columns = isExtended ? [...there, ...wanted.filter((column) => !there.includes(column))] : wanted;
  await client.query(
    `CREATE OR REPLACE VIEW ${LATEST_SCHEMA}.${name} AS SELECT ${columns.join(", ")} FROM ${schema}.${name}`,
  );
}

async function columnsOf(client: Client, schema: string, name: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ readonly column_name: string }>(
    `SELECT column_name FROM information_schema.columns
    WHERE table_schema = $1 AND table_name = $2 ORDER BY ordinal_position`,
    [schema, name],
  );
  return rows.map(({ column_name }) => column_name);
}
