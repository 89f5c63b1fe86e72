import type { Manifest } from "../../sinks/manifest.ts";
import { replaceJson, replaceLink } from "./durable.ts";
import {
  indexFile,
  type Latest,
  latestFile,
  latestLink,
  latestSchema,
  readJson,
  type VersionIndex,
} from "./store-layout.ts";

/** Lets `latest` point at a version: from this moment on it is the one that readers get. */
export async function pointLatest(store: string, { id }: Manifest): Promise<void> {
  await replaceLink(latestLink(store), `versions/${id}`);
}

/** Says in `latest.json` what the link says. */
export async function tellLatest(store: string, manifest: Manifest, checkedAt: string): Promise<void> {
  const { id, content_hash, created_at } = manifest;
  const latest: Latest = { id, content_hash, created_at, checked_at: checkedAt, path: `versions/${id}` };
  await replaceJson(latestFile(store), latest);
}

/** Notes that a run found nothing new. */
export async function touchChecked(store: string, checkedAt: string): Promise<void> {
  const latest = await readJson(latestFile(store), latestSchema);
  if (latest !== undefined) await replaceJson(latestFile(store), { ...latest, checked_at: checkedAt });
}

/** Writes `index.json`: every version, oldest first. */
export async function writeIndex(store: string, versions: readonly Manifest[]): Promise<void> {
  await replaceJson(indexFile(store), indexOf(versions));
}

export function indexOf(versions: readonly Manifest[]): VersionIndex {
  return {
    versions: versions.map(({ id, created_at, content_hash, previous_version, counts, files }) => {
      const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
      return { id, created_at, content_hash, previous_version, counts, bytes };
    }),
  };
}
