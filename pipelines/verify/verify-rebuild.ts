import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listFiles } from "../../sinks/digest.ts";
import type { Manifest } from "../../sinks/manifest.ts";
import type { Archive } from "../../sources/archive/archive.ts";
import { asStoreError } from "../../sources/archive/store-error.ts";
import { programFingerprint } from "../build/program.ts";
import type { PublishedVersion } from "../published-version.ts";
import { previousOf, readManifest, rebuildVersion } from "../rebuild/rebuild-version.ts";
import type { Progress } from "../refresh/progress.ts";
import { count } from "../text/figures.ts";
import { compareFolders } from "./compare-files.ts";
import { asVerified, firstOf, type Verified } from "./verified.ts";

/**
 * Builds a version again from the archive, in a temporary folder, and compares every file byte for byte. The store is only
 * read.
 */
export async function verifyRebuild(
  version: PublishedVersion,
  archive: Archive,
  progress: Progress,
  signal: AbortSignal,
): Promise<Verified> {
  const manifest = readManifest(version);
  const verified = await asVerified("rebuild", () =>
    inTemporaryFolder(async (folder) => {
      await rebuildVersion(version, archive, folder, progress);
      signal.throwIfAborted();
      const problems = compareFolders(version.folder, folder);
      const looked_at = `${count(listFiles(folder).length)} files built again`;
      return { part: "rebuild", looked_at, problems: firstOf(problems), notes: [] };
    }),
  );
  const notes = verified.problems.length === 0 ? [] : otherProgram(manifest);
  return { ...verified, notes: [...notes, ...loneVersion(version, manifest)] };
}

/** Is gone afterwards, also where the work is interrupted. */
async function inTemporaryFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "occupations-rebuild-"));
  try {
    return await work(folder);
  } catch (error) {
    throw asStoreError(error, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Changes are proved against the version before. */
function loneVersion(version: PublishedVersion, manifest: Manifest): string[] {
  if (manifest.previous_version === null || previousOf(version, manifest) !== undefined) return [];
  return [
    `${manifest.previous_version}, the version before it, is gone: its changes were taken as published, not computed again.`,
  ];
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
