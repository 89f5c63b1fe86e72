import { existsSync, rmSync } from "node:fs";
import Database from "better-sqlite3";
import { APPLICATION_ID, SCHEMA_VERSION, TABLES } from "../transforms/model/model.ts";
import { listIndexes } from "./sqlite/indexes.ts";
import { type InsertRow, prepareInserts } from "./sqlite/insert-row.ts";
import { assertIntegrity } from "./sqlite/integrity.ts";
import { CREATE_SEARCH } from "./sqlite/search.ts";
import { createKeyIndex, createTable } from "./sqlite/tables.ts";
import { listViews } from "./sqlite/views.ts";

/** Major version of the schema, as SQLite's `user_version` has it. */
export const USER_VERSION = Number.parseInt(SCHEMA_VERSION, 10);

/** A snapshot that is being written. */
export type SnapshotWriter = {
  /** Adds a row, in any order; rows that point at each other may come one before the other. */
  readonly insert: InsertRow;
  /** The rows so far, by SQL: tables, keys and views are there; full text is not. */
  readonly connection: Database.Database;
  /** Writes the file, all tables in the order of their keys, and closes it. The one row of `dataset` must be in. */
  readonly finish: () => void;
  /** Gives up: nothing remains on disk. */
  readonly discard: () => void;
};

/**
 * Writes the dataset as a SQLite file. Rows are collected in a file beside it, checked one by one; the snapshot itself is
 * written at the end, in one go: the same rows give the same bytes, whatever the order in which they came.
 */
export function createSnapshot(path: string): SnapshotWriter {
  if (existsSync(path))
    throw new Error(`${path} exists already: a snapshot is written once. Nothing was changed.`);
  const loadingPath = `${path}.loading`;
  const connection = openLoading(loadingPath);
  const discard = () => {
    if (connection.open) connection.close();
    rmSync(loadingPath, { force: true });
  };
  const finish = () => {
    try {
      connection.exec("COMMIT");
      connection.close();
      writeSnapshot(path, loadingPath);
    } finally {
      discard();
    }
  };
  return { insert: prepareInserts(connection), connection, finish, discard };
}

function openLoading(path: string): Database.Database {
  rmSync(path, { force: true });
  const database = openForWriting(path);
  createTables(database);
  execute(
    database,
    TABLES.map(createKeyIndex).filter((statement) => statement !== undefined),
  );
  execute(database, listViews());
  database.exec("BEGIN");
  return database;
}

function writeSnapshot(path: string, loadingPath: string): void {
  const database = openForWriting(path);
  try {
    createTables(database);
    copyRows(database, loadingPath);
    execute(database, [...listIndexes(), ...listViews(), ...CREATE_SEARCH, ...ANALYZE, "VACUUM"]);
    assertIntegrity(database);
  } catch (error) {
    database.close();
    rmSync(path, { force: true });
    throw error;
  }
  database.close();
}

/** With statistics of single values, SQLite would plan a prepared query anew for every value that it is asked with. */
const ANALYZE = ["ANALYZE", "DROP TABLE IF EXISTS sqlite_stat4"];

/** Foreign keys are checked at the end, all at once: rows may come before the rows that they point at. */
function openForWriting(path: string): Database.Database {
  const database = new Database(path);
  for (const pragma of [
    "page_size = 4096",
    "auto_vacuum = NONE",
    "encoding = 'UTF-8'",
    "journal_mode = MEMORY",
    "synchronous = OFF",
    "locking_mode = EXCLUSIVE",
    "foreign_keys = OFF",
    `application_id = ${APPLICATION_ID}`,
    `user_version = ${USER_VERSION}`,
  ]) {
    database.pragma(pragma);
  }
  return database;
}

function createTables(database: Database.Database): void {
  execute(database, TABLES.map(createTable));
}

function copyRows(database: Database.Database, loadingPath: string): void {
  database.prepare("ATTACH ? AS loading").run(loadingPath);
  const copies = TABLES.map(({ name, key }) => {
    const order = key.join(", ");
    return `INSERT INTO main.${name} SELECT * FROM loading.${name} ORDER BY ${order}`;
  });
  execute(database, copies);
  database.exec("DETACH loading");
}

function execute(database: Database.Database, statements: readonly string[]): void {
  for (const statement of statements) database.exec(statement);
}
