import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSnapshot } from "../../sinks/sqlite/reader.ts";
import { refreshIn } from "../pipelines/refresh/refreshed-store.ts";

/** A store with the whole sample, and what examples name of it. */
export type SampleStore = {
  readonly path: string;
  readonly version: string;
  /** Of a page of the handbook. */
  readonly captureId: string;
  readonly remove: () => void;
};

export async function publishSample(): Promise<SampleStore> {
  const folder = mkdtempSync(join(tmpdir(), "examples-"));
  const path = join(folder, "store");
  const { report } = await refreshIn(path, ["--sample"]);
  if (report.version === null) throw new Error(`The sample was not published: ${report.message}`);
  const { occupation } = openSnapshot(path);
  const captureId = String(occupation("us-ooh/registered-nurses")?.capture_id);
  return { path, version: report.version, captureId, remove: () => rmSync(folder, { recursive: true }) };
}
