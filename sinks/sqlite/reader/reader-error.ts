/** Why a version cannot be read. */
export type ReaderErrorCode =
  /** There is no such folder, or it is no store. */
  | "no-store"
  /** The store is there and no version in it. */
  | "nothing-published"
  | "unknown-version"
  /** The version was written by a program whose schema this reader does not know. */
  | "newer-schema"
  /** The version lacks a table or a column that came later. */
  | "older-schema"
  /** The file is not what it should be. */
  | "damaged"
  /** The versions between two are no longer all there. */
  | "broken-chain"
  /** It was closed before. */
  | "closed";

/** A version cannot be read. The message says which, and what to do. */
export class ReaderError extends Error {
  override readonly name = "ReaderError";
  readonly code: ReaderErrorCode;

  constructor(code: ReaderErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
