import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Archive, openArchive } from "../sources/archive/archive.ts";
import type { Capture } from "../sources/archive/capture.ts";
import { UsageError } from "./errors/usage-error.ts";

export const archiveFile = (store: string): string => join(store, "archive.sqlite");

/**
 * Looks something up in the archive of a store.
 *
 * @throws UsageError where nothing was archived yet.
 */
export function inArchive<Result>(store: string, look: (archive: Archive) => Result): Result {
  const archive = openStored(store);
  try {
    return look(archive);
  } finally {
    archive.close();
  }
}

/** The same for work that takes its time. */
export async function withArchive<Result>(
  store: string,
  work: (archive: Archive) => Promise<Result>,
): Promise<Result> {
  const archive = openStored(store);
  try {
    return await work(archive);
  } finally {
    archive.close();
  }
}

function openStored(store: string): Archive {
  const path = archiveFile(store);
  if (existsSync(path)) return openArchive(path, { readonly: true });
  throw new UsageError(
    `Nothing is archived in ${store} yet. Run \`occupations refresh\` first, or name another store with --store.`,
    "nothing-archived",
  );
}

/** A capture as `--json` tells it: the columns of the dataset's table `capture`, and the headers. */
export function captureJson(capture: Capture): object {
  const { id, sourceId, url, finalUrl, fetchedAt, status, mediaType, bytes, sha256 } = capture;
  return {
    id,
    source_id: sourceId,
    url,
    final_url: finalUrl,
    fetched_at: fetchedAt,
    status,
    media_type: mediaType,
    bytes,
    sha256,
    etag: capture.etag ?? null,
    last_modified: capture.lastModified ?? null,
    acquired_by: capture.acquiredBy,
    headers: capture.headers,
  };
}
