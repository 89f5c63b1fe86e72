import { rename, rm } from "node:fs/promises";
import type { Manifest } from "../../sinks/manifest.ts";
import { flush } from "../publish/durable.ts";
import { writeIndex } from "../publish/latest.ts";
import { prunedFolder, versionFolder, versionsFolder } from "../publish/store-layout.ts";
import type { PrunedVersions } from "./prune-policy.ts";

type Step = (store: string, versions: PrunedVersions) => Promise<void>;

/**
 * Out of sight in one step each, then out of the index, then off the disk. A folder that is gone and still listed is put
 * right by `recoverStore`; one that is there and not listed would look like a version that is being published.
 */
export const REMOVAL_STEPS: readonly Step[] = [
  moveAside,
  (store, { kept }) => writeIndex(store, kept),
  deleteFolders,
];

/** Removes versions for good. The caller holds the lock of the store. */
export async function removeVersions(store: string, versions: PrunedVersions): Promise<void> {
  for (const step of REMOVAL_STEPS) await step(store, versions);
}

async function moveAside(store: string, { removed }: PrunedVersions): Promise<void> {
  for (const { id } of removed) await rename(versionFolder(store, id), prunedFolder(store, id));
  await flush(versionsFolder(store));
}

/** Who has a file of it open reads on. */
async function deleteFolders(store: string, { removed }: PrunedVersions): Promise<void> {
  for (const { id } of removed) await rm(prunedFolder(store, id), { recursive: true, force: true });
  await flush(versionsFolder(store));
}

/** Bytes of all files of a version, those that its manifest does not list aside. */
export function bytesOf({ files }: Manifest): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}
