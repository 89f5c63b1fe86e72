import { existsSync, lstatSync, readdirSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { freeBytesOf } from "../../sources/archive/compact.ts";
import { inStore } from "../../sources/archive/store-error.ts";

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
  for (const path of filesIn(store)) bytes[partOf(path)] += sizeOf(join(store, path));
  const total = Object.values(bytes).reduce((sum, part) => sum + part, 0);
  return { ...bytes, total, free: inStore(store, () => freeBytesOf(nearestFolder(store))) };
}

/** `readdir`'s own recursion follows links to folders: the latest version would count twice. */
function filesIn(store: string, folder = ""): readonly string[] {
  if (!existsSync(join(store, folder))) return [];
  const entries = inStore(store, () => readdirSync(join(store, folder), { withFileTypes: true }));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(store, path) : [path];
  });
}

function partOf(path: string): Part {
  const [first = ""] = path.split(sep, 1);
  if (first.startsWith("archive.sqlite")) return "archive";
  if (first.startsWith("state.sqlite")) return "state";
  return first === "versions" || first === "runs" ? first : "other";
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
