import type { Archive } from "../../sources/archive/archive.ts";
import { sha256Of } from "../../sources/archive/capture.ts";
import type { Row } from "../../transforms/model/model.ts";
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
    return problemOf(capture, archive);
  });
  progress.end();
  return {
    part: "archive",
    looked_at: `${count(captures.length)} archived responses`,
    problems: firstOf(problems),
    notes: [],
  };
}

function problemOf({ id, url, sha256, bytes }: Row<"capture">, archive: Archive): string[] {
  const kept = archive.capture(id);
  if (kept === undefined)
    return [`The archive has no capture ${id} of ${url}. Restore archive.sqlite from a backup.`];
  if (kept.sha256 !== sha256 || kept.url !== url)
    return [`The archive says of capture ${id} (${url}) something else than the version does.`];
  try {
    const body = archive.body(sha256);
    if (body.byteLength === bytes && sha256Of(body) === sha256) return [];
    return [`The archived body of ${url} (capture ${id}) is not the one that the facts were read from.`];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [`The archived body of ${url} (capture ${id}) cannot be read: ${reason}`];
  }
}
