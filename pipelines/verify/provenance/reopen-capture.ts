import type { Archive } from "../../../sources/archive/archive.ts";
import { StoreError } from "../../../sources/archive/store-error.ts";
import { DocumentError } from "../../../sources/reading/document-error.ts";
import type { Row } from "../../../transforms/model/model.ts";
import { type Find, reopenDocument } from "./reopened/reopen-document.ts";

/**
 * The archived document of a capture, opened again, or the sentence that says why it cannot be.
 *
 * @throws StoreError where the archive as a whole cannot be read.
 */
export function reopenCapture(capture: Row<"capture">, archive: Archive): Find | string {
  const { id, url, sha256, media_type } = capture;
  const archived = archive.capture(id);
  if (archived === undefined)
    return "The archive does not have this response. Restore archive.sqlite from a backup.";
  if (archived.sha256 !== sha256 || archived.url !== url)
    return `The archive has another response under this id: ${archived.url}, sha256 ${archived.sha256}. One of the two was changed.`;
  try {
    return reopenDocument({ url, mediaType: media_type, body: archive.body(sha256) });
  } catch (error) {
    const isDamage = error instanceof StoreError && error.code === "store-damaged";
    if (isDamage || error instanceof DocumentError) return error.message;
    throw error;
  }
}
