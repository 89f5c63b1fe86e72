import type Database from "better-sqlite3";
import type { FactRow } from "../fact-name.ts";

/** Who said so, in which edition, and when that was read. */
export type ToldBy = {
  readonly source_id: string;
  readonly publisher: string;
  readonly edition: string | null;
  readonly url: string;
  readonly fetched_at: string;
};

/** Finds who told the facts of a version. */
export function prepareToldBy(database: Database.Database): (row: FactRow) => ToldBy {
  const select = database.prepare<[string], ToldBy>(
    `SELECT source.id AS source_id, source.publisher, source.edition, capture.url, capture.fetched_at
    FROM capture JOIN source ON source.id = capture.source_id WHERE capture.id = ?`,
  );
  return ({ capture_id }) => select.get(capture_id) as ToldBy;
}
