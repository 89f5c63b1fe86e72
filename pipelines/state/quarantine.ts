import type Database from "better-sqlite3";

/** A document that its reader refused. */
export type Quarantined = {
  readonly url: string;
  readonly sourceId: string;
  readonly captureId: string;
  readonly sha256: string;
  /** The state of the program that refused it: another one tries again. */
  readonly fingerprint: string;
  readonly reason: string;
  readonly since: string;
};

export type Quarantine = {
  readonly get: (url: string) => Quarantined | undefined;
  readonly put: (document: Quarantined) => void;
  /** The publisher serves what could be read again. */
  readonly release: (url: string) => void;
  readonly all: () => readonly Quarantined[];
};

const COLUMNS = "url, source_id AS sourceId, capture_id AS captureId, sha256, fingerprint, reason, since";

export function quarantineIn(database: Database.Database): Quarantine {
  const select = database.prepare<[string], Quarantined>(`SELECT ${COLUMNS} FROM quarantine WHERE url = ?`);
  const all = database.prepare<[], Quarantined>(`SELECT ${COLUMNS} FROM quarantine ORDER BY url`);
  const release = database.prepare("DELETE FROM quarantine WHERE url = ?");
  const upsert = database.prepare(`
    INSERT INTO quarantine (url, source_id, capture_id, sha256, fingerprint, reason, since)
    VALUES (:url, :sourceId, :captureId, :sha256, :fingerprint, :reason, :since)
    ON CONFLICT (url) DO UPDATE SET capture_id = excluded.capture_id, sha256 = excluded.sha256, fingerprint = excluded.fingerprint,
      reason = excluded.reason`);
  return {
    get: (url) => select.get(url),
    put: (document) => void upsert.run(document),
    release: (url) => void release.run(url),
    all: () => all.all(),
  };
}
