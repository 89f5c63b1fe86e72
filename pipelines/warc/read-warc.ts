import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { LimitReader, WARCParser, type WARCRecord } from "warcio";
import { firstBytes, isGzipped } from "./is-warc.ts";

/** One record of a web archive; its body can be read once, before the next record is asked for. */
export type WarcRecord = {
  /** 1 is the first record of the file. */
  readonly position: number;
  readonly type: string;
  readonly url: string | undefined;
  readonly date: string | undefined;
  /** Of an HTTP response. */
  readonly status: number | undefined;
  /** Of the response; names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly header: (name: string) => string | undefined;
  /** What the record says that follows its own headers, with those of the response. */
  readonly bytes: number;
  /** The payload as it was recorded: perhaps in chunks, perhaps packed. */
  readonly payload: () => Promise<Buffer>;
};

/** A web archive that cannot be read to its end. */
export class WarcError extends Error {
  override readonly name = "WarcError";
}

/**
 * The records of a file, one after another, so that memory is bounded by the largest of them.
 *
 * @throws WarcError where the file is cut off, or is no web archive at some place.
 */
export async function* readWarc(path: string): AsyncGenerator<WarcRecord> {
  const parser = new WARCParser(bytesOf(path));
  for (let position = 1; ; position++) {
    const record = await nextRecord(parser, position);
    if (record === null) return;
    yield recordFrom(record, position);
  }
}

/** Unpacked by Node's own zlib, which tells a file that is cut off; members of a packed file follow one another. */
function bytesOf(path: string): AsyncIterable<Uint8Array> {
  const stream = createReadStream(path);
  if (!isGzipped(firstBytes(path))) return stream;
  const gunzip = createGunzip();
  stream.on("error", (error) => gunzip.destroy(error));
  return stream.pipe(gunzip);
}

async function nextRecord(parser: WARCParser, position: number): Promise<WARCRecord | null> {
  try {
    const record = await parser.parse();
    if (record !== null && !record.warcHeaders.statusline.startsWith("WARC/1."))
      throw new Error(`it begins with "${record.warcHeaders.statusline.slice(0, 40)}"`);
    return record;
  } catch (error) {
    throw brokenAt(position, error);
  }
}

function recordFrom(record: WARCRecord, position: number): WarcRecord {
  const header = (name: string) => record.warcHeader(name) ?? undefined;
  const { httpHeaders } = record;
  return {
    position,
    type: record.warcType,
    url: header("WARC-Target-URI"),
    date: header("WARC-Date"),
    status: httpHeaders === null ? undefined : Number(httpHeaders.statusCode),
    headers: Object.fromEntries(
      [...(httpHeaders?.headers ?? [])].map(([name, value]) => [name.toLowerCase(), value]),
    ),
    header,
    bytes: record.warcContentLength,
    payload: () => payloadOf(record, position),
  };
}

async function payloadOf(record: WARCRecord, position: number): Promise<Buffer> {
  const { reader } = record;
  try {
    const payload = Buffer.from(await record.readFully(false));
    if (reader instanceof LimitReader && reader.limit > 0)
      throw new Error(`${reader.limit} bytes of its content are missing`);
    return payload;
  } catch (error) {
    throw brokenAt(position, error);
  }
}

function brokenAt(position: number, error: unknown): WarcError {
  const reason = error instanceof Error ? error.message : String(error);
  return new WarcError(`record ${position} cannot be read: ${reason}`, { cause: error });
}
