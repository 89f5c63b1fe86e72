import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { openForReading } from "../../sources/archive/open-for-reading.ts";
import { storeError } from "../../sources/archive/store-error.ts";
import { STATE_APPLICATION_ID, STATE_SCHEMA, STATE_VERSION } from "./schema.ts";

/** Opens the file for writing; an empty one gets its tables. */
export function openStateFile(path: string): Database.Database {
  mkdirSync(dirname(path), { recursive: true });
  const database = new Database(path);
  try {
    prepare(database, path);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

/**
 * Opens the file for reading. `undefined` where it holds nothing for this program: a run that was killed has not made its
 * tables yet, or an older program made them; the next run begins anew.
 */
export function openStateFileForReading(path: string): Database.Database | undefined {
  const database = openForReading(path);
  try {
    if (writtenVersion(database, path) === STATE_VERSION) return database;
  } catch (error) {
    database.close();
    throw error;
  }
  database.close();
  return undefined;
}

/** The version of the program's tables, 0 where there are none. */
function writtenVersion(database: Database.Database, path: string): number {
  const isEmpty = database.prepare("SELECT count(*) FROM sqlite_schema").pluck().get() === 0;
  if (!isEmpty && database.pragma("application_id", { simple: true }) !== STATE_APPLICATION_ID)
    throw storeError("store-foreign", path);
  const version = Number(database.pragma("user_version", { simple: true }));
  if (version > STATE_VERSION) throw storeError("store-newer", path);
  return version;
}

function prepare(database: Database.Database, path: string): void {
  database.pragma("journal_mode = WAL");
  // A power failure may take back the last documents of a run: the archive still has their bodies, and the next run
  // reads them again. Nothing that a version rests on is kept here alone.
  database.pragma("synchronous = NORMAL");
  if (writtenVersion(database, path) < STATE_VERSION) begin(database);
}

/** Makes the tables; those of an older program go, for whatever they hold can be had from the archive again. */
function begin(database: Database.Database): void {
  const tables = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all() as string[];
  database.transaction(() => {
    for (const table of tables) database.exec(`DROP TABLE ${table}`);
    database.exec(STATE_SCHEMA);
    database.pragma(`application_id = ${STATE_APPLICATION_ID}`);
    database.pragma(`user_version = ${STATE_VERSION}`);
  })();
}
