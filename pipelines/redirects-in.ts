import type Database from "better-sqlite3";
import type { Redirect } from "../transforms/redirects.ts";
import { hasTable } from "./has-table.ts";

/** The ids of earlier versions that a version knows elsewhere, in the order of their keys. */
export function redirectsIn(database: Database.Database): readonly Redirect[] {
  if (!hasTable(database, "occupation_redirect")) return [];
  return database.prepare<[], Redirect>("SELECT * FROM occupation_redirect ORDER BY from_id").all();
}
