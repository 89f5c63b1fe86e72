import type Database from "better-sqlite3";
import type { Archive } from "../../sources/archive/archive.ts";
import type { Row } from "../../transforms/model/model.ts";
import type { ChosenDocument } from "../build/contribution.ts";
import { isRunFinding } from "../build/run-findings.ts";
import { inSnapshot, type PublishedVersion } from "../published-version.ts";
import { sourceOf } from "../registry.ts";

/** What a version says of one source: how it stands, and which documents its facts rest on. */
export type VersionSource = {
  readonly row: Row<"source">;
  readonly documents: readonly ChosenDocument[];
  /** Addresses of documents that the archive no longer holds, or that no reader of this program reads. */
  readonly lost: readonly string[];
  /** What the run that published it found. */
  readonly findings: readonly Row<"issue">[];
};

/** The sources of a version, by id, read back from its own tables. */
export function versionSources(
  version: Pick<PublishedVersion, "folder">,
  archive: Archive,
): ReadonlyMap<string, VersionSource> {
  const { sources, captures, issues } = inSnapshot(version, readTables);
  return new Map(
    sources.map((row) => {
      const own = captures.filter(({ source_id }) => source_id === row.id);
      const documents = own.flatMap((capture) => documentOf(capture, archive) ?? []);
      const found = new Set(documents.map(({ capture }) => capture.id));
      const lost = own.filter(({ id }) => !found.has(id)).map(({ url }) => url);
      const findings = issues.filter((issue) => issue.source_id === row.id && isRunFinding(issue));
      return [row.id, { row, documents, lost, findings }];
    }),
  );
}

type CaptureRow = Pick<Row<"capture">, "id" | "url" | "source_id">;

function readTables(database: Database.Database) {
  return {
    sources: database.prepare<[], Row<"source">>("SELECT * FROM source").all(),
    captures: database.prepare<[], CaptureRow>("SELECT id, url, source_id FROM capture ORDER BY url").all(),
    issues: database.prepare<[], Row<"issue">>("SELECT * FROM issue ORDER BY rowid").all(),
  };
}

function documentOf({ id, url }: CaptureRow, archive: Archive): ChosenDocument | undefined {
  const capture = archive.capture(id);
  const kind = sourceOf(url)?.kind;
  return capture === undefined || kind === undefined ? undefined : { address: { kind, url }, capture };
}
