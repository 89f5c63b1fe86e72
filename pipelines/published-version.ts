import { existsSync } from "node:fs";
import { join } from "node:path";
import type Database from "better-sqlite3";
import { connectToSnapshot } from "../sinks/sqlite/open-snapshot.ts";
import { asStoreError, inStore, storeError } from "../sources/archive/store-error.ts";
import { UsageError } from "./errors/usage-error.ts";
import {
  indexFile,
  indexSchema,
  latestFile,
  latestSchema,
  readJson,
  readLatestLink,
  SNAPSHOT,
  type VersionIndex,
  versionFolder,
} from "./publish/store-layout.ts";
import { isVersionId } from "./publish/version-id.ts";

/** A version that lies in the store. */
export type PublishedVersion = { readonly id: string; readonly folder: string };

/** Every version that `index.json` lists, oldest first; none where nothing is published. */
export async function listVersions(store: string): Promise<VersionIndex["versions"]> {
  return reading(store, async () => (await readJson(indexFile(store), indexSchema))?.versions ?? []);
}

/** The version that `latest` names; `undefined` where nothing is published. */
export async function latestVersion(store: string): Promise<PublishedVersion | undefined> {
  const id = await reading(store, async () => {
    const linked = await readLatestLink(store);
    return linked ?? (await readJson(latestFile(store), latestSchema))?.id;
  });
  return id === undefined ? undefined : { id, folder: versionFolder(store, id) };
}

/**
 * The named version, or the latest.
 *
 * @throws UsageError where there is none.
 */
export async function findVersion(store: string, id?: string): Promise<PublishedVersion> {
  if (id === undefined || id === "latest") return (await latestVersion(store)) ?? refuseEmpty(store);
  const folder = versionFolder(store, id);
  if (isVersionId(id) && existsSync(folder)) return { id, folder };
  throw new UsageError(
    `${store} holds no version ${id}. \`occupations versions\` lists those that it holds.`,
    "unknown-version",
  );
}

/** Looks something up in the SQLite file of a version. */
export function inSnapshot<Result>(
  { folder }: Pick<PublishedVersion, "folder">,
  look: (database: Database.Database) => Result,
): Result {
  const path = join(folder, SNAPSHOT);
  if (!existsSync(path)) throw storeError("store-damaged", path);
  return inStore(path, () => {
    const database = connectToSnapshot(path);
    try {
      return look(database);
    } finally {
      database.close();
    }
  });
}

async function reading<Result>(store: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw asStoreError(error, store);
  }
}

function refuseEmpty(store: string): never {
  throw new UsageError(
    `Nothing is published in ${store} yet. Run \`occupations refresh\` first, or name another store with --store.`,
    "nothing-published",
  );
}
