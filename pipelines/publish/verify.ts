import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CHECKSUMS, readChecksums } from "../../sinks/checksums.ts";
import { digestFile, listFiles } from "../../sinks/digest.ts";
import { MANIFEST, type Manifest, manifestSchema } from "../../sinks/manifest.ts";
import { verifyChanges } from "./verify-changes.ts";
import { verifyDocuments } from "./verify-documents.ts";
import { verifySnapshot } from "./verify-snapshot.ts";

/**
 * Reads a version back, every byte of it.
 *
 * @returns what is wrong with it, a sentence for each problem; nothing where it is as it was published.
 */
export function verifyVersion(folder: string): readonly string[] {
  return attempt(() => {
    const manifest = readManifest(folder);
    return [
      ...attempt(() => verifyChecksums(folder)),
      ...attempt(() => verifyListing(folder, manifest)),
      ...attempt(() => verifySnapshot(folder, manifest)),
      ...attempt(() => verifyDocuments(folder, manifest)),
      ...attempt(() => verifyChanges(folder, manifest)),
    ];
  });
}

/** What a check stumbles over is a problem as well: a file that is missing or cannot be read. */
function attempt(check: () => readonly string[]): readonly string[] {
  try {
    return check();
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

function readManifest(folder: string): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(join(folder, MANIFEST), "utf8")));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${MANIFEST} cannot be read: ${reason}`, { cause });
  }
}

function verifyChecksums(folder: string): readonly string[] {
  const expected = readChecksums(folder);
  const present = listFiles(folder).filter((path) => path !== CHECKSUMS);
  const missing = [...expected.keys()].filter((path) => !present.includes(path));
  return [
    ...missing.map((path) => `${path} is missing.`),
    ...present.flatMap((path) => verifyChecksum(folder, path, expected.get(path))),
  ];
}

function verifyChecksum(folder: string, path: string, expected: string | undefined): readonly string[] {
  if (expected === undefined) return [`${path} is not in ${CHECKSUMS}.`];
  if (digestFile(join(folder, path)).sha256 === expected) return [];
  return [`${path} is not what was published: its SHA-256 differs from ${CHECKSUMS}.`];
}

/** The manifest and the checksums are two lists of the same files. */
function verifyListing(folder: string, { files }: Manifest): readonly string[] {
  const sums = readChecksums(folder);
  const listed = new Set(files.map(({ path }) => path));
  const unlisted = [...sums.keys()].filter((path) => path !== MANIFEST && !listed.has(path));
  const different = files.filter(({ path, sha256 }) => sums.get(path) !== sha256);
  return [
    ...unlisted.map((path) => `${path} is not in ${MANIFEST}.`),
    ...different.map(({ path }) => `${path} has another SHA-256 in ${MANIFEST} than in ${CHECKSUMS}.`),
  ];
}
