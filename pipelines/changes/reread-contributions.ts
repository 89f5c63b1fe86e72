import type Database from "better-sqlite3";
import type { Archive } from "../../sources/archive/archive.ts";
import { ArchiveError } from "../../sources/archive/body.ts";
import { DocumentError } from "../../sources/reading/document-error.ts";
import { type Contribution, type FactsReader, inOrder } from "../build/contribution.ts";
import type { PublishedVersion } from "../published-version.ts";
import { archiveReader } from "../rebuild/archive-reader.ts";
import { standingIn } from "../rebuild/rebuilt-contributions.ts";
import { type VersionSource, versionSources } from "../rebuild/version-sources.ts";
import { type RegisteredSource, SOURCES } from "../registry.ts";
import { lostDocuments } from "./lost-documents.ts";
import { type StandIns, standInsFrom } from "./stand-ins.ts";

/** Why this program's reading of documents is not to be had, by address. */
export type Unread = Map<string, string>;

/**
 * The documents of a version, to be read by this program. Where it cannot, the rows that the version has of them stand in,
 * and the reason is noted: what they would have become is not guessed.
 */
export function rereadContributions(
  version: Pick<PublishedVersion, "folder">,
  connection: Database.Database,
  archive: Archive,
  unread: Unread,
): readonly Contribution[] {
  const sources = versionSources(version, archive);
  const standIns = standInsFrom(connection);
  return SOURCES.flatMap((registered) => {
    const source = sources.get(registered.source.id);
    if (source === undefined) return [];
    const lost = lostDocuments(connection, source);
    for (const { address } of lost) unread.set(address.url, "The archive no longer holds it.");
    return [
      {
        registered,
        reader: forgivingReader(registered, source, { archive, standIns, unread }),
        standing: standingIn(source.row),
        documents: inOrder(registered.source, [...source.documents, ...lost]),
        findings: source.findings,
      },
    ];
  });
}

type Means = { readonly archive: Archive; readonly standIns: StandIns; readonly unread: Unread };

function forgivingReader(
  registered: RegisteredSource,
  { row }: VersionSource,
  { archive, standIns, unread }: Means,
): FactsReader {
  const reader = archiveReader(registered, archive);
  const asPublished = (captureId: string) => ({
    ...{ facts: standIns(captureId), remarks: [], edition: row.edition ?? undefined },
  });
  return {
    facts: (address, capture) => {
      if (unread.has(address.url)) return asPublished(capture.id);
      try {
        return reader.facts(address, capture);
      } catch (error) {
        if (!(error instanceof DocumentError || error instanceof ArchiveError)) throw error;
        unread.set(address.url, `This program cannot read it any more: ${error.message}`);
        return asPublished(capture.id);
      }
    },
  };
}
