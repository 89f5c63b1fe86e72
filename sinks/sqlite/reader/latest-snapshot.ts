import type Database from "better-sqlite3";
import { connectToVersion } from "./connect.ts";
import { ReaderError } from "./reader-error.ts";
import { readerOf, type SnapshotReader } from "./snapshot-reader.ts";
import { latestVersionId, versionFolder } from "./store-versions.ts";

/** The latest version of a store, whichever that is at the moment. */
export type LatestSnapshot = {
  /** The latest version at this moment. It stays that version until it is closed, also when `latest` moves on. */
  readonly current: () => SnapshotReader;
  /** Lends the latest version to `work` and takes it back when that is done. */
  readonly read: <Result>(work: (snapshot: SnapshotReader) => Result) => Result;
  /** Lends nothing any more; what is lent out stays usable until it is given back. */
  readonly close: () => void;
  /** The same, for `using`. */
  readonly [Symbol.dispose]: () => void;
};

/** A version that is open, and how many use it. */
type Shared = {
  readonly version: string;
  readonly reader: SnapshotReader;
  readonly connection: Database.Database;
  users: number;
  isCurrent: boolean;
};

/** Follows `latest` of a store: each loan is of one version, and a version is closed when its last user is done. */
export function followLatest(store: string): LatestSnapshot {
  let shared: Shared | undefined = open(store, latestVersionId(store));
  const renewed = (): Shared => {
    if (shared === undefined) throw closed(store);
    const version = latestVersionId(store);
    if (version === shared.version) return shared;
    const next = open(store, version);
    retire(shared);
    shared = next;
    return next;
  };
  const current = () => lend(renewed());
  const close = () => {
    if (shared !== undefined) retire(shared);
    shared = undefined;
  };
  return { current, read: (work) => lendTo(current(), work), close, [Symbol.dispose]: close };
}

function open(store: string, version: string): Shared {
  const folder = versionFolder(store, version);
  const connection = connectToVersion(folder);
  const reader = readerOf(connection, { store, folder, close: () => undefined });
  return { version, reader, connection, users: 0, isCurrent: true };
}

function lend(shared: Shared): SnapshotReader {
  let isLent = true;
  shared.users += 1;
  const close = () => {
    if (!isLent) return;
    isLent = false;
    shared.users -= 1;
    closeUnused(shared);
  };
  return { ...shared.reader, close, [Symbol.dispose]: close };
}

function lendTo<Result>(snapshot: SnapshotReader, work: (snapshot: SnapshotReader) => Result): Result {
  let result: Result;
  try {
    result = work(snapshot);
  } catch (error) {
    snapshot.close();
    throw error;
  }
  if (!(result instanceof Promise)) {
    snapshot.close();
    return result;
  }
  return result.finally(snapshot.close) as Result;
}

function retire(shared: Shared): void {
  shared.isCurrent = false;
  closeUnused(shared);
}

function closeUnused({ isCurrent, users, connection }: Shared): void {
  if (!isCurrent && users === 0) connection.close();
}

function closed(store: string): ReaderError {
  return new ReaderError("closed", `The reader of ${store} was closed. Open it again with openLatest.`);
}
