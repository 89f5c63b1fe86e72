import type Database from "better-sqlite3";
import type { Capture } from "./capture.ts";
import { CAPTURE_COLUMNS, type CaptureRow, captureFrom } from "./capture-row.ts";
import { inStore } from "./store-error.ts";

/** Which captures; without `limit`, all of them. */
export type CaptureFilter = {
  readonly url?: string | undefined;
  readonly sourceId?: string | undefined;
  readonly limit?: number | undefined;
};

const CAPTURES_A_PAGE = 500;

type Place = { readonly fetchedAt: string; readonly id: string };
type ReadPage = (filter: CaptureFilter, after: Place | undefined, size: number) => readonly Capture[];

/** Newest first; page by page, so that neither memory nor the database is held while the caller works. */
export function* listCaptures(
  database: Database.Database,
  path: string,
  filter: CaptureFilter,
): Generator<Capture> {
  const readPage = pagesFrom(database, path);
  let after: Place | undefined;
  let left = filter.limit ?? Number.POSITIVE_INFINITY;
  while (left > 0) {
    const page = readPage(filter, after, Math.min(left, CAPTURES_A_PAGE));
    yield* page;
    left -= page.length;
    after = page.at(-1);
    if (page.length < CAPTURES_A_PAGE) return;
  }
}

function pagesFrom(database: Database.Database, path: string): ReadPage {
  return ({ url, sourceId }, after, size) =>
    inStore(path, () => {
      const conditions = [
        url === undefined ? [] : ["url = :url"],
        sourceId === undefined ? [] : ["source_id = :sourceId"],
        after === undefined ? [] : ["(fetched_at, id) < (:fetchedAt, :id)"],
      ].flat();
      const where = conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`;
      return database
        .prepare<object, CaptureRow>(
          `SELECT ${CAPTURE_COLUMNS} FROM capture ${where} ORDER BY fetched_at DESC, id DESC LIMIT :size`,
        )
        .all({ url, sourceId, ...after, size })
        .map(captureFrom);
    });
}
