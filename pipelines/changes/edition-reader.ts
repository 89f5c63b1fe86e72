import type { Archive } from "../../sources/archive/archive.ts";
import { ArchiveError } from "../../sources/archive/body.ts";
import { DocumentError } from "../../sources/reading/document-error.ts";
import type { DocumentEvidence, SourceNature } from "../../transforms/diff/document-reasons.ts";
import type { VersionDocument, VersionDocuments } from "../../transforms/diff/version-documents.ts";
import { archiveReader } from "../rebuild/archive-reader.ts";
import { type RegisteredSource, SOURCES, sourceOf } from "../registry.ts";

/** What the program knows of a source; of one that it no longer reads, nothing. */
export function natureOf(sourceId: string): SourceNature {
  const source = registeredSource(sourceId)?.source;
  return { isSeries: source?.series !== undefined, isReplaced: source?.unlisted === "left-out" };
}

/** What tells whether the documents of a source have one edition. */
export type EditionKeeping = {
  readonly documents: VersionDocuments;
  /** Sources with documents of several editions at a time. */
  readonly mixed: ReadonlySet<string>;
};

/**
 * Tells the edition of a document by reading it, where its source has documents of several editions: an own one each, or two
 * side by side while the publisher is in the middle of an update.
 */
export function editionReader(
  sides: Readonly<Record<"before" | "after", EditionKeeping>>,
  archive: Archive | undefined,
): DocumentEvidence["editionIn"] {
  const hasSeveral = (sourceId: string) =>
    Object.values(sides).some(({ documents, mixed }) => {
      const own = [...documents.byUrl.values()].filter((document) => document.source_id === sourceId);
      return mixed.has(sourceId) || (natureOf(sourceId).isSeries && own.length > 1);
    });
  return (_, document) => (hasSeveral(document.source_id) ? readEdition(document, archive) : undefined);
}

function readEdition({ id, url, source_id }: VersionDocument, archive: Archive | undefined): string | null {
  const registered = registeredSource(source_id);
  const capture = archive?.capture(id);
  const kind = sourceOf(url)?.kind;
  if (archive === undefined || registered === undefined || capture === undefined || kind === undefined)
    throw new Error(`The archive has no document ${id} that this program reads; its edition is not known.`);
  try {
    return archiveReader(registered, archive).facts({ kind, url }, capture).edition ?? null;
  } catch (error) {
    if (!(error instanceof DocumentError || error instanceof ArchiveError)) throw error;
    throw new Error(`Its edition is not known: ${error.message}`, { cause: error });
  }
}

function registeredSource(sourceId: string): RegisteredSource | undefined {
  return SOURCES.find(({ source }) => source.id === sourceId);
}
