import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { TABLES } from "../transforms/model/model.ts";
import type { TableShape } from "../transforms/model/table.ts";
import { digestFile, listFiles } from "./digest.ts";
import type { Snapshot } from "./sqlite/open-snapshot.ts";
import type { WrittenFile } from "./written-file.ts";

export const MANIFEST = "manifest.json";

const acceptance = z.object({
  rule: z.string(),
  reason: z.string(),
  accepted_at: z.string(),
  accepted_by: z.string().optional(),
  /** The source and the findings that were let pass. */
  source_id: z.string().nullable().optional(),
  let_pass: z.array(z.string()).optional(),
});

/** What a version says of itself. */
export const manifestSchema = z.object({
  id: z.string(),
  schema_version: z.string(),
  content_hash: z.string(),
  previous_version: z.string().nullable(),
  tool_version: z.string(),
  node_version: z.string(),
  /** A digest of the program's own files: the same program makes the same of the same documents. */
  program: z.string().optional(),
  created_at: z.string(),
  sources: z.array(
    z.object({ id: z.string(), edition: z.string().nullable(), state: z.string(), fetched_at: z.string() }),
  ),
  /** Names of the rules that the version passed. */
  checks: z.array(z.string()),
  /** What a person let pass, and why. */
  acceptances: z.array(acceptance),
  /** Rows of each table. */
  counts: z.record(z.string(), z.int()),
  /** Every file but this one and the checksums. */
  files: z.array(
    z.object({ path: z.string(), bytes: z.int(), rows: z.int().optional(), sha256: z.string() }),
  ),
});

export type Manifest = z.infer<typeof manifestSchema>;

/** A finding of the checks that a person has let pass. */
export type Acceptance = z.infer<typeof acceptance>;

/** What the manifest tells that the dataset itself does not. */
export type ManifestNotes = {
  readonly nodeVersion: string;
  readonly program: string;
  readonly checks: readonly string[];
  readonly acceptances: readonly Acceptance[];
  /** What the other sinks said of their files. */
  readonly written: readonly WrittenFile[];
  /** Files that have been described already. */
  readonly described?: Manifest["files"];
};

/** Writes `manifest.json`, which lists the files that are in the folder by now. */
export async function writeManifest(
  snapshot: Snapshot,
  folder: string,
  notes: ManifestNotes,
): Promise<Manifest> {
  const { version, ...dataset } = await snapshot.database
    .selectFrom("dataset")
    .selectAll()
    .executeTakeFirstOrThrow();
  const manifest: Manifest = {
    id: version,
    ...dataset,
    node_version: notes.nodeVersion,
    program: notes.program,
    sources: await listSources(snapshot),
    checks: [...notes.checks],
    acceptances: [...notes.acceptances],
    counts: countRows(snapshot),
    files: describeFiles(folder, notes.written, notes.described),
  };
  writeFileSync(join(folder, MANIFEST), `${JSON.stringify(manifest, undefined, 2)}\n`, { flag: "wx" });
  return manifest;
}

/** Rows of each table of a snapshot. */
export function countRows(
  { connection }: Snapshot,
  tables: readonly TableShape[] = TABLES,
): Readonly<Record<string, number>> {
  const count = (table: string) =>
    connection.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
  return Object.fromEntries(tables.map(({ name }) => [name, count(name)]));
}

function listSources({ database }: Snapshot): Promise<Manifest["sources"]> {
  return database
    .selectFrom("source")
    .select(["id", "edition", "state", "fetched_at"])
    .orderBy("id")
    .execute();
}

/** The files that are in a folder: how long, how many rows, and their SHA-256. Each is read once. */
export function describeFiles(
  folder: string,
  written: readonly WrittenFile[],
  described: Manifest["files"] = [],
): Manifest["files"] {
  const rows = new Map(written.map((file) => [file.path, file.rows]));
  const known = new Map(described.map((file) => [file.path, file]));
  return listFiles(folder).map((path) => {
    const own = known.get(path);
    if (own !== undefined) return own;
    const { bytes, sha256 } = digestFile(join(folder, path));
    const count = rows.get(path);
    return { path, bytes, ...(count !== undefined && { rows: count }), sha256 };
  });
}
