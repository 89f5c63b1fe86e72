import type { Archive } from "../../sources/archive/archive.ts";
import { captureId, sha256Of } from "../../sources/archive/capture.ts";
import { StoreError } from "../../sources/archive/store-error.ts";
import type { Row } from "../../transforms/model/model.ts";
import { captureRow } from "../build/capture-row.ts";
import { inSnapshot, type PublishedVersion } from "../published-version.ts";
import type { Progress } from "../refresh/progress.ts";
import { count } from "../text/figures.ts";
import { firstOf, type Verified } from "./verified.ts";

/** Every response that the facts of a version rest on: whether the archive still has it, byte for byte. */
export function verifyArchive(version: PublishedVersion, archive: Archive, progress: Progress): Verified {
  const captures = inSnapshot(version, (database) =>
    database.prepare<[], Row<"capture">>("SELECT * FROM capture ORDER BY id").all(),
  );
  progress.begin("archive", captures.length);
  const problems = captures.flatMap((capture) => {
    progress.tick(capture.url);
    return [...problemOfEntry(capture, archive), ...problemOfBody(capture, archive)];
  });
  progress.end();
  const remedy = "Facts that rest on these responses can't be proved. Restore archive.sqlite from a backup.";
  return {
    part: "archive",
    looked_at: `${count(captures.length)} archived responses`,
    problems: firstOf(problems),
    notes: problems.length === 0 ? [] : [remedy],
  };
}

/** The id of a capture follows from its address, its time and its content: none of them can change unnoticed. */
function problemOfEntry(capture: Row<"capture">, archive: Archive): string[] {
  const { id, url, fetched_at, sha256 } = capture;
  if (captureId(url, fetched_at, sha256) !== id)
    return [`Capture ${id} of ${url} has an id that its address, time and content don't give.`];
  const kept = archive.capture(id);
  if (kept === undefined) return [`The archive has no capture ${id} of ${url}.`];
  const archived = captureRow(kept);
  const differing = Object.keys(archived).filter(
    (column) => archived[column as keyof typeof archived] !== capture[column as keyof typeof archived],
  );
  if (differing.length === 0) return [];
  return [
    `The archive says of capture ${id} of ${url} another ${differing.join(", ")} than the version does.`,
  ];
}

function problemOfBody({ id, url, sha256, bytes }: Row<"capture">, archive: Archive): string[] {
  try {
    const body = archive.body(sha256);
    if (body.byteLength === bytes && sha256Of(body) === sha256) return [];
    return [`The archived body of ${url} (capture ${id}) is not the one that the facts were read from.`];
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return [`The archived body of ${url} (capture ${id}) cannot be read: ${error.message}`];
  }
}
