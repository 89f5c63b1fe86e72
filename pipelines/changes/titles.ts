import type Database from "better-sqlite3";
import type { Titles } from "../../transforms/diff/titles.ts";
import { SCHEMAS, type TwoVersions } from "./two-versions.ts";

/** Titles of the later version; of what is gone, the earlier one's. */
export function titlesIn({ connection }: TwoVersions): Titles {
  const [before, after] = [titlesOf(connection, SCHEMAS.before), titlesOf(connection, SCHEMAS.after)];
  return {
    occupation: (id) => after.occupation(id) ?? before.occupation(id),
    source: (id) => after.source(id) ?? before.source(id),
  };
}

/** Titles of one version. */
export function titlesOf(connection: Database.Database, schema: string): Titles {
  const select = (table: "occupation" | "source") =>
    connection.prepare<[string], string>(`SELECT title FROM ${schema}.${table} WHERE id = ?`).pluck();
  const [occupation, source] = [select("occupation"), select("source")];
  return { occupation: (id) => occupation.get(id), source: (id) => source.get(id) };
}
