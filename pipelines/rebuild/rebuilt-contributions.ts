import type { Archive } from "../../sources/archive/archive.ts";
import type { Row } from "../../transforms/model/model.ts";
import { type Contribution, inOrder, type Standing } from "../build/contribution.ts";
import { RefusedError } from "../errors/refused-error.ts";
import type { PublishedVersion } from "../published-version.ts";
import { SOURCES } from "../registry.ts";
import { archiveReader } from "./archive-reader.ts";
import { type VersionSource, versionSources } from "./version-sources.ts";

/**
 * What a published version was made from, to be made once more: the documents from the archive, the states of the
 * sources and the findings of the run from the version itself.
 *
 * @throws RefusedError where the archive no longer holds all of it, or where this program does not know a source.
 */
export function rebuiltContributions(version: PublishedVersion, archive: Archive): readonly Contribution[] {
  const sources = versionSources(version, archive);
  refuseUnknown(version, [...sources.keys()]);
  return SOURCES.flatMap((registered) => {
    const source = sources.get(registered.source.id);
    if (source === undefined) return [];
    refuseLost(version, source);
    const { row, findings } = source;
    const standing = standingIn(row);
    const documents = inOrder(registered.source, source.documents);
    return [{ registered, reader: archiveReader(registered, archive), standing, documents, findings }];
  });
}

type SourceRow = Pick<Row<"source">, "state" | "fetched_at"> &
  Partial<Pick<Row<"source">, "state_since" | "state_reason">>;

/** Versions of schema 1.1 do not tell since when a source is as it is. */
export function standingIn({ state, state_since, state_reason, fetched_at }: SourceRow): Standing {
  return { state, since: state_since ?? fetched_at, reason: state_reason ?? null };
}

function refuseUnknown({ id }: PublishedVersion, sourceIds: readonly string[]): void {
  const unknown = sourceIds.filter((sourceId) => SOURCES.every(({ source }) => source.id !== sourceId));
  if (unknown.length === 0) return;
  throw new RefusedError(
    `${id} cannot be built again: it holds ${unknown.join(", ")}, which this program does not read. Use the program that built it.`,
    "unknown-source",
  );
}

function refuseLost({ id }: PublishedVersion, { row, lost }: VersionSource): void {
  if (lost.length === 0) return;
  throw new RefusedError(
    `${id} cannot be built again: ${lost.length} documents of ${row.id} are not in the archive, ${lost.slice(0, 3).join(", ")} among them. Restore archive.sqlite from a backup.`,
    "archive-incomplete",
  );
}
