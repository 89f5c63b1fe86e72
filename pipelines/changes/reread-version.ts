import { readFileSync } from "node:fs";
import { join } from "node:path";
import { MANIFEST, type Manifest, manifestSchema } from "../../sinks/manifest.ts";
import { connectToSnapshot, typed } from "../../sinks/sqlite/open-snapshot.ts";
import { createSnapshot, type SnapshotWriter } from "../../sinks/sqlite.ts";
import type { Archive } from "../../sources/archive/archive.ts";
import { buildFacts } from "../build/build-facts.ts";
import type { Contribution } from "../build/contribution.ts";
import { SourceRefusedError } from "../errors/source-refused-error.ts";
import { inspectRebuilt } from "../inspection/inspect-rebuilt.ts";
import { SNAPSHOT } from "../publish/store-layout.ts";
import type { PublishedVersion } from "../published-version.ts";
import { rereadContributions, type Unread } from "./reread-contributions.ts";

/** What this program makes of the documents of an older version. */
export type Reread = {
  /** Holds the rows. The caller discards it. */
  readonly writer: SnapshotWriter;
  /** Why its reading of a document is not known, by address. */
  readonly unread: ReadonlyMap<string, string>;
};

const SCRATCH = ".reread.sqlite";
const SILENT = { begin: () => {}, tick: () => {}, end: () => {}, say: () => {} };

/**
 * Builds the documents of a version once more with this program, into a scratch file.
 *
 * @throws SourceRefusedError, RefusedError where this program finds no way to put them together.
 */
export async function rereadVersion(
  version: Pick<PublishedVersion, "folder">,
  archive: Archive,
  scratchFolder: string,
): Promise<Reread> {
  const connection = connectToSnapshot(join(version.folder, SNAPSHOT));
  try {
    const unread: Unread = new Map();
    const contributions = rereadContributions(version, connection, archive, unread);
    const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(version.folder, MANIFEST), "utf8")));
    const writer = await build(contributions, unread, join(scratchFolder, SCRATCH), manifest);
    return { writer, unread };
  } finally {
    connection.close();
  }
}

/** Where a source does not fit the others any more, its rows stay as the version has them, and the rest is tried again. */
async function build(
  contributions: readonly Contribution[],
  unread: Unread,
  path: string,
  manifest: Manifest,
): Promise<SnapshotWriter> {
  const writer = createSnapshot(path);
  try {
    buildFacts(contributions, writer, SILENT, new Map());
    const { issues } = await inspectRebuilt(typed(writer.connection), manifest);
    for (const issue of issues) writer.insert("issue", issue);
    return writer;
  } catch (error) {
    writer.discard();
    if (!(error instanceof SourceRefusedError) || !leaveOut(contributions, error, unread)) throw error;
    return build(contributions, unread, path, manifest);
  }
}

/** @returns whether anything is left out that was not before. */
function leaveOut(
  contributions: readonly Contribution[],
  { sourceId, message }: SourceRefusedError,
  unread: Unread,
): boolean {
  const refused = contributions.find(({ registered }) => registered.source.id === sourceId);
  const urls = (refused?.documents ?? []).map(({ address }) => address.url).filter((url) => !unread.has(url));
  for (const url of urls) unread.set(url, `This program refuses what it reads there: ${message}`);
  return urls.length > 0;
}
