/** A record that is whole, and must not be archived; the message follows "record 12 of …: ". */
export class RefusedRecordError extends Error {
  override readonly name = "RefusedRecordError";
}

/** Codes of Node's zlib for content that is packed wrongly, or unpacks to too much. */
const UNPACKING = /^(Z_|ERR_BUFFER_TOO_LARGE|ERR__ERROR_FORMAT|ERR_BROTLI|ERR_PADDING)/;

/** What was made, or why the record is refused; any other error is thrown on. */
export async function orRefusal<Result>(work: () => Promise<Result>): Promise<Result | RefusedRecordError> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RefusedRecordError) return error;
    if (error instanceof Error && "code" in error && UNPACKING.test(String(error.code)))
      return new RefusedRecordError(`its content cannot be unpacked (${error.message})`);
    throw error;
  }
}
