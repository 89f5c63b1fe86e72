import type Database from "better-sqlite3";
import { captureFrom } from "../../sources/archive/capture-row.ts";
import type { Row } from "../../transforms/model/model.ts";
import type { ChosenDocument } from "../build/contribution.ts";
import type { VersionSource } from "../rebuild/version-sources.ts";
import { sourceOf } from "../registry.ts";

/** Documents of a version that the archive no longer holds, as far as the version itself tells of them. */
export function lostDocuments(
  version: Database.Database,
  { row, lost }: Pick<VersionSource, "row" | "lost">,
): readonly ChosenDocument[] {
  const select = version.prepare<[string, string], Row<"capture">>(
    "SELECT * FROM capture WHERE source_id = ? AND url = ?",
  );
  return lost.flatMap((url) => {
    const capture = select.get(row.id, url);
    if (capture === undefined) return [];
    const archived = captureFrom({ ...capture, final_url: url, headers: "{}" });
    return [{ address: { kind: sourceOf(url)?.kind ?? "unknown", url }, capture: archived }];
  });
}
