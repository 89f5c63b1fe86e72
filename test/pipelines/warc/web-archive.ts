import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

/** A record of a web archive as another program may have written it. */
export type TestRecord = {
  readonly type?: string;
  readonly url?: string;
  readonly date?: string;
  /** Lines beside the usual ones. */
  readonly warcHeaders?: readonly string[];
  readonly status?: string;
  readonly headers?: readonly string[];
  readonly body?: string | Buffer;
};

export const RECORDED_AT = "2021-09-08T12:00:00Z";

/** Each record packed by itself, as web archives are; or not packed at all. */
export function writeWebArchive(path: string, records: readonly TestRecord[], isPacked = true): string {
  const bytes = records.map(recordBytes).map((record) => (isPacked ? gzipSync(record) : record));
  writeFileSync(path, Buffer.concat(bytes));
  return path;
}

export function recordBytes(record: TestRecord): Buffer {
  const { type = "response", url, date = RECORDED_AT, warcHeaders = [], status = "200 OK" } = record;
  const http = [`HTTP/1.1 ${status}`, ...(record.headers ?? ["Content-Type: text/html"]), "", ""].join(
    "\r\n",
  );
  const block = Buffer.concat([Buffer.from(type === "warcinfo" ? "" : http), Buffer.from(record.body ?? "")]);
  const head = [
    "WARC/1.0",
    `WARC-Type: ${type}`,
    ...(url === undefined ? [] : [`WARC-Target-URI: ${url}`]),
    ...(date === "" ? [] : [`WARC-Date: ${date}`]),
    "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>",
    "Content-Type: application/http; msgtype=response",
    ...warcHeaders,
    `Content-Length: ${block.byteLength}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), block, Buffer.from("\r\n\r\n")]);
}
