import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Manifest } from "../../sinks/manifest.ts";
import { TEMPORARY } from "./durable.ts";
import { indexOf, pointLatest, tellLatest, writeIndex } from "./latest.ts";
import {
  indexFile,
  indexSchema,
  isLeftover,
  latestFile,
  latestSchema,
  readJson,
  readLatestLink,
  readVersions,
  type VersionIndex,
  versionsFolder,
} from "./store-layout.ts";

/**
 * Puts the published side of a store in order after a crash: nothing staged remains, and `latest`, `latest.json` and
 * `index.json` tell of the folders that are there. Needs the store for itself.
 *
 * @returns the latest version; nothing where none is published.
 */
export async function recoverStore(store: string): Promise<Manifest | undefined> {
  await mkdir(versionsFolder(store), { recursive: true });
  await removeLeftovers(versionsFolder(store), isLeftover);
  await removeLeftovers(store, (name) => name.startsWith(TEMPORARY));
  const versions = await readVersions(store);
  const index = await readJson(indexFile(store), indexSchema);
  const latest = await findLatest(store, versions, index);
  if (latest !== undefined) await repairLatest(store, latest);
  if (!isDeepStrictEqual(index, indexOf(versions))) await writeIndex(store, versions);
  return latest;
}

/**
 * The version that the link names; the newest where it names none. A newer version that the index does not list yet was
 * being published when the crash came: it is whole, so it is the latest. One that is listed was rolled back from.
 */
async function findLatest(
  store: string,
  versions: readonly Manifest[],
  index: VersionIndex | undefined,
): Promise<Manifest | undefined> {
  const newest = versions.at(-1);
  const linked = await wantedLink(store);
  const isListed = index?.versions.some(({ id }) => id === newest?.id) ?? true;
  return (isListed ? versions.find(({ id }) => id === linked) : undefined) ?? newest;
}

/** A rollback is told in `latest.json` before the link moves: one that was cut off between the two is finished. */
async function wantedLink(store: string): Promise<string | undefined> {
  const linked = await readLatestLink(store);
  const told = await readJson(latestFile(store), latestSchema);
  return told?.rolled_back !== undefined && told.rolled_back.from === linked ? told.id : linked;
}

async function repairLatest(store: string, latest: Manifest): Promise<void> {
  if ((await readLatestLink(store)) !== latest.id) await pointLatest(store, latest);
  const told = await readJson(latestFile(store), latestSchema);
  if (told?.id !== latest.id) await tellLatest(store, latest, latest.created_at);
}

async function removeLeftovers(folder: string, isOver: (name: string) => boolean): Promise<void> {
  const names = (await readdir(folder)).filter(isOver);
  for (const name of names) await rm(join(folder, name), { recursive: true, force: true });
}
