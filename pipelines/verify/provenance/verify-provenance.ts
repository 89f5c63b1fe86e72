import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type Database from "better-sqlite3";
import { connectToSnapshot } from "../../../sinks/sqlite/open-snapshot.ts";
import type { Archive } from "../../../sources/archive/archive.ts";
import { asStoreError, inStore } from "../../../sources/archive/store-error.ts";
import { SNAPSHOT } from "../../publish/store-layout.ts";
import type { PublishedVersion } from "../../published-version.ts";
import type { Progress } from "../../refresh/progress.ts";
import { createDocumentProofs } from "./document-proofs.ts";
import { factsByCapture } from "./facts-by-capture.ts";
import { createProvenanceCount, type ProvenanceReport } from "./provenance-report.ts";

/**
 * Looks up every fact of a version where it says that it was read: in the archived document, which is opened again with none
 * of the readers that facts are made with. A computed link is held against the rows that it rests on.
 *
 * @throws StoreError where the version or the archive cannot be read.
 */
export async function verifyProvenance(
  { folder }: PublishedVersion,
  archive: Archive,
  progress: Progress,
  signal?: AbortSignal,
): Promise<ProvenanceReport> {
  const path = join(folder, SNAPSHOT);
  const database = inStore(path, () => connectToSnapshot(path));
  try {
    return await lookUpFacts(database, archive, progress, signal);
  } catch (error) {
    throw asStoreError(error, path);
  } finally {
    progress.end();
    database.close();
  }
}

async function lookUpFacts(
  database: Database.Database,
  archive: Archive,
  progress: Progress,
  signal: AbortSignal | undefined,
): Promise<ProvenanceReport> {
  const count = createProvenanceCount();
  const lookUp = createDocumentProofs(database, archive, count);
  const captures = factsByCapture(database);
  progress.begin("Looking facts up", captures.size);
  for (const [captureId, facts] of captures) {
    progress.tick(lookUp(captureId, facts));
    // Signals are heard between two documents.
    await setImmediate();
    signal?.throwIfAborted();
  }
  return count.report();
}
