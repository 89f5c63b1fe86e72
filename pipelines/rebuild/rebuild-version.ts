import { readFileSync } from "node:fs";
import { join } from "node:path";
import { MANIFEST, type Manifest, manifestSchema } from "../../sinks/manifest.ts";
import type { Archive } from "../../sources/archive/archive.ts";
import { buildFacts } from "../build/build-facts.ts";
import { inspectRebuilt } from "../inspection/inspect-rebuilt.ts";
import { stageFacts, writeVersion } from "../publish/stage.ts";
import type { PublishedVersion } from "../published-version.ts";
import type { Progress } from "../refresh/progress.ts";
import { rebuiltContributions } from "./rebuilt-contributions.ts";

/**
 * Builds a published version once more, from the archive alone, into an empty folder: with the time, the previous
 * version, the tool and Node version that its manifest records. Whatever the runs remember has no part in it.
 *
 * @throws RefusedError where the archive no longer holds all of it, or where this program does not understand it.
 */
export async function rebuildVersion(
  version: PublishedVersion,
  archive: Archive,
  folder: string,
  progress: Progress,
): Promise<Manifest> {
  const manifest = readManifest(version);
  const contributions = rebuiltContributions(version, archive);
  const facts = await stageFacts(folder, {
    build: (writer) => void buildFacts(contributions, writer, progress, new Map()),
    inspect: (database) => inspectRebuilt(database, manifest),
  });
  return writeVersion(folder, facts, {
    createdAt: manifest.created_at,
    previousVersion: manifest.previous_version,
    toolVersion: manifest.tool_version,
    program: manifest.program ?? "",
    nodeVersion: manifest.node_version,
  });
}

/** What a version says of how it was built. */
export function readManifest({ folder }: PublishedVersion): Manifest {
  return manifestSchema.parse(JSON.parse(readFileSync(join(folder, MANIFEST), "utf8")));
}
