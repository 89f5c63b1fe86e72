import type Database from "better-sqlite3";
import type { Capture } from "../../sources/archive/capture.ts";
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
    return [{ address: { kind: sourceOf(url)?.kind ?? "unknown", url }, capture: captureFrom(capture) }];
  });
}

function captureFrom(row: Row<"capture">): Capture {
  return {
    id: row.id,
    sourceId: row.source_id,
    url: row.url,
    finalUrl: row.url,
    fetchedAt: row.fetched_at,
    status: row.status,
    mediaType: row.media_type,
    bytes: row.bytes,
    sha256: row.sha256,
    etag: row.etag ?? undefined,
    lastModified: row.last_modified ?? undefined,
    headers: {},
    acquiredBy: row.acquired_by,
  };
}
