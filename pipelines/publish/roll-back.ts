import type { Manifest } from "../../sinks/manifest.ts";
import { replaceJson } from "./durable.ts";
import { pointLatest } from "./latest.ts";
import { type Latest, latestFile, latestSchema, readJson } from "./store-layout.ts";

/** That a person went back from a version, when, and why. */
export type RolledBack = NonNullable<Latest["rolled_back"]>;

/** An older version that is to be the latest again. */
export type Rollback = {
  readonly store: string;
  readonly manifest: Manifest;
  readonly rolledBack: RolledBack;
};

type Step = (rollback: Rollback) => Promise<void>;

/** Told before it is done: where a crash falls between the two, `recoverStore` finishes what was begun. */
export const ROLLBACK_STEPS: readonly Step[] = [
  tellRollback,
  ({ store, manifest }) => pointLatest(store, manifest),
];

/** Lets `latest` point at an older version, until a person lets go. The caller holds the lock of the store. */
export async function rollBack(rollback: Rollback): Promise<void> {
  for (const step of ROLLBACK_STEPS) await step(rollback);
}

/** What holds `latest` where it is; nothing where the next run may publish. */
export async function findRollback(store: string): Promise<RolledBack | undefined> {
  return (await readJson(latestFile(store), latestSchema))?.rolled_back;
}

/** For the operator, for as long as it lasts. */
export function rollbackWords(latest: string, { from, at, reason }: RolledBack): string {
  return `Rolled back from ${from} to ${latest} at ${at} (${reason}): nothing is published until a person lets go with \`occupations rollback --release\`.`;
}

/** Lets runs publish again. The latest version stays until one does. */
export async function releaseRollback(store: string): Promise<void> {
  const latest = await readJson(latestFile(store), latestSchema);
  if (latest === undefined) return;
  const { rolled_back: _, ...released } = latest;
  await replaceJson(latestFile(store), released);
}

async function tellRollback({ store, manifest, rolledBack }: Rollback): Promise<void> {
  const told = await readJson(latestFile(store), latestSchema);
  const { id, content_hash, created_at } = manifest;
  const latest: Latest = {
    ...{ id, content_hash, created_at, path: `versions/${id}` },
    checked_at: told?.checked_at ?? created_at,
    rolled_back: rolledBack,
  };
  await replaceJson(latestFile(store), latest);
}
