import { existsSync } from "node:fs";
import { join } from "node:path";
import type Database from "better-sqlite3";
import { connectToSnapshot } from "../../sinks/sqlite/open-snapshot.ts";
import { storeError } from "../../sources/archive/store-error.ts";
import { SNAPSHOT } from "../publish/store-layout.ts";

/** The two sides of a comparison. */
export type Side = "before" | "after";

/** What SQLite calls them: one file is opened, the other is attached to it. */
export const SCHEMAS = { before: "before", after: "main" } as const;

/** The SQLite files of two versions in one connection, for reading. */
export type TwoVersions = {
  readonly connection: Database.Database;
  /** The columns that a table has on one side; `undefined` where that side, of another schema, has no such table. */
  readonly columnsOf: (side: Side, table: string) => ReadonlySet<string> | undefined;
};

/** Opens the versions in two folders, and closes them when the work is done. */
export async function withTwoVersions<Result>(
  before: string,
  after: string,
  work: (versions: TwoVersions) => Result | Promise<Result>,
): Promise<Result> {
  const connection = connectToSnapshot(snapshotIn(after));
  try {
    connection.prepare(`ATTACH ? AS ${SCHEMAS.before}`).run(snapshotIn(before));
    return await work({ connection, columnsOf: columnsIn(connection) });
  } finally {
    connection.close();
  }
}

function snapshotIn(folder: string): string {
  const path = join(folder, SNAPSHOT);
  if (!existsSync(path)) throw storeError("store-damaged", path);
  return path;
}

function columnsIn(connection: Database.Database): TwoVersions["columnsOf"] {
  const known = new Map<string, ReadonlySet<string> | undefined>();
  return (side, table) => {
    const name = `${side}.${table}`;
    if (!known.has(name)) known.set(name, readColumns(connection, SCHEMAS[side], table));
    return known.get(name);
  };
}

function readColumns(
  connection: Database.Database,
  schema: string,
  table: string,
): ReadonlySet<string> | undefined {
  const columns = connection.pragma(`${schema}.table_info(${table})`) as { readonly name: string }[];
  return columns.length === 0 ? undefined : new Set(columns.map(({ name }) => name));
}
