import type { Reason } from "./cause-list.ts";
import type { VersionDocument, VersionDocuments, VersionSource } from "./version-documents.ts";

/** What has to be known of a source to tell what a change of its documents means. */
export type SourceNature = {
  /** Each document is an edition of its own. */
  readonly isSeries: boolean;
  /** A new state of a document comes under an address of its own, and takes the place of the old one. */
  readonly isReplaced: boolean;
};

/** What document causes are computed from. */
export type DocumentEvidence = {
  readonly before: VersionDocuments;
  readonly after: VersionDocuments;
  readonly natureOf: (sourceId: string) => SourceNature;
  /**
   * The edition of one document, where the source has several at a time; `undefined` where the source's edition is that of
   * all its documents.
   *
   * @throws Error with a reason where it cannot be told.
   */
  readonly editionIn: (version: "before" | "after", document: VersionDocument) => string | null | undefined;
  /** Why this program's reading of a document of the version before is not known; `undefined` where it is. */
  readonly unread: (url: string) => string | undefined;
};

/** Why documents differ, by address; a document of which neither version has other bytes is not in it. */
export function documentReasons(evidence: DocumentEvidence): ReadonlyMap<string, Reason> {
  const { before, after } = evidence;
  const urls = [...new Set([...before.byUrl.keys(), ...after.byUrl.keys()])].sort();
  return new Map(
    urls.flatMap((url): [string, Reason][] => {
      const old = before.byUrl.get(url);
      const now = after.byUrl.get(url);
      if (old?.sha256 === now?.sha256) return [];
      return [[url, documentReason(evidence, old, now)]];
    }),
  );
}

function documentReason(
  evidence: DocumentEvidence,
  old: VersionDocument | undefined,
  now: VersionDocument | undefined,
): Reason {
  const document = now ?? old;
  if (document === undefined) throw new Error("There is no document to compare.");
  const { url, source_id } = document;
  const before = evidence.before.sources.get(source_id);
  const after = evidence.after.sources.get(source_id);
  if (before === undefined || after === undefined) return sourceReason(source_id, before, after);
  const captures = { capture_before: old?.id ?? null, capture_after: now?.id ?? null };
  const place = { source_id, url, ...captures };
  const unread = evidence.unread(url);
  if (unread !== undefined) return { kind: "undetermined", ...place, reason: unread };
  if (old === undefined || now === undefined)
    return { ...place, ...comingOrGoing(evidence.natureOf(source_id), now !== undefined, before, after) };
  return { ...place, ...renewal(evidence, old, now, before, after) };
}

/** A source that one of the versions does not have. */
function sourceReason(
  source_id: string,
  before: VersionSource | undefined,
  after: VersionSource | undefined,
): Reason {
  const kind = before === undefined ? "source-added" : "source-removed";
  return { kind, source_id, ...editions(before?.edition, after?.edition) };
}

function comingOrGoing(
  { isSeries, isReplaced }: SourceNature,
  isComing: boolean,
  before: VersionSource,
  after: VersionSource,
): Reason {
  const isOfOtherEdition = before.edition !== after.edition;
  const isEdition = (isSeries && isComing) || (isReplaced && isOfOtherEdition);
  const kind = isComing ? "document-added" : "document-removed";
  return { kind: isEdition ? "new-edition" : kind, ...editions(before.edition, after.edition) };
}

/** The same address with other bytes. */
function renewal(
  { editionIn }: DocumentEvidence,
  old: VersionDocument,
  now: VersionDocument,
  before: VersionSource,
  after: VersionSource,
): Reason {
  try {
    const [from, to] = [editionIn("before", old), editionIn("after", now)];
    const told = editions(from === undefined ? before.edition : from, to === undefined ? after.edition : to);
    const isSame = told.edition_before === told.edition_after;
    return { kind: isSame ? "correction" : "new-edition", ...told };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { kind: "undetermined", ...editions(before.edition, after.edition), reason: error.message };
  }
}

function editions(before: string | null = null, after: string | null = null) {
  return { edition_before: before, edition_after: after };
}
