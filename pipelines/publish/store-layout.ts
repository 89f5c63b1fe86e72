import { chmod, mkdir, mkdtemp, readdir, readFile, readlink } from "node:fs/promises";
import { basename, join } from "node:path";
import { z } from "zod";
import { MANIFEST, type Manifest, manifestSchema } from "../../sinks/manifest.ts";
import { isVersionId } from "./version-id.ts";

/** Name of the SQLite file in a version. */
export const SNAPSHOT = "occupations.sqlite";
const STAGING = ".staging-";
const PRUNED = ".pruned-";

export const versionsFolder = (store: string) => join(store, "versions");
export const versionFolder = (store: string, id: string) => join(store, "versions", id);
/** Where a version waits to be deleted. */
export const prunedFolder = (store: string, id: string) => join(store, "versions", `${PRUNED}${id}`);
export const latestLink = (store: string) => join(store, "latest");
export const latestFile = (store: string) => join(store, "latest.json");
export const indexFile = (store: string) => join(store, "index.json");

/** What `latest.json` says: the same as the link, for those who can't follow links. */
export const latestSchema = z.object({
  id: z.string(),
  content_hash: z.string(),
  created_at: z.string(),
  /** When a run last found that nothing has changed since. */
  checked_at: z.string(),
  path: z.string(),
  /** A person went back from the version `from`; nothing is published until a person lets go. */
  rolled_back: z.object({ from: z.string(), at: z.string(), reason: z.string() }).optional(),
});

export type Latest = z.infer<typeof latestSchema>;

/** What `index.json` says. */
export const indexSchema = z.object({
  versions: z.array(
    z.object({
      id: z.string(),
      created_at: z.string(),
      content_hash: z.string(),
      previous_version: z.string().nullable(),
      counts: z.record(z.string(), z.int()),
      bytes: z.int(),
    }),
  ),
});

export type VersionIndex = z.infer<typeof indexSchema>;

/** A new folder to build a version in, on the file system that it will be published on. */
export async function createStaging(store: string): Promise<string> {
  await mkdir(versionsFolder(store), { recursive: true });
  const folder = await mkdtemp(join(versionsFolder(store), STAGING));
  await chmod(folder, 0o755); // it was for its owner only
  return folder;
}

/** What a crash leaves among the versions: one that was being built, or being deleted. */
export function isLeftover(name: string): boolean {
  return name.startsWith(STAGING) || name.startsWith(PRUNED);
}

/** Names of all folders that are called like versions, oldest first. */
export async function listFolders(store: string): Promise<readonly string[]> {
  try {
    return (await readdir(versionsFolder(store))).filter(isVersionId).toSorted();
  } catch (error) {
    if (hasCode(error, "ENOENT")) return [];
    throw error;
  }
}

/** The manifests of all versions, oldest first. A folder without a readable manifest of its own is not a version. */
export async function readVersions(store: string): Promise<readonly Manifest[]> {
  const manifests = (await listFolders(store)).map((id) => readManifest(store, id));
  return (await Promise.all(manifests)).filter((manifest) => manifest !== undefined);
}

/** What a version says of itself; nothing where the folder is not one. */
export async function readManifest(store: string, id: string): Promise<Manifest | undefined> {
  const manifest = await readJson(join(versionFolder(store, id), MANIFEST), manifestSchema);
  return manifest?.id === id ? manifest : undefined;
}

/** The version that the link `latest` names, whether or not it is there. */
export async function readLatestLink(store: string): Promise<string | undefined> {
  try {
    return basename(await readlink(latestLink(store)));
  } catch (error) {
    if (hasCode(error, "ENOENT", "EINVAL")) return undefined; // EINVAL: it is no link
    throw error;
  }
}

/** What a JSON file says; nothing where it is missing, cut off, or something else. */
export async function readJson<T>(path: string, schema: z.ZodType<T>): Promise<T | undefined> {
  try {
    return schema.safeParse(JSON.parse(await readFile(path, "utf8"))).data;
  } catch (error) {
    if (hasCode(error, "ENOENT") || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}
