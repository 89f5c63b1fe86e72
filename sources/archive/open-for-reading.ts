import Database from "better-sqlite3";

/**
 * Opens a database to read it. What a killed writer left half done has to be undone first, which a read-only connection
 * cannot: then, and only then, the file is opened for writing.
 */
export function openForReading(path: string, timeout?: number): Database.Database {
  const options = { fileMustExist: true, ...(timeout === undefined ? {} : { timeout }) };
  const database = new Database(path, { ...options, readonly: true });
  try {
    database.prepare("SELECT count(*) FROM sqlite_schema").get();
    return database;
  } catch (error) {
    database.close();
    if (!isUnfinished(error)) throw error;
    return new Database(path, options);
  }
}

function isUnfinished(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith("SQLITE_READONLY");
}
