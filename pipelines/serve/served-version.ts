import { existsSync } from "node:fs";
import { join } from "node:path";
import { CHECKSUMS, readChecksums } from "../../sinks/checksums.ts";
import { digestFile } from "../../sinks/digest.ts";
import type { PublishedVersion } from "../published-version.ts";

/** A file that may be served: where it lies, and its SHA-256. */
export type ServedFile = { readonly path: string; readonly sha256: string };

/** A version as it is served: its files by their paths. What its checksums don't list is not there. */
export type ServedVersion = { readonly id: string; readonly file: (path: string) => ServedFile | undefined };

/** Reads the list of a version's files; `undefined` where the version is not in the store, or not any more. */
export function openServedVersion({ id, folder }: PublishedVersion): ServedVersion | undefined {
  if (!existsSync(join(folder, CHECKSUMS))) return undefined;
  const sums = new Map([...readChecksums(folder), [CHECKSUMS, digestFile(join(folder, CHECKSUMS)).sha256]]);
  return {
    id,
    file: (path) => {
      const sha256 = sums.get(path);
      return sha256 === undefined ? undefined : { path: join(folder, path), sha256 };
    },
  };
}
