import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listFiles } from "../../sinks/digest.ts";
import type { Manifest } from "../../sinks/manifest.ts";
import type { Archive } from "../../sources/archive/archive.ts";
import { programFingerprint } from "../build/program.ts";
import { RefusedError } from "../errors/refused-error.ts";
import type { PublishedVersion } from "../published-version.ts";
import { readManifest, rebuildVersion } from "../rebuild/rebuild-version.ts";
import type { Progress } from "../refresh/progress.ts";
import { count } from "../text/figures.ts";
import { compareFolders } from "./compare-files.ts";
import { firstOf, type Verified } from "./verified.ts";

/** Builds a version again from the archive, beside the store, and compares every file byte for byte. */
export async function verifyRebuild(
  version: PublishedVersion,
  archive: Archive,
  progress: Progress,
): Promise<Verified> {
  const folder = await mkdtemp(join(tmpdir(), "occupations-rebuild-"));
  try {
    await rebuildVersion(version, archive, folder, progress);
    const problems = compareFolders(version.folder, folder);
    const notes = problems.length === 0 ? [] : otherProgram(readManifest(version));
    const looked_at = `${count(listFiles(folder).length)} files built again`;
    return { part: "rebuild", looked_at, problems: firstOf(problems), notes };
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    const notes = otherProgram(readManifest(version));
    return { part: "rebuild", looked_at: "nothing", problems: [error.message], notes };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The same bytes come from the same program only. */
function otherProgram({ program, node_version, tool_version }: Manifest): string[] {
  return [
    ...(program === programFingerprint()
      ? []
      : [
          `Another state of the program built it (${program ?? tool_version}); only that one is sure to give the same bytes.`,
        ]),
    ...(node_version === process.version
      ? []
      : [`It was built on Node ${node_version}, and now on ${process.version}; that can be the reason.`]),
  ];
}
