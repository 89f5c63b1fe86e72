import { existsSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { inStore, StoreError } from "../sources/archive/store-error.ts";
import { StoreHeldError, type StoreOwner } from "./errors/store-held-error.ts";
import { makeFolder } from "./make-folder.ts";

/** Held by the one process that may write to a store. */
export type StoreLock = { readonly release: () => void };

const LOCK_FILE = ".lock.sqlite";

/** Two processes that begin at the same moment wait this long for each other to write down who they are. */
const BUSY_MILLISECONDS = 250;

/**
 * Takes the store for this process, until `release` or the end of the process, however it ends: what is held is an open
 * write transaction, and the kernel drops its lock with the process. Readers of the store never notice.
 *
 * The store must be on a local disk: SQLite's write-ahead log does not work across machines.
 *
 * @throws StoreHeldError where another process holds it.
 */
export function lockStore(
  store: string,
  run: { readonly command: string; readonly startedAt: string },
): StoreLock {
  const owner: StoreOwner = { pid: process.pid, host: hostname(), ...run };
  const path = join(store, LOCK_FILE);
  const database = inStore(path, () => openLockFile(path));
  try {
    inStore(path, () => hold(database, store, owner));
  } catch (error) {
    database.close();
    throw isDamaged(error) ? new StoreError("store-damaged", damagedWords(path), { cause: error }) : error;
  }
  return { release: () => database.close() };
}

/**
 * Who holds a store now; `undefined` where nobody does, `"unknown"` where the holder has not written its name yet. Nothing
 * is written: the lock is asked for, and given back.
 */
export function lockHolder(store: string): StoreOwner | "unknown" | undefined {
  const path = join(store, LOCK_FILE);
  if (!existsSync(path)) return undefined;
  return inStore(path, () => {
    const database = new Database(path, { timeout: 0 });
    try {
      database.exec("BEGIN IMMEDIATE; ROLLBACK");
      return undefined;
    } catch (error) {
      if (!isBusy(error)) throw error;
      return readOwner(database) ?? "unknown";
    } finally {
      database.close();
    }
  });
}

/** Does the work while this process holds the store. */
export async function withStore<Result>(
  store: string,
  run: { readonly command: string; readonly startedAt: string },
  work: () => Result | Promise<Result>,
): Promise<Result> {
  const lock = lockStore(store, run);
  try {
    return await work();
  } finally {
    lock.release();
  }
}

function isDamaged(error: unknown): boolean {
  return error instanceof StoreError && error.code === "store-damaged";
}

function damagedWords(path: string): string {
  return `${path} is damaged. It tells nothing but which run is at work: make sure that none is, remove it, and run the command again; nothing was changed.`;
}

function openLockFile(path: string): Database.Database {
  makeFolder(dirname(path));
  return new Database(path, { timeout: BUSY_MILLISECONDS });
}

/**
 * Others can read only what is committed, so the owner's name is committed first and the lock taken again. Somebody may
 * come in between; then the name in the file is theirs, and we ask again.
 */
function hold(database: Database.Database, store: string, owner: StoreOwner): void {
  try {
    database.pragma("journal_mode = WAL");
    for (;;) {
      database.exec("BEGIN IMMEDIATE");
      writeOwner(database, owner);
      database.exec("COMMIT; BEGIN IMMEDIATE");
      if (isSame(readOwner(database), owner)) return;
      database.exec("ROLLBACK");
    }
  } catch (error) {
    if (!isBusy(error)) throw error;
    throw new StoreHeldError(store, otherOwner(database, owner));
  }
}

/** Undefined where the other has not written its name yet. */
function otherOwner(database: Database.Database, self: StoreOwner): StoreOwner | undefined {
  try {
    const owner = readOwner(database);
    return isSame(owner, self) ? undefined : owner;
  } catch (error) {
    if (isBusy(error)) return undefined;
    throw error;
  }
}

function writeOwner(database: Database.Database, { pid, host, startedAt, command }: StoreOwner): void {
  database.exec(`
    CREATE TABLE IF NOT EXISTS owner (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      pid INTEGER NOT NULL,
      host TEXT NOT NULL,
      started_at TEXT NOT NULL,
      command TEXT NOT NULL
    ) STRICT`);
  database.prepare("INSERT OR REPLACE INTO owner VALUES (1, ?, ?, ?, ?)").run(pid, host, startedAt, command);
}

function readOwner(database: Database.Database): StoreOwner | undefined {
  const hasTable = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'owner'").get() !== undefined;
  if (!hasTable) return undefined;
  return database
    .prepare<[], StoreOwner>("SELECT pid, host, started_at AS startedAt, command FROM owner")
    .get();
}

function isSame(owner: StoreOwner | undefined, other: StoreOwner): boolean {
  return owner?.pid === other.pid && owner.host === other.host && owner.startedAt === other.startedAt;
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY");
}
