import type { DocumentAddress } from "../../sources/source.ts";
import { inSnapshot, type PublishedVersion } from "../published-version.ts";
import type { State } from "../state/state.ts";
import type { Passage } from "./passage.ts";

/** However often rounds are light, a full one is made after so many days. */
export const FULL_ROUND_DAYS = 7;

/** A document that tells, in one request, when each page of another source was last put online. */
export type Signs = {
  /** The source whose pages it tells of. */
  readonly of: string;
  /** Code → ISO date, from the extract of the document. */
  readonly dates: (extract: unknown) => ReadonlyMap<string, string>;
};

/** Whether every page of the source was asked for within the last days. */
export function isFullRoundDue({ rounds }: State, sourceId: string, now: Date): boolean {
  const last = rounds.lastFull(sourceId);
  if (last === undefined) return true;
  const age = now.getTime() - Date.parse(last);
  // Less than nothing: the clock was put back, and nobody knows how long ago it was.
  return age < 0 || age > FULL_ROUND_DAYS * 86_400_000;
}

/** The pages that are as they were published, by the word of a document that was renewed in this run. */
export function unchangedCodes(sign: Passage, version: PublishedVersion | undefined): ReadonlySet<string> {
  const { registered, gathered, reader } = sign;
  const [root] = gathered?.roots ?? [];
  const { signs } = registered;
  if (signs === undefined || version === undefined) return new Set();
  if (root?.capture === undefined || root.trouble !== undefined) return new Set();
  const dates = signs.dates(reader.extract(root.address, root.capture));
  const published = publishedDates(version, signs.of);
  return new Set([...dates].filter(([code, date]) => published.get(code) === date).map(([code]) => code));
}

/** The dates that the pages of the version carry. */
function publishedDates(version: PublishedVersion, scheme: string): ReadonlyMap<string, string | null> {
  const rows = inSnapshot(version, (database) =>
    database
      .prepare<[string], { code: string; page_date: string | null }>(
        "SELECT code, page_date FROM occupation WHERE scheme = ?",
      )
      .all(scheme),
  );
  return new Map(rows.map(({ code, page_date }) => [code, page_date]));
}

/** A page is spared only where its last copy is at hand and was good. */
export function hasGoodCopy(state: State, { url }: DocumentAddress): boolean {
  const known = state.documents.get(url);
  return (
    known?.captureId !== undefined && known.trouble === undefined && state.quarantine.get(url) === undefined
  );
}
