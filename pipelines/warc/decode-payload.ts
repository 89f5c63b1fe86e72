import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";
import { AsyncIterReader } from "warcio";
import { RefusedRecordError } from "./refused-record-error.ts";

/** A payload on its way to the document that the publisher meant. */
export type DecodedPayload = {
  /** In chunks no more, still packed: what digests are often made of. */
  readonly whole: Buffer;
  readonly body: Buffer;
};

/**
 * Undoes what was done for the transfer. Crawlers often undo it themselves and keep the header: then there is nothing to
 * undo, and the payload stays as it is.
 *
 * @throws RefusedRecordError where the packing is unknown; errors of zlib where the content grows beyond the maximum.
 */
export async function decodePayload(
  payload: Buffer,
  headers: Readonly<Record<string, string>>,
  maximumBytes: number,
): Promise<DecodedPayload> {
  const isChunked = /\bchunked\b/i.test(headers["transfer-encoding"] ?? "") && hasChunkSize(payload);
  const whole = isChunked
    ? Buffer.from(await new AsyncIterReader([payload], null, true).readFully())
    : payload;
  return { whole, body: unpacked(whole, headers["content-encoding"] ?? "", maximumBytes) };
}

/** "1f40\r\n", perhaps with an extension. */
function hasChunkSize(payload: Buffer): boolean {
  return /^[0-9a-f]{1,8}[ \t]*(;[^\r\n]*)?\r\n/i.test(payload.toString("latin1", 0, 256));
}

function unpacked(whole: Buffer, encoding: string, maximumBytes: number): Buffer {
  const limit = { maxOutputLength: maximumBytes };
  switch (encoding.trim().toLowerCase()) {
    case "":
    case "identity":
      return whole;
    case "gzip":
    case "x-gzip":
      return whole[0] === 0x1f && whole[1] === 0x8b ? gunzipSync(whole, limit) : whole;
    case "deflate":
      return whole[0] === 0x78
        ? inflateSync(whole, limit)
        : orAsItIs(whole, () => inflateRawSync(whole, limit));
    case "br":
      return orAsItIs(whole, () => brotliDecompressSync(whole, limit));
    default:
      throw new RefusedRecordError(`its packing "${encoding}" is unknown`);
  }
}

/** These packings have no sign of their own: what cannot be unpacked was unpacked before, unless it is too large. */
function orAsItIs(whole: Buffer, unpack: () => Buffer): Buffer {
  try {
    return unpack();
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return whole;
  }
}
