import type { AcquiredBy, Capture } from "./capture.ts";

/** The columns of `capture`, in order. */
export const CAPTURE_COLUMNS =
  "id, source_id, url, final_url, fetched_at, status, media_type, bytes, sha256, etag, last_modified, headers, acquired_by";

/** A capture as it lies in the archive. */
export type CaptureRow = {
  readonly id: string;
  readonly source_id: string;
  readonly url: string;
  readonly final_url: string;
  readonly fetched_at: string;
  readonly status: number;
  readonly media_type: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly etag: string | null;
  readonly last_modified: string | null;
  readonly headers: string;
  readonly acquired_by: AcquiredBy;
};

export function rowFrom(capture: Capture): CaptureRow {
  return {
    id: capture.id,
    source_id: capture.sourceId,
    url: capture.url,
    final_url: capture.finalUrl,
    fetched_at: capture.fetchedAt,
    status: capture.status,
    media_type: capture.mediaType,
    bytes: capture.bytes,
    sha256: capture.sha256,
    etag: capture.etag ?? null,
    last_modified: capture.lastModified ?? null,
    headers: JSON.stringify(capture.headers),
    acquired_by: capture.acquiredBy,
  };
}

export function captureFrom(row: CaptureRow): Capture {
  return {
    id: row.id,
    sourceId: row.source_id,
    url: row.url,
    finalUrl: row.final_url,
    fetchedAt: row.fetched_at,
    status: row.status,
    mediaType: row.media_type,
    bytes: row.bytes,
    sha256: row.sha256,
    etag: row.etag ?? undefined,
    lastModified: row.last_modified ?? undefined,
    headers: JSON.parse(row.headers),
    acquiredBy: row.acquired_by,
  };
}
