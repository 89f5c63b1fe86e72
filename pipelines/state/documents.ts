import { createHash } from "node:crypto";
import type Database from "better-sqlite3";
import type { Reading } from "../../sources/source.ts";
import type { LetPass } from "../acceptances/let-pass.ts";
import { letPassWriter } from "./let-passes.ts";

/** A document as the last runs left it. */
export type KnownDocument = {
  readonly url: string;
  readonly sourceId: string;
  readonly kind: string;
  /** The newest capture that could be read; `undefined` where none ever could. */
  readonly captureId: string | undefined;
  /** Validators of that capture: they never run ahead of what was read. */
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
  /** The round in which it was last answered for. */
  readonly roundId: number | undefined;
  /** Why it could not be fetched when it was last asked for; `undefined` where it could. */
  readonly trouble: KnownTrouble | undefined;
  /** In how many rounds in a row its address was dead; 0 where it is not. */
  readonly goneRounds: number;
};

export type KnownTrouble = { readonly kind: string; readonly message: string };

type Good = {
  readonly url: string;
  readonly sourceId: string;
  readonly kind: string;
  readonly captureId: string;
  readonly sha256: string;
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
  readonly fingerprint: string;
  readonly reading: Reading<unknown>;
  /** What a person let pass of it. */
  readonly letPass: readonly LetPass[];
};

export type Documents = {
  readonly get: (url: string) => KnownDocument | undefined;
  /** Capture, validators and reading move together, in one transaction; a quarantine of the document ends. */
  readonly saveGood: (good: Good, checkedAt: string, roundId: number | undefined) => void;
  /** It was asked for in this round, whatever came of it. */
  readonly answered: (
    document: { readonly url: string; readonly sourceId: string; readonly kind: string },
    checkedAt: string,
    roundId: number,
  ) => void;
  /** It was asked for, and could not be had. @returns in how many rounds in a row its address was dead. */
  readonly failed: (
    document: { readonly url: string; readonly sourceId: string; readonly kind: string },
    trouble: KnownTrouble,
    checkedAt: string,
    roundId: number | undefined,
  ) => number;
  /** The reading of a body, by the program as it is now. */
  readonly reading: (url: string, sha256: string, fingerprint: string) => Reading<unknown> | undefined;
  /** SHA-256 of that reading. */
  readonly digest: (url: string, sha256: string, fingerprint: string) => string | undefined;
  /** The documents of a source that could be read once. */
  readonly ofSource: (sourceId: string) => readonly KnownDocument[];
};

type Row = {
  url: string;
  source_id: string;
  kind: string;
  capture_id: string | null;
  etag: string | null;
  last_modified: string | null;
  round_id: number | null;
  trouble_kind: string | null;
  trouble_message: string | null;
  gone_rounds: number;
};

export function documentsIn(database: Database.Database): Documents {
  const select = database.prepare<[string], Row>("SELECT * FROM document WHERE url = ?");
  const ofSource = database.prepare<[string], Row>("SELECT * FROM document WHERE source_id = ? ORDER BY url");
  const upsert = database.prepare(`
    INSERT INTO document (url, source_id, kind, capture_id, etag, last_modified, checked_at, round_id)
    VALUES (:url, :sourceId, :kind, :captureId, :etag, :lastModified, :checkedAt, :roundId)
    ON CONFLICT (url) DO UPDATE SET capture_id = excluded.capture_id, etag = excluded.etag,
      last_modified = excluded.last_modified, checked_at = excluded.checked_at,
      round_id = coalesce(excluded.round_id, round_id), trouble_kind = NULL, trouble_message = NULL,
      gone_rounds = 0, gone_round_id = NULL`);
  const touch = database.prepare(`
    INSERT INTO document (url, source_id, kind, checked_at, round_id)
    VALUES (:url, :sourceId, :kind, :checkedAt, :roundId)
    ON CONFLICT (url) DO UPDATE SET checked_at = excluded.checked_at, round_id = excluded.round_id,
      trouble_kind = NULL, trouble_message = NULL, gone_rounds = 0, gone_round_id = NULL`);
  // A dead address counts once a round; any other trouble says nothing about whether it is dead.
  const fail = database
    .prepare<object, number>(`
    INSERT INTO document (url, source_id, kind, checked_at, trouble_kind, trouble_message, gone_rounds, gone_round_id)
    VALUES (:url, :sourceId, :kind, :checkedAt, :troubleKind, :troubleMessage, :isGone, iif(:isGone, :roundId, NULL))
    ON CONFLICT (url) DO UPDATE SET checked_at = excluded.checked_at,
      trouble_kind = excluded.trouble_kind, trouble_message = excluded.trouble_message,
      gone_rounds = gone_rounds + iif(:isGone AND gone_round_id IS NOT :roundId, 1, 0),
      gone_round_id = iif(:isGone, :roundId, gone_round_id)
    RETURNING gone_rounds`)
    .pluck();
  const insertReading = database.prepare(`
    INSERT OR REPLACE INTO reading (url, sha256, fingerprint, extract, remarks, digest)
    VALUES (?, ?, ?, ?, ?, ?)`);
  const selectReading = database.prepare<[string, string, string], { extract: string; remarks: string }>(
    "SELECT extract, remarks FROM reading WHERE url = ? AND sha256 = ? AND fingerprint = ?",
  );
  const selectDigest = database
    .prepare<[string, string, string], string>(
      "SELECT digest FROM reading WHERE url = ? AND sha256 = ? AND fingerprint = ?",
    )
    .pluck();
  const writeLetPass = letPassWriter(database);
  const release = database.prepare("DELETE FROM quarantine WHERE url = ?");
  const save = database.transaction((good: Good, checkedAt: string, roundId: number | undefined) => {
    const { reading, sha256, fingerprint, letPass, ...document } = good;
    const [extract, remarks] = [JSON.stringify(reading.extract), JSON.stringify(reading.remarks)];
    const digest = createHash("sha256").update(extract).update("\0").update(remarks).digest("hex");
    insertReading.run(good.url, sha256, fingerprint, extract, remarks, digest);
    upsert.run({
      ...document,
      etag: good.etag ?? null,
      lastModified: good.lastModified ?? null,
      checkedAt,
      roundId: roundId ?? null,
    });
    release.run(good.url);
    for (const entry of letPass) writeLetPass(entry);
  });
  return {
    get: (url) => documentFrom(select.get(url)),
    saveGood: (good, checkedAt, roundId) => save(good, checkedAt, roundId),
    answered: (document, checkedAt, roundId) => void touch.run({ ...document, checkedAt, roundId }),
    failed: ({ url, sourceId, kind }, trouble, checkedAt, roundId) =>
      fail.get({
        ...{ url, sourceId, kind, checkedAt, roundId: roundId ?? null },
        ...{ troubleKind: trouble.kind, troubleMessage: trouble.message },
        isGone: trouble.kind === "gone" ? 1 : 0,
      }) ?? 0,
    reading: (url, sha256, fingerprint) => {
      const row = selectReading.get(url, sha256, fingerprint);
      return row && { extract: JSON.parse(row.extract), remarks: JSON.parse(row.remarks) };
    },
    digest: (url, sha256, fingerprint) => selectDigest.get(url, sha256, fingerprint),
    ofSource: (sourceId) =>
      ofSource.all(sourceId).flatMap((row) => {
        const document = documentFrom(row);
        return document?.captureId === undefined ? [] : [document];
      }),
  };
}

function documentFrom(row: Row | undefined): KnownDocument | undefined {
  if (row === undefined) return undefined;
  return {
    url: row.url,
    sourceId: row.source_id,
    kind: row.kind,
    captureId: row.capture_id ?? undefined,
    etag: row.etag ?? undefined,
    lastModified: row.last_modified ?? undefined,
    roundId: row.round_id ?? undefined,
    trouble:
      row.trouble_kind === null ? undefined : { kind: row.trouble_kind, message: row.trouble_message ?? "" },
    goneRounds: row.gone_rounds,
  };
}
