import { join } from "node:path";
import type Database from "better-sqlite3";
import { APPLICATION_ID, SCHEMA_VERSION } from "../../../transforms/model/model.ts";
import { connectToSnapshot } from "../open-snapshot.ts";
import { ReaderError } from "./reader-error.ts";

/** Pages that many questions need stay in memory: SQLite's own 2 MB are soon used up. */
const CACHE_KIBIBYTES = 32 * 1024;

const KNOWN_MAJOR = Number.parseInt(SCHEMA_VERSION, 10);

/**
 * Opens the SQLite file of a version for reading.
 *
 * @throws ReaderError where the file is missing, something else, or of a schema that this reader does not know.
 */
export function connectToVersion(folder: string): Database.Database {
  const path = join(folder, "occupations.sqlite");
  const connection = open(path);
  try {
    assertReadable(connection, path);
    connection.pragma(`cache_size = -${CACHE_KIBIBYTES}`);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

function open(path: string): Database.Database {
  try {
    return connectToSnapshot(path);
  } catch (cause) {
    throw damaged(path, cause);
  }
}

function assertReadable(connection: Database.Database, path: string): void {
  if (markOf(connection, "application_id", path) !== APPLICATION_ID) throw damaged(path);
  const major = Number(markOf(connection, "user_version", path));
  if (major > KNOWN_MAJOR) throw newerSchema(path, major);
}

function markOf(connection: Database.Database, pragma: string, path: string): unknown {
  try {
    return connection.pragma(pragma, { simple: true });
  } catch (cause) {
    throw damaged(path, cause);
  }
}

function newerSchema(path: string, major: number): ReaderError {
  return new ReaderError(
    "newer-schema",
    `${path} has schema ${major}; this reader knows schemas up to ${KNOWN_MAJOR}, in which columns mean something else. Update the package "occupations"; CHANGELOG.md says what to change in your queries. Nothing was read.`,
  );
}

function damaged(path: string, cause?: unknown): ReaderError {
  const detail = cause instanceof Error ? ` (${cause.message})` : "";
  return new ReaderError(
    "damaged",
    `${path} is no snapshot of occupations that can be read${detail}. \`occupations verify\` says what is wrong with it.`,
    { cause },
  );
}
