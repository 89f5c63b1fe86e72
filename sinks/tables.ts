import type Database from "better-sqlite3";
import { TABLES } from "../transforms/model/model.ts";
import type { TableShape } from "../transforms/model/table.ts";
import { createCsv } from "./csv.ts";
import { createParquet } from "./parquet.ts";
import type { Snapshot } from "./sqlite/open-snapshot.ts";
import type { WrittenFile } from "./written-file.ts";

/** A row as SQLite gives it: the values of the columns in the order of the model. */
export type SqlRow = readonly (string | number | null)[];

/** A format that takes the rows of one table, some at a time. */
export type TableWriter = {
  readonly write: (rows: readonly SqlRow[]) => void;
  readonly finish: () => WrittenFile;
};

/** Writes every table of a snapshot in every format that is made of tables; each row is read once. */
export function writeTables({ connection }: Snapshot, folder: string): readonly WrittenFile[] {
  return TABLES.flatMap((table) => {
    const writers = [createCsv(folder, table), createParquet(folder, table)];
    for (const rows of batched(readRows(connection, table))) {
      for (const writer of writers) writer.write(rows);
    }
    return writers.map((writer) => writer.finish());
  });
}

/** The rows of a table, in the order in which a snapshot stores them: that of their keys. */
export function readRows(connection: Database.Database, table: TableShape): IterableIterator<SqlRow> {
  const columns = Object.keys(table.columns).join(", ");
  return connection
    .prepare<[], SqlRow>(`SELECT ${columns} FROM ${table.name} ORDER BY rowid`)
    .raw()
    .iterate();
}

const BATCH_ROWS = 1_000;

function* batched(rows: Iterable<SqlRow>): Generator<readonly SqlRow[]> {
  let batch: SqlRow[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH_ROWS) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
