import type { Capture } from "../../sources/archive/capture.ts";
import type { Row } from "../../transforms/model/model.ts";

/** An archived response as the dataset's table `capture` tells of it. */
export function captureRow(capture: Capture): Row<"capture"> {
  return {
    id: capture.id,
    source_id: capture.sourceId,
    url: capture.url,
    fetched_at: capture.fetchedAt,
    status: capture.status,
    media_type: capture.mediaType,
    bytes: capture.bytes,
    sha256: capture.sha256,
    etag: capture.etag ?? null,
    last_modified: capture.lastModified ?? null,
    acquired_by: capture.acquiredBy,
  };
}
