import type { SourceOutline, VersionOutline } from "./version-outline.ts";

/** A rule that the facts of a source must keep against the last version: it catches what our own program loses. */
export type VersionRule = {
  /** The name that `--accept` takes. */
  readonly rule: string;
  /** What a breach would do to a consumer; one line for the README. */
  readonly protects: string;
  /** The breaches, each told in words. */
  readonly find: (change: SourceChange) => readonly string[];
};

/** One source in the last version and in the one that is being built. */
export type SourceChange = {
  readonly sourceId: string;
  readonly before: SourceOutline;
  readonly now: SourceOutline;
  /** Occupations that the last version read from it, and the addresses that they were read from. */
  readonly occupations: ReadonlyMap<string, string>;
  /** Whether the version has the occupation still, from whatever source, or leads on from it. */
  readonly isThere: (id: string) => boolean;
  /** Whether a document of the last version was taken out lawfully: dead for long, redirected, or accepted. */
  readonly isTakenOut: (url: string) => boolean;
};

/**
 * The sources that both versions have. Where a source replaces its documents by others at new addresses, an address that
 * is gone says nothing of what it told.
 */
export function sourceChanges(
  before: VersionOutline,
  now: VersionOutline,
  replacesDocuments: (sourceId: string) => boolean,
): SourceChange[] {
  return [...now.sources].flatMap(([sourceId, outline]) => {
    const last = before.sources.get(sourceId);
    if (last === undefined) return [];
    const own = [...before.occupations].filter(([, occupation]) => occupation.sourceId === sourceId);
    return [
      {
        ...{ sourceId, before: last, now: outline },
        occupations: new Map(own.map(([id, { url }]) => [id, url])),
        isThere: (id: string) => now.occupations.has(id) || now.redirected.has(id),
        isTakenOut: (url: string) => !replacesDocuments(sourceId) && !outline.urls.has(url),
      },
    ];
  });
}
