import type Database from "better-sqlite3";
import type { Row } from "../../transforms/model/model.ts";

/** What the checks have to say of an occupation: all of it, or what concerns the tables. */
export function issuesAbout(
  database: Database.Database,
  occupationId: string,
  tables: readonly string[] | undefined,
): readonly Row<"issue">[] {
  const issues = database
    .prepare<[string], Row<"issue">>("SELECT * FROM issue WHERE occupation_id = ? ORDER BY rowid")
    .all(occupationId);
  if (tables === undefined) return issues;
  return issues.filter(({ message }) => tables.some((table) => new RegExp(`\\b${table}\\b`).test(message)));
}
