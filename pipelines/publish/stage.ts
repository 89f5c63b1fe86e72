import { join } from "node:path";
import type { Kysely } from "kysely";
import { writeChecksums } from "../../sinks/checksums.ts";
import { type Acceptance, describeFiles, type Manifest, writeManifest } from "../../sinks/manifest.ts";
import { writeReport } from "../../sinks/report.ts";
import { openSnapshot, typed } from "../../sinks/sqlite/open-snapshot.ts";
import { createSnapshot, type SnapshotWriter } from "../../sinks/sqlite.ts";
import { asStoreError, inStore } from "../../sources/archive/store-error.ts";
import type { ChangesHead } from "../../transforms/model/change.ts";
import { type Dataset, type Row, SCHEMA_VERSION } from "../../transforms/model/model.ts";
import { type Against, writeChanges } from "../changes/write-changes.ts";
import { hashContent } from "./content-hash.ts";
import { FORMATS } from "./formats.ts";
import { SNAPSHOT } from "./store-layout.ts";
import { versionId } from "./version-id.ts";

/** What the checks found in the staged facts. A finding that must not be published is thrown instead. */
export type Inspection = {
  /** Rows of the table `issue`, which are published with the facts. */
  readonly issues: readonly Row<"issue">[];
  /** Names of the rules that hold. */
  readonly checks: readonly string[];
  readonly acceptances: readonly Acceptance[];
};

/** How the facts of a version come about. */
export type FactsOrder = {
  /** Inserts every row but those of `dataset`. */
  readonly build: (writer: SnapshotWriter) => void | Promise<void>;
  /** Looks at the staged facts by SQL before anything is published. */
  readonly inspect?: (database: Kysely<Dataset>) => Inspection | Promise<Inspection>;
};

/** Facts that are in the staged SQLite file, checked and hashed. */
export type StagedFacts = {
  readonly writer: SnapshotWriter;
  readonly contentHash: string;
  readonly inspection: Inspection;
};

/** What a version is made of beside its facts: two builds with the same of these give the same bytes. */
export type Circumstances = {
  readonly createdAt: string;
  readonly previousVersion: string | null;
  readonly toolVersion: string;
  readonly program: string;
  readonly nodeVersion: string;
};

const NOTHING_FOUND: Inspection = { issues: [], checks: [], acceptances: [] };

/** Puts the facts into a SQLite file in the staging folder, lets them be checked, and tells their hash. */
export async function stageFacts(folder: string, { build, inspect }: FactsOrder): Promise<StagedFacts> {
  const path = join(folder, SNAPSHOT);
  const writer = inStore(path, () => createSnapshot(path));
  try {
    await build(writer);
    const inspection = (await inspect?.(typed(writer.connection))) ?? NOTHING_FOUND;
    for (const issue of inspection.issues) writer.insert("issue", issue);
    return { writer, contentHash: hashContent(writer.connection), inspection };
  } catch (error) {
    writer.discard();
    throw asStoreError(error, path);
  }
}

/** A version in its folder, and what it changes. */
export type WrittenVersion = { readonly manifest: Manifest; readonly changes: ChangesHead };

/** Makes a whole version of the staged facts: SQLite file, what it changes, the other formats, the site, manifest, checksums. */
export async function writeVersion(
  folder: string,
  facts: StagedFacts,
  when: Circumstances,
  against: Against,
): Promise<WrittenVersion> {
  facts.writer.insert("dataset", datasetRow(facts.contentHash, when));
  facts.writer.finish();
  const snapshot = openSnapshot(join(folder, SNAPSHOT));
  try {
    const { program, nodeVersion } = when;
    const { files: written, head: changes } = await writeChanges(folder, against, program);
    for (const write of FORMATS) written.push(...(await write(snapshot, folder)));
    const { checks, acceptances } = facts.inspection;
    const files = describeFiles(folder, written);
    written.push(...(await writeReport(snapshot, folder, { checks, acceptances, changes, files })));
    const notes = { nodeVersion, program, checks, acceptances, written, described: files };
    const manifest = await writeManifest(snapshot, folder, notes);
    writeChecksums(folder, manifest);
    return { manifest, changes };
  } finally {
    await snapshot.close();
  }
}

function datasetRow(contentHash: string, when: Circumstances): Row<"dataset"> {
  return {
    version: versionId(when.createdAt, contentHash),
    schema_version: SCHEMA_VERSION,
    created_at: when.createdAt,
    content_hash: contentHash,
    previous_version: when.previousVersion,
    tool_version: when.toolVersion,
  };
}
