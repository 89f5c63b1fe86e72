import type Database from "better-sqlite3";
import { createSummary } from "../../transforms/diff/summary.ts";
import type { ChangesHead } from "../../transforms/model/change.ts";
import { rowsBySource, versionEnd } from "./version-documents.ts";

/** What the first version tells instead of changes: how many rows it has, by source and table. */
export function firstHead(connection: Database.Database, program: string): ChangesHead {
  const editions = connection
    .prepare<[string], string | null>("SELECT edition FROM source WHERE id = ?")
    .pluck();
  const summary = createSummary((sourceId) => ({
    edition_before: null,
    edition_after: editions.get(sourceId) ?? null,
  }));
  for (const { table, source_id, rows } of rowsBySource({ connection }))
    summary.note(source_id, [], { table, change: "added", rows });
  return {
    from: null,
    to: versionEnd({ connection }, "after", program),
    summary: [...summary.groups()],
    ...{ moved: [], causes: [], captures: [] },
  };
}
