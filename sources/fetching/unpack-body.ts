import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";

export class BodyTooLarge extends Error {
  override readonly name = "BodyTooLarge";
}

/** A content coding that we did not offer. */
export class UnknownPacking extends Error {
  override readonly name = "UnknownPacking";
}

type Headers = Readonly<Record<string, string>>;

const packingOf = (headers: Headers) => headers["content-encoding"]?.trim().toLowerCase() ?? "identity";

export const isGzip = (headers: Headers): boolean => ["gzip", "x-gzip"].includes(packingOf(headers));

/**
 * Reads a body to its end, unpacked. `onBytes` hears of what came over the wire, also where the body breaks off.
 * @throws BodyTooLarge as soon as it exceeds the maximum, packed or unpacked; the rest is not read.
 * @throws UnknownPacking
 */
export async function unpackBody(
  stream: Readable,
  headers: Headers,
  options: { maximumBytes: number; onBytes: (count: number) => void },
): Promise<Buffer> {
  const { maximumBytes, onBytes } = options;
  const refusal = unreadable(headers, maximumBytes);
  if (refusal !== undefined) {
    stream.on("error", () => undefined).destroy();
    throw refusal;
  }
  const pieces: Buffer[] = [];

  const counted = async function* (chunks: AsyncIterable<Buffer>) {
    let packedBytes = 0;
    for await (const chunk of chunks) {
      onBytes(chunk.length);
      packedBytes += chunk.length;
      if (packedBytes > maximumBytes) throw new BodyTooLarge();
      yield chunk;
    }
  };
  const collected = async (chunks: AsyncIterable<Buffer>) => {
    let bytes = 0;
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > maximumBytes) throw new BodyTooLarge();
      pieces.push(chunk);
    }
  };

  if (isGzip(headers)) await pipeline(stream, counted, createGunzip(), collected);
  else await pipeline(stream, counted, collected);
  return Buffer.concat(pieces);
}

function unreadable(headers: Headers, maximumBytes: number): Error | undefined {
  const packing = packingOf(headers);
  if (packing !== "identity" && !isGzip(headers)) return new UnknownPacking(packing);
  return Number(headers["content-length"] ?? 0) > maximumBytes ? new BodyTooLarge() : undefined;
}
