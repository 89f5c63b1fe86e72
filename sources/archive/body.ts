import { gunzipSync, gzipSync } from "node:zlib";
import { sha256Of } from "./capture.ts";
import { StoreError } from "./store-error.ts";

/** How a body lies in the archive: packed, or as it is where packing gains nothing (zip files). */
export type Encoding = "gzip" | "identity";

export type PackedBody = { readonly encoding: Encoding; readonly content: Buffer };

/** The archive does not hold the bytes that it promised. */
export class ArchiveError extends StoreError {
  override readonly name = "ArchiveError";

  constructor(message: string, options?: ErrorOptions) {
    super("store-damaged", message, options);
  }
}

const GZIP_LEVEL = 6;

export function packBody(body: Uint8Array): PackedBody {
  const packed = gzipSync(body, { level: GZIP_LEVEL });
  if (packed.byteLength < body.byteLength) return { encoding: "gzip", content: packed };
  return { encoding: "identity", content: Buffer.from(body) };
}

/** @throws ArchiveError where the bytes are not those that were archived under `sha256`. */
export function unpackBody(packed: PackedBody, bytes: number, sha256: string): Buffer {
  const body = packed.encoding === "gzip" ? unzip(packed.content, bytes, sha256) : packed.content;
  if (sha256Of(body) !== sha256) throw damaged(sha256);
  return body;
}

function unzip(content: Buffer, bytes: number, sha256: string): Buffer {
  try {
    return gunzipSync(content, { maxOutputLength: Math.max(bytes, 1) });
  } catch (error) {
    throw damaged(sha256, error);
  }
}

function damaged(sha256: string, cause?: unknown): ArchiveError {
  return new ArchiveError(
    `The archive is damaged: the stored body ${sha256} is no longer what was archived. Restore archive.sqlite from a backup; nothing was changed.`,
    { cause },
  );
}
