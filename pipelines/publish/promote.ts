import { existsSync } from "node:fs";
import { rename } from "node:fs/promises";
import type { Manifest } from "../../sinks/manifest.ts";
import { StoreError } from "../../sources/archive/store-error.ts";
import { flush, makeDurable } from "./durable.ts";
import { pointLatest, tellLatest, writeIndex } from "./latest.ts";
import { readVersions, versionFolder, versionsFolder } from "./store-layout.ts";

/** A verified version in its staging folder, about to be published. */
export type Promotion = {
  readonly store: string;
  readonly staging: string;
  readonly manifest: Manifest;
};

type Step = (promotion: Promotion) => Promise<void>;

/**
 * The steps from the staging folder to `latest`. Each is whole or not done at all: wherever a crash falls, readers have the
 * old version or the new one, and `recoverStore` does the rest.
 */
export const PROMOTION_STEPS: readonly Step[] = [
  ({ staging }) => makeDurable(staging),
  moveIntoPlace,
  ({ store, manifest }) => pointLatest(store, manifest),
  ({ store, manifest }) => tellLatest(store, manifest, manifest.created_at),
  async ({ store }) => writeIndex(store, await readVersions(store)),
];

/** Publishes what was staged. The only thing that moves `latest` forward. */
export async function promote(promotion: Promotion): Promise<void> {
  for (const step of PROMOTION_STEPS) await step(promotion);
}

async function moveIntoPlace({ store, staging, manifest }: Promotion): Promise<void> {
  const folder = versionFolder(store, manifest.id);
  if (existsSync(folder)) throw isTaken(folder);
  await rename(staging, folder);
  await flush(versionsFolder(store));
}

/** The same facts within the same second, with other facts between: only a clock that stands still does that. */
function isTaken(folder: string): StoreError {
  const message = `${folder} exists already, and a published version is never replaced. Check the clock of this machine and run the command again; nothing was changed.`;
  return new StoreError("store-unreadable", message);
}
