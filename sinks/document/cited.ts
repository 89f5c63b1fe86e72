import type Database from "better-sqlite3";
import type { DocumentRow } from "./select-rows.ts";

/** The sources and captures that a document rests on. */
export type Cited = { readonly sources: readonly DocumentRow[]; readonly captures: readonly DocumentRow[] };

/** Finds what the rows of a document cite, each source and capture once, in the order of their ids. */
export function prepareCited(database: Database.Database): (rows: readonly DocumentRow[]) => Cited {
  const source = database.prepare<[unknown], DocumentRow>("SELECT * FROM source WHERE id = ?");
  const capture = database.prepare<[unknown], DocumentRow>(
    "SELECT id, source_id, url, fetched_at, sha256 FROM capture WHERE id = ?",
  );
  return (rows) => ({
    sources: idsIn(rows, "source_id").flatMap((id) => source.all(id)),
    captures: idsIn(rows, "capture_id").flatMap((id) => capture.all(id)),
  });
}

function idsIn(rows: readonly DocumentRow[], column: string): readonly unknown[] {
  const ids = new Set(rows.map((row) => row[column]));
  return [...ids].filter((id) => typeof id === "string").toSorted();
}
