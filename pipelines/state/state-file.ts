import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
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

function prepare(database: Database.Database, path: string): void {
  database.pragma("journal_mode = WAL");
  // A power failure may take back the last documents of a run: the archive still has their bodies, and the next run
  // reads them again. Nothing that a version rests on is kept here alone.
  database.pragma("synchronous = NORMAL");
  const isEmpty = database.prepare("SELECT count(*) FROM sqlite_schema").pluck().get() === 0;
  if (!isEmpty && database.pragma("application_id", { simple: true }) !== STATE_APPLICATION_ID)
    throw storeError("store-foreign", path);
  const version = Number(database.pragma("user_version", { simple: true }));
  if (version > STATE_VERSION) throw storeError("store-newer", path);
  if (version < STATE_VERSION) begin(database);
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
