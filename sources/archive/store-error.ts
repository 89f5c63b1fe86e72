/** What is wrong with the store. */
export type StoreErrorCode =
  | "store-full"
  | "store-read-only"
  | "store-damaged"
  /** A file of that name is there, and this program did not write it. */
  | "store-foreign"
  /** Written by a newer version of this program. */
  | "store-newer"
  /** Another process holds the file for longer than we wait. */
  | "store-busy"
  /** The file is there and has no tables: whoever made it was cut off. */
  | "store-empty"
  | "store-unreadable";

/** The store cannot be read or written. The message says which file, and what to do. */
export class StoreError extends Error {
  override readonly name: string = "StoreError";
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

const CODES: readonly (readonly [RegExp, StoreErrorCode])[] = [
  [/^(SQLITE_FULL|SQLITE_IOERR_SHMSIZE|ENOSPC|EDQUOT|EFBIG)/, "store-full"],
  [/^(SQLITE_READONLY|EROFS|EACCES|EPERM|SQLITE_PERM)/, "store-read-only"],
  [/^(SQLITE_CORRUPT|SQLITE_NOTADB|SQLITE_IOERR_SHORT_READ)/, "store-damaged"],
  [/^(SQLITE_BUSY|SQLITE_LOCKED)/, "store-busy"],
  [
    /^(SQLITE_CANTOPEN|SQLITE_IOERR|EIO|EMFILE|ENFILE|ENOENT|ENOTDIR|EISDIR|EEXIST|ELOOP)/,
    "store-unreadable",
  ],
];

const WHAT_TO_DO: Readonly<Record<StoreErrorCode, string>> = {
  "store-full":
    "cannot grow: the disk is full. Free some space and run the command again; what was stored before is whole.",
  "store-read-only":
    "is closed to this user: read-only, or somebody else's. Give this user the right to write there, or name another store with --store.",
  "store-damaged": "is damaged. Restore it from a backup; nothing was changed.",
  "store-foreign":
    "was not written by this program. Move it away, or name another store with --store; nothing was changed.",
  "store-newer": "was written by a newer version of this program. Update the program; nothing was changed.",
  "store-busy":
    "is held by another process. Wait for it to end and run the command again; nothing was changed.",
  "store-empty": "has nothing in it: the run that made it was cut off. Run `occupations refresh` again.",
  "store-unreadable":
    "cannot be read or written. Check that the disk is sound, that the folder exists and that this user can read it.",
};

/** A `StoreError` in the usual words: `path` and what to do about it. */
export function storeError(code: StoreErrorCode, path: string, cause?: unknown): StoreError {
  const detail = cause instanceof Error ? ` (${cause.message})` : "";
  return new StoreError(code, `${path} ${WHAT_TO_DO[code]}${detail}`, { cause });
}

/** Does something with a file of the store; what SQLite or the disk refuses becomes a `StoreError`. */
export function inStore<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw asStoreError(error, path);
  }
}

/** The same error as a `StoreError` where it is about the disk or the database; any other stays what it is. */
export function asStoreError(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error instanceof StoreError || !("code" in error)) return error;
  const code = CODES.find(([form]) => form.test(String(error.code)))?.[1];
  return code === undefined ? error : storeError(code, path, error);
}
