import { type Kysely, sql } from "kysely";
import type { Manifest } from "../../sinks/manifest.ts";
import { orderOf } from "../../sinks/postgres/tables.ts";
import type { Dataset } from "../../transforms/model/model.ts";
import type { TableShape } from "../../transforms/model/table.ts";
import { createContentHash, hashedColumns, isHashed } from "../publish/content-hash.ts";

type Loaded = Kysely<Dataset>;

const ROWS_AT_A_TIME = 2_000;

/** What differs between the rows that are in the database now and the manifest; nothing where all is well. */
export async function verifyLoaded(
  database: Loaded,
  tables: readonly TableShape[],
  manifest: Manifest,
): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const { name } of tables) {
    const rows = await countRows(database, name);
    if (rows !== manifest.counts[name])
      problems.push(`${name} has ${rows} rows; the manifest says ${manifest.counts[name]}.`);
  }
  const hash = await hashLoaded(database, tables);
  if (hash !== manifest.content_hash)
    problems.push(`The rows give the content hash ${hash}; the manifest says ${manifest.content_hash}.`);
  return problems;
}

async function countRows(database: Loaded, table: string): Promise<number> {
  const { rows } = await sql<{ rows: number }>`SELECT count(*) AS rows FROM ${sql.table(table)}`.execute(
    database,
  );
  return rows[0]?.rows ?? 0;
}

/** The content hash, computed from the rows of the database alone. */
async function hashLoaded(database: Loaded, tables: readonly TableShape[]): Promise<string> {
  const hash = createContentHash();
  for (const table of tables.filter(isHashed)) {
    hash.beginTable(table);
    for await (const row of rowsOf(database, table)) hash.addRow(row);
  }
  return hash.digest();
}

async function* rowsOf(database: Loaded, table: TableShape): AsyncGenerator<readonly unknown[]> {
  const columns = hashedColumns(table);
  const query = sql<Record<string, unknown>>`
    SELECT ${sql.join(columns.map((column) => sql.ref(column)))}
    FROM ${sql.table(table.name)} ORDER BY ${sql.raw(orderOf(table))}`;
  const pages = database
    .getExecutor()
    .stream<Record<string, unknown>>(query.compile(database), ROWS_AT_A_TIME);
  for await (const { rows } of pages) {
    for (const row of rows) yield columns.map((column) => row[column]);
  }
}
