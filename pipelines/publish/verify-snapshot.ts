import { join } from "node:path";
import { countRows, type Manifest } from "../../sinks/manifest.ts";
import { findIntegrityProblems } from "../../sinks/sqlite/integrity.ts";
import { openSnapshot, type Snapshot } from "../../sinks/sqlite/open-snapshot.ts";
import { tablesOf } from "../../sinks/sqlite/tables-in.ts";
import { USER_VERSION } from "../../sinks/sqlite.ts";
import { APPLICATION_ID } from "../../transforms/model/model.ts";
import { hashContent } from "./content-hash.ts";
import { SNAPSHOT } from "./store-layout.ts";

/** What is wrong with the SQLite file of a version, by itself and against the manifest. */
export function verifySnapshot(folder: string, manifest: Manifest): readonly string[] {
  const snapshot = open(join(folder, SNAPSHOT));
  try {
    return [
      ...findIntegrityProblems(snapshot.connection),
      ...verifyMarks(snapshot),
      ...verifyCounts(snapshot, manifest),
      ...verifyContent(snapshot, manifest),
    ].map((problem) => `${SNAPSHOT}: ${problem}`);
  } catch (cause) {
    throw new Error(`${SNAPSHOT} cannot be read: ${reasonOf(cause)}`, { cause });
  } finally {
    snapshot.connection.close();
  }
}

function open(path: string): Snapshot {
  try {
    return openSnapshot(path);
  } catch (cause) {
    throw new Error(`${SNAPSHOT} cannot be opened: ${reasonOf(cause)}`, { cause });
  }
}

function verifyMarks({ connection }: Snapshot): readonly string[] {
  const marks = { application_id: APPLICATION_ID, user_version: USER_VERSION };
  return Object.entries(marks).flatMap(([pragma, expected]) => {
    const found = connection.pragma(pragma, { simple: true });
    return found === expected ? [] : [`${pragma} is ${found}; it should be ${expected}.`];
  });
}

function verifyCounts(snapshot: Snapshot, { counts, schema_version }: Manifest): readonly string[] {
  const found = countRows(snapshot, tablesOf(snapshot.connection, schema_version));
  return [...new Set([...Object.keys(counts), ...Object.keys(found)])]
    .filter((table) => counts[table] !== found[table])
    .map(
      (table) => `${table} has ${found[table] ?? "no"} rows; the manifest says ${counts[table] ?? "none"}.`,
    );
}

function verifyContent(
  { connection }: Snapshot,
  { id, content_hash, schema_version }: Manifest,
): readonly string[] {
  const told = connection.prepare("SELECT version FROM dataset").pluck().get();
  return [
    ...(told === id ? [] : [`it says that it is version ${told}; the manifest says ${id}.`]),
    ...(hashContent(connection, tablesOf(connection, schema_version)) === content_hash
      ? []
      : ["its rows don't give the content hash of the manifest."]),
  ];
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
