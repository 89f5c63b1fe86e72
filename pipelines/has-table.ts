import type Database from "better-sqlite3";

/** Whether a version has a table: those of an earlier schema lack what came later. */
export function hasTable(database: Database.Database, table: string): boolean {
  const found = database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(table);
  return found !== undefined;
}
