import { createHash } from "node:crypto";
import { closeSync, openSync, readdirSync, readSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** Length and SHA-256 of a file, as its manifest and its checksums tell them. */
export type Digest = { readonly bytes: number; readonly sha256: string };

/** Shared by all calls: a version has a thousand files, and memory outside the heap is given back late. */
const CHUNK = Buffer.allocUnsafe(256 * 1024);

/** Reads a file of any size in chunks. */
export function digestFile(path: string): Digest {
  const hash = createHash("sha256");
  const file = openSync(path, "r");
  let bytes = 0;
  try {
    for (let read = readSync(file, CHUNK); read > 0; read = readSync(file, CHUNK)) {
      hash.update(CHUNK.subarray(0, read));
      bytes += read;
    }
  } finally {
    closeSync(file);
  }
  return { bytes, sha256: hash.digest("hex") };
}

/** Paths of all files below a folder, with `/`, in code-unit order. */
export function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, "/"))
    .toSorted();
}
