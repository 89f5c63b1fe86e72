import { existsSync, lstatSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { freeBytesOf } from "../../sources/archive/compact.ts";
import { inStore } from "../../sources/archive/store-error.ts";
import { isVersionId } from "../publish/version-id.ts";

/** Bytes of a store, part by part. */
export type StoreSizes = {
  readonly archive: number;
  /** With the copies that were made before it was migrated. */
  readonly state: number;
  readonly versions: number;
  readonly runs: number;
  /** What is none of these: the lock, `latest.json`, `index.json`, and what others put there. */
  readonly other: number;
  readonly total: number;
  /** What this user can still write on that disk. */
  readonly free: number;
};

type Part = Exclude<keyof StoreSizes, "total" | "free">;

/** Bytes of every file in the store; links are not followed. */
export function storeSizes(store: string): StoreSizes {
  const bytes: Record<Part, number> = { archive: 0, state: 0, versions: 0, runs: 0, other: 0 };
  for (const { name, isFolder } of entriesOf(store))
    bytes[partOf(name)] += isFolder ? folderSize(join(store, name)) : sizeOf(join(store, name));
  const total = Object.values(bytes).reduce((sum, part) => sum + part, 0);
  return { ...bytes, total, free: inStore(store, () => freeBytesOf(nearestFolder(store))) };
}

/** Versions that were measured before: they never change, have thousands of files, and metrics are asked for often. */
const measured = new Map<string, number>();

/** `readdir`'s own recursion follows links to folders: the latest version would count twice. */
function folderSize(folder: string): number {
  const known = measured.get(folder);
  if (known !== undefined) return known;
  const bytes = entriesOf(folder).reduce((sum, { name, isFolder }) => {
    const path = join(folder, name);
    return sum + (isFolder ? folderSize(path) : sizeOf(path));
  }, 0);
  if (isVersionId(basename(folder))) measured.set(folder, bytes);
  return bytes;
}

type Entry = { readonly name: string; readonly isFolder: boolean };

function entriesOf(folder: string): readonly Entry[] {
  if (!existsSync(folder)) return [];
  const entries = inStore(folder, () => readdirSync(folder, { withFileTypes: true }));
  return entries.map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
}

function partOf(name: string): Part {
  if (name.startsWith("archive.sqlite")) return "archive";
  if (name.startsWith("state.sqlite")) return "state";
  return name === "versions" || name === "runs" ? name : "other";
}

/** A file that another run removed meanwhile counts nothing. */
function sizeOf(path: string): number {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found?.isFile() ? found.size : 0;
}

/** The folder itself, or the nearest above it that is there: a store that is still to come has a disk already. */
export function nearestFolder(folder: string): string {
  const above = dirname(folder);
  return existsSync(folder) || above === folder ? folder : nearestFolder(above);
}
