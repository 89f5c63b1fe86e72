import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { openForReading } from "../../sources/archive/open-for-reading.ts";
import { storeError } from "../../sources/archive/store-error.ts";
import { type Migration, migrateState } from "./migrate-state.ts";
import { STATE_APPLICATION_ID, STATE_SCHEMA, STATE_VERSION } from "./schema.ts";

/** Opens the file for writing; an empty one gets its tables, and one of an older program is migrated. */
export function openStateFile(
  path: string,
  onMigrated: (migration: Migration) => void = () => {},
): Database.Database {
  mkdirSync(dirname(path), { recursive: true });
  const database = new Database(path);
  try {
    const migration = prepare(database, path);
    if (migration !== undefined) onMigrated(migration);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

/**
 * Opens the file for reading. `undefined` where it holds nothing for the caller: a run that was killed has not made its
 * tables yet, or a program made them that is older than `oldest`; the next run migrates them.
 */
export function openStateFileForReading(
  path: string,
  { oldest = STATE_VERSION } = {},
): Database.Database | undefined {
  const database = openForReading(path);
  try {
    if (writtenVersion(database, path) >= oldest) return database;
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

function prepare(database: Database.Database, path: string): Migration | undefined {
  const version = writtenVersion(database, path);
  database.pragma("journal_mode = WAL");
  // A power failure may take back the last documents of a run: the archive still has their bodies, and the next run
  // reads them again. Nothing that a version rests on is kept here alone.
  database.pragma("synchronous = NORMAL");
  if (version === STATE_VERSION) return undefined;
  if (version > 0) return migrateState(database, path, version);
  database.transaction(() => database.exec(STATE_SCHEMA)).immediate();
  return undefined;
}
