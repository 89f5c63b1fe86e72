import type Database from "better-sqlite3";
import type { SnapshotWriter } from "../../sinks/sqlite.ts";
import type { Column } from "../../transforms/model/column.ts";
import { FACT_TABLES, type FactTable, model } from "../../transforms/model/model.ts";
import { type Redirect, redirectFinding } from "../../transforms/redirects.ts";

/** Keeps the redirects from ids that are no longer there to occupations that are, tells of each, and follows them. */
export function writeRedirects(
  { connection, insert }: Pick<SnapshotWriter, "connection" | "insert">,
  redirects: readonly Redirect[],
): void {
  const find = connection.prepare<[string], 1>("SELECT 1 FROM occupation WHERE id = ?").pluck();
  const isThere = (id: string) => find.get(id) !== undefined;
  for (const redirect of redirects) {
    if (isThere(redirect.from_id) || !isThere(redirect.to_id)) continue;
    insert("occupation_redirect", redirect);
    insert("issue", redirectFinding(redirect));
    follow(connection, redirect);
  }
}

/**
 * Other documents of the publisher name the old address for a while. What they say of a renamed profile is about it still;
 * of a merged one only the links to it are.
 */
function follow(connection: Database.Database, { from_id, to_id, kind }: Redirect): void {
  const places: readonly (readonly [FactTable, string])[] =
    kind === "renamed" ? REFERENCES : [["relation", "to_id"]];
  // What the profile's own page says has the word: where it has a row of the same key, that one stays.
  for (const [table, column] of places)
    connection.prepare(`UPDATE OR IGNORE ${table} SET ${column} = ? WHERE ${column} = ?`).run(to_id, from_id);
}

/** Every column that points at an occupation. */
const REFERENCES: readonly (readonly [FactTable, string])[] = FACT_TABLES.flatMap((table) =>
  Object.entries<Column>(model[table].columns)
    .filter(([, { references }]) => references === "occupation.id")
    .map(([column]) => [table, column] as const),
);
