import type Database from "better-sqlite3";
import type { RobotsStore } from "../../sources/fetching/robots.ts";

type Row = { text: string; etag: string | null; last_modified: string | null; fetched_at: string };

/** robots.txt of each host, so that it is asked for conditionally. */
export function robotsIn(database: Database.Database): RobotsStore {
  const select = database.prepare<[string], Row>("SELECT * FROM robots WHERE host = ?");
  const upsert = database.prepare("INSERT OR REPLACE INTO robots VALUES (?, ?, ?, ?, ?)");
  return {
    read: (host) => {
      const row = select.get(host);
      if (row === undefined) return undefined;
      const validators = { etag: row.etag ?? undefined, lastModified: row.last_modified ?? undefined };
      return { text: row.text, validators, fetchedAt: row.fetched_at };
    },
    write: (host, { text, validators, fetchedAt }) =>
      void upsert.run(host, text, validators.etag ?? null, validators.lastModified ?? null, fetchedAt),
  };
}
