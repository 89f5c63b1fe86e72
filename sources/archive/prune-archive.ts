import type Database from "better-sqlite3";
import { openArchiveFile } from "./archive-file.ts";
import { type Compaction, compact, type FreeBytes, freeBytesOf } from "./compact.ts";
import { inStore } from "./store-error.ts";

export type ArchivePruning = {
  /** Ids of captures that stay, however old they are. */
  readonly needed: ReadonlySet<string>;
  /** ISO time: what was fetched since stays. */
  readonly before: string;
  readonly isDryRun: boolean;
  /** The space on the disks, where it is not to be asked of the system. */
  readonly freeBytes?: FreeBytes;
};

export type PrunedArchive = {
  readonly captures: number;
  readonly bodies: number;
  /** Of the bodies, as they lay in the archive. */
  readonly bytes: number;
  /** NULL for a dry run, or where nothing was removed. */
  readonly compaction: Compaction | null;
};

/**
 * Removes captures that nothing needs, and bodies that no capture is left of: the only thing that ever removes any. The
 * newest capture of each address stays, and so does what a person brought in. All of it goes in one transaction.
 */
export function pruneArchive(path: string, pruning: ArchivePruning): PrunedArchive {
  return inStore(path, () => {
    const database = openArchiveFile(path, pruning.isDryRun);
    try {
      const doomed = chooseDoomed(database, pruning);
      if (pruning.isDryRun || doomed.captures + doomed.bodies === 0) return { ...doomed, compaction: null };
      database.transaction(() => removeDoomed(database)).immediate();
      return { ...doomed, compaction: compact(database, path, pruning.freeBytes ?? freeBytesOf) };
    } finally {
      database.close();
    }
  });
}

const IS_DOOMED = `fetched_at < ? AND acquired_by <> 'import'
  AND id NOT IN (SELECT id FROM temp.needed)
  AND EXISTS (
    SELECT 1 FROM main.capture AS newer
    WHERE newer.url = capture.url AND (newer.fetched_at, newer.id) > (capture.fetched_at, capture.id))`;

/** Writes down what goes, in tables that are gone with the connection. */
function chooseDoomed(database: Database.Database, { needed, before }: ArchivePruning) {
  database.exec("CREATE TEMP TABLE needed (id TEXT PRIMARY KEY) WITHOUT ROWID");
  const insert = database.prepare("INSERT INTO temp.needed VALUES (?)");
  for (const id of needed) insert.run(id);
  database
    .prepare(`CREATE TEMP TABLE doomed AS SELECT id FROM main.capture AS capture WHERE ${IS_DOOMED}`)
    .run(before);
  database.exec(`
    CREATE TEMP TABLE doomed_body AS SELECT sha256, length(content) AS bytes FROM main.body
    WHERE sha256 NOT IN (SELECT sha256 FROM main.capture WHERE id NOT IN (SELECT id FROM temp.doomed))`);
  const [captures, bodies, bytes] = [
    "SELECT count(*) FROM temp.doomed",
    "SELECT count(*) FROM temp.doomed_body",
    "SELECT coalesce(sum(bytes), 0) FROM temp.doomed_body",
  ].map((sql) => database.prepare<[], number>(sql).pluck().get() ?? 0);
  return { captures: captures ?? 0, bodies: bodies ?? 0, bytes: bytes ?? 0 };
}

function removeDoomed(database: Database.Database): void {
  database.exec(`
    DELETE FROM main.capture WHERE id IN (SELECT id FROM temp.doomed);
    DELETE FROM main.body WHERE sha256 IN (SELECT sha256 FROM temp.doomed_body)`);
}
