import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { digestFile } from "./digest.ts";
import { MANIFEST, type Manifest } from "./manifest.ts";

export const CHECKSUMS = "SHA256SUMS";

/** Writes `SHA256SUMS`, which `sha256sum -c` understands, over every file of the version but itself. */
export function writeChecksums(folder: string, { files }: Manifest): void {
  const manifest = { path: MANIFEST, ...digestFile(join(folder, MANIFEST)) };
  const lines = [...files, manifest].map(({ path, sha256 }) => ({ path, line: `${sha256}  ${path}\n` }));
  const sorted = lines.toSorted((one, other) => (one.path < other.path ? -1 : 1));
  writeFileSync(join(folder, CHECKSUMS), sorted.map(({ line }) => line).join(""), { flag: "wx" });
}

/**
 * Reads the checksums of a version: path → SHA-256.
 *
 * @throws Error where a line has another form.
 */
export function readChecksums(folder: string): ReadonlyMap<string, string> {
  const text = readFileSync(join(folder, CHECKSUMS), "utf8");
  if (!text.endsWith("\n")) throw new Error(`${CHECKSUMS} is cut off: its last line has no end.`);
  return new Map(text.slice(0, -1).split("\n").map(readLine));
}

function readLine(line: string): [string, string] {
  const [, sha256, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
  if (sha256 === undefined || path === undefined)
    throw new Error(`${CHECKSUMS} has the unreadable line "${line}".`);
  return [path, sha256];
}
