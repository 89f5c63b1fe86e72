import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { openForReading } from "./open-for-reading.ts";
import { storeError } from "./store-error.ts";

/** `PRAGMA application_id` of an archive: "OCCA". */
export const ARCHIVE_APPLICATION_ID = 0x4f434341;

/** `PRAGMA user_version`: raised when an older program could no longer read the file. */
export const ARCHIVE_FORMAT = 1;

const BUSY_MILLISECONDS = 10_000;

/** A capture is written once and never changed; nothing but `prune` removes one. */
const TABLES = `
  CREATE TABLE body (
    sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
    encoding TEXT NOT NULL CHECK (encoding IN ('gzip', 'identity')),
    bytes INTEGER NOT NULL CHECK (bytes >= 0),
    content BLOB NOT NULL
  ) STRICT;

  CREATE TABLE capture (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    source_id TEXT NOT NULL,
    url TEXT NOT NULL,
    final_url TEXT NOT NULL,
    fetched_at TEXT NOT NULL,
    status INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    sha256 TEXT NOT NULL REFERENCES body (sha256),
    etag TEXT,
    last_modified TEXT,
    headers TEXT NOT NULL CHECK (json_valid(headers)),
    acquired_by TEXT NOT NULL CHECK (acquired_by IN ('fetch', 'mirror', 'sample', 'import'))
  ) STRICT;

  CREATE INDEX capture_by_time ON capture (fetched_at, id);
  CREATE INDEX capture_by_url ON capture (url, fetched_at, id);
  CREATE INDEX capture_by_source ON capture (source_id, fetched_at, id);
  CREATE INDEX capture_by_body ON capture (sha256);

  CREATE TRIGGER body_is_kept BEFORE UPDATE ON body
    BEGIN SELECT RAISE(ABORT, 'an archived body is never changed'); END;
  CREATE TRIGGER capture_is_kept BEFORE UPDATE ON capture
    BEGIN SELECT RAISE(ABORT, 'an archived capture is never changed'); END;

  PRAGMA application_id = ${ARCHIVE_APPLICATION_ID};
  PRAGMA user_version = ${ARCHIVE_FORMAT};
`;

/** Opens the file, and makes it where there is none and it may be written. */
export function openArchiveFile(path: string, readonly: boolean): Database.Database {
  if (!readonly) mkdirSync(dirname(path), { recursive: true });
  else if (!existsSync(path)) throw storeError("store-unreadable", path);
  const database = readonly
    ? openForReading(path, BUSY_MILLISECONDS)
    : new Database(path, { timeout: BUSY_MILLISECONDS });
  try {
    if (!readonly) database.transaction(() => createTables(database)).immediate();
    else if (isNew(database)) throw storeError("store-empty", path);
    refuseOtherFiles(database, path);
    database.pragma("foreign_keys = ON");
    if (!readonly) makeDurable(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function createTables(database: Database.Database): void {
  if (isNew(database)) database.exec(TABLES);
}

/** Also where whoever made the file was killed before its tables were there. */
function isNew(database: Database.Database): boolean {
  const isEmpty = database.prepare("SELECT count(*) FROM sqlite_schema").pluck().get() === 0;
  return isEmpty && pragmaOf(database, "application_id") === 0;
}

function refuseOtherFiles(database: Database.Database, path: string): void {
  if (pragmaOf(database, "application_id") !== ARCHIVE_APPLICATION_ID)
    throw storeError("store-foreign", path);
  if (Number(pragmaOf(database, "user_version")) > ARCHIVE_FORMAT) throw storeError("store-newer", path);
}

/** Every committed row survives a loss of power. */
function makeDurable(database: Database.Database): void {
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
}

function pragmaOf(database: Database.Database, pragma: string): unknown {
  return database.pragma(pragma, { simple: true });
}
