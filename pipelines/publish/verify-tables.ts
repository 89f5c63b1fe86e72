import { join } from "node:path";
import type Database from "better-sqlite3";
import { readCsv } from "../../sinks/csv/read-csv.ts";
import { csvPath } from "../../sinks/csv.ts";
import type { Manifest } from "../../sinks/manifest.ts";
import { parquetSchema } from "../../sinks/parquet/parquet-schema.ts";
import { readParquet } from "../../sinks/parquet/read-parquet.ts";
import { parquetPath } from "../../sinks/parquet.ts";
import { connectToSnapshot } from "../../sinks/sqlite/open-snapshot.ts";
import { tablesOf } from "../../sinks/sqlite/tables-in.ts";
import type { TableShape } from "../../transforms/model/table.ts";
import { compareRows } from "./compare-rows.ts";
import { SNAPSHOT } from "./store-layout.ts";

/** Reads the file of a table back, and tells what is wrong with it, if anything. */
type Verify = (database: Database.Database, path: string, table: TableShape) => Promise<string | undefined>;

/**
 * What CSV and Parquet say otherwise than SQLite: every row of every table is read back and compared. A version that is
 * older than a format does not have its files, and its manifest does not list them.
 */
export async function verifyTables(
  folder: string,
  { files, schema_version }: Manifest,
): Promise<readonly string[]> {
  const listed = new Set(files.map(({ path }) => path));
  const database = connectToSnapshot(join(folder, SNAPSHOT));
  const problems: string[] = [];
  const note = async (path: string, table: TableShape, verify: Verify) => {
    if (!listed.has(path)) return;
    const problem = await verify(database, join(folder, path), table).catch(
      (error: Error) => `it cannot be read: ${error.message}`,
    );
    if (problem !== undefined) problems.push(`${path}: ${problem}.`);
  };
  try {
    for (const table of tablesOf(database, schema_version)) {
      await note(csvPath(table), table, verifyCsv);
      await note(parquetPath(table), table, verifyParquet);
    }
    return problems;
  } finally {
    database.close();
  }
}

async function verifyCsv(...[database, path, table]: Parameters<Verify>): ReturnType<Verify> {
  let header: readonly string[] | undefined;
  const textOf = (value: unknown) => String(value ?? "");
  const difference = await compareRows(database, table, textOf, (take) =>
    readCsv(path, (fields) => {
      if (header === undefined) header = fields;
      else take(fields);
    }),
  );
  const columns = Object.keys(table.columns).join();
  return header?.join() === columns ? difference : `its header is ${header?.join()}; it should be ${columns}`;
}

async function verifyParquet(...[database, path, table]: Parameters<Verify>): ReturnType<Verify> {
  let columns = "";
  const difference = await compareRows(
    database,
    table,
    (value) => value,
    async (take) => {
      columns = describe(await readParquet(path, take));
    },
  );
  const expected = describe(parquetSchema(table));
  return columns === expected ? difference : `its columns are ${columns}; they should be ${expected}`;
}

function describe([, ...columns]: readonly ReturnType<typeof parquetSchema>[number][]): string {
  return columns
    .map(({ name, type, repetition_type }) => `${name} ${type} ${repetition_type}`.toLowerCase())
    .join(", ");
}
