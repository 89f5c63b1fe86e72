import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { MANIFEST, type Manifest, manifestSchema } from "../../sinks/manifest.ts";
import type { Archive } from "../../sources/archive/archive.ts";
import { buildFacts } from "../build/build-facts.ts";
import { RefusedError } from "../errors/refused-error.ts";
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
  const circumstances = {
    createdAt: manifest.created_at,
    previousVersion: manifest.previous_version,
    toolVersion: manifest.tool_version,
    program: manifest.program ?? "",
    nodeVersion: manifest.node_version,
  };
  const against = { previous: previousOf(version, manifest), archive, publishedIn: version.folder };
  return (await writeVersion(folder, facts, circumstances, against)).manifest;
}

/** The version that it was compared with; `undefined` where it is the first, or where that one is gone. */
export function previousOf(
  { folder }: PublishedVersion,
  { previous_version: id }: Manifest,
): PublishedVersion | undefined {
  const previous = id === null ? undefined : { id, folder: join(dirname(folder), id) };
  return previous !== undefined && existsSync(previous.folder) ? previous : undefined;
}

/**
 * What a version says of how it was built.
 *
 * @throws RefusedError where it can't be read.
 */
export function readManifest({ id, folder }: PublishedVersion): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(join(folder, MANIFEST), "utf8")));
  } catch (cause) {
    const message = `${id} cannot be built again: its ${MANIFEST} is missing or damaged, and tells what it was built with.`;
    throw new RefusedError(message, "manifest-damaged", { cause });
  }
}
