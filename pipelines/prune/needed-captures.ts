import { inSnapshot, type PublishedVersion } from "../published-version.ts";
import { capturesInUse } from "../state/captures-in-use.ts";

/**
 * Ids of the archived responses that something rests on: a version that is kept, the last good copy of a document, a
 * document in quarantine.
 *
 * @throws StoreError where a version cannot be read: then nobody knows what it needs.
 */
export function neededCaptures(store: string, kept: readonly PublishedVersion[]): ReadonlySet<string> {
  const needed = new Set(capturesInUse(store));
  for (const version of kept) for (const id of capturesOf(version)) needed.add(id);
  return needed;
}

function capturesOf(version: PublishedVersion): readonly string[] {
  return inSnapshot(version, (database) =>
    database.prepare<[], string>("SELECT id FROM capture").pluck().all(),
  );
}
