import { statfsSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname } from "node:path";
import type Database from "better-sqlite3";

/** Whether a file became smaller, and by how much; what it did not give back it fills again. */
export type Compaction =
  | { readonly outcome: "compacted"; readonly bytes: number }
  | { readonly outcome: "not-worth-it" | "no-room"; readonly bytes: 0 };

/** Bytes that this user can still write in a folder. */
export type FreeBytes = (folder: string) => number;

export const freeBytesOf: FreeBytes = (folder) => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
};

/** A file is written anew only where at least this share of it is empty. */
const LEAST_EMPTY_SHARE = 0.1;

/** Gives the empty pages of a database back to the disk, where there is room to write it anew. */
export function compact(database: Database.Database, path: string, freeBytes: FreeBytes): Compaction {
  const [pages, empty, size] = ["page_count", "freelist_count", "page_size"].map((pragma) =>
    Number(database.pragma(pragma, { simple: true })),
  ) as [number, number, number];
  if (empty < pages * LEAST_EMPTY_SHARE) return { outcome: "not-worth-it", bytes: 0 };
  // SQLite writes the new file among the temporary ones, and then once more into the log beside the old one.
  const needed = (pages - empty) * size;
  if (freeBytes(dirname(path)) < 2 * needed || freeBytes(tmpdir()) < 2 * needed)
    return { outcome: "no-room", bytes: 0 };
  const before = statSync(path).size;
  database.exec("VACUUM");
  database.pragma("wal_checkpoint(TRUNCATE)");
  return { outcome: "compacted", bytes: before - statSync(path).size };
}
