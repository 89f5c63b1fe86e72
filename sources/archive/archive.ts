import type Database from "better-sqlite3";
import { openArchiveFile } from "./archive-file.ts";
import { ArchiveError, type PackedBody, packBody, unpackBody } from "./body.ts";
import { type Capture, captureOf, type NewCapture } from "./capture.ts";
import { CAPTURE_COLUMNS, type CaptureRow, captureFrom, rowFrom } from "./capture-row.ts";
import { type CaptureFilter, listCaptures } from "./list-captures.ts";
import { inStore } from "./store-error.ts";

/** Every response that we ever accepted, byte for byte. Nothing in it changes. */
export type Archive = {
  /** Keeps a response for good; one that is already there stays as it is. */
  readonly add: (response: NewCapture) => Capture;
  /** @throws ArchiveError where the bytes are no longer those that were archived. */
  readonly body: (sha256: string) => Buffer;
  readonly capture: (id: string) => Capture | undefined;
  /** The newest capture of an address. */
  readonly latest: (url: string) => Capture | undefined;
  /** Newest first; captures added meanwhile are not met. */
  readonly captures: (filter?: CaptureFilter) => Iterable<Capture>;
  /** Whatever the work adds is there when it is done, or nothing of it. */
  readonly inOneGo: <Result>(work: () => Promise<Result>) => Promise<Result>;
  readonly close: () => void;
};

/**
 * Opens `archive.sqlite`; makes it where there is none, unless `readonly`.
 *
 * @throws StoreError where the file is damaged, not an archive, or cannot be opened.
 */
export function openArchive(path: string, { readonly = false } = {}): Archive {
  const database = inStore(path, () => openArchiveFile(path, readonly));
  const guarded = <Result>(work: () => Result): Result => inStore(path, work);
  const add = readonly ? refuseToAdd : addTo(database);
  const body = bodyFrom(database);
  const capture = oneCapture(database, "WHERE id = ?");
  const latest = oneCapture(database, "WHERE url = ? ORDER BY fetched_at DESC, id DESC LIMIT 1");
  return {
    add: (response) => guarded(() => add(response)),
    body: (sha256) => guarded(() => body(sha256)),
    capture: (id) => guarded(() => capture(id)),
    latest: (url) => guarded(() => latest(url)),
    captures: (filter = {}) => listCaptures(database, path, filter),
    inOneGo: (work) => inOneGo(database, guarded, work),
    close: () => guarded(() => database.close()),
  };
}

async function inOneGo<Result>(
  database: Database.Database,
  guarded: <Done>(work: () => Done) => Done,
  work: () => Promise<Result>,
): Promise<Result> {
  guarded(() => database.exec("BEGIN IMMEDIATE"));
  try {
    const result = await work();
    guarded(() => database.exec("COMMIT"));
    return result;
  } catch (error) {
    if (database.inTransaction) guarded(() => database.exec("ROLLBACK"));
    throw error;
  }
}

function refuseToAdd(): never {
  throw new Error("The archive was opened for reading only.");
}

/** The body first, then the capture: a crash in between leaves a body that nobody asks for, never the reverse. */
function addTo(database: Database.Database): (response: NewCapture) => Capture {
  const hasBody = database.prepare("SELECT 1 FROM body WHERE sha256 = ?").pluck();
  const insertBody = database.prepare(
    "INSERT INTO body (sha256, encoding, bytes, content) VALUES (:sha256, :encoding, :bytes, :content)",
  );
  const insertCapture = database.prepare(`
    INSERT INTO capture (${CAPTURE_COLUMNS})
    VALUES (:id, :source_id, :url, :final_url, :fetched_at, :status, :media_type, :bytes, :sha256, :etag,
      :last_modified, :headers, :acquired_by)`);
  const find = oneCapture(database, "WHERE id = ?");
  return (response) => {
    const capture = captureOf(response);
    const known = find(capture.id);
    if (known !== undefined) return known;
    if (hasBody.get(capture.sha256) === undefined) {
      insertBody.run({ sha256: capture.sha256, bytes: capture.bytes, ...packBody(response.body) });
    }
    insertCapture.run(rowFrom(capture));
    return capture;
  };
}

function bodyFrom(database: Database.Database): (sha256: string) => Buffer {
  const select = database.prepare<[string], PackedBody & { bytes: number }>(
    "SELECT encoding, bytes, content FROM body WHERE sha256 = ?",
  );
  return (sha256) => {
    const row = select.get(sha256);
    if (row === undefined) {
      throw new ArchiveError(
        `The archive holds no body ${sha256}. Restore archive.sqlite from a backup; nothing was changed.`,
      );
    }
    return unpackBody(row, row.bytes, sha256);
  };
}

function oneCapture(database: Database.Database, where: string): (key: string) => Capture | undefined {
  const select = database.prepare<[string], CaptureRow>(`SELECT ${CAPTURE_COLUMNS} FROM capture ${where}`);
  return (key) => {
    const row = select.get(key);
    return row && captureFrom(row);
  };
}
