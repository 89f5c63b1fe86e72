import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { WARC_1_1, WARCRecord, WARCSerializer } from "warcio";
import type { Archive } from "../../sources/archive/archive.ts";
import type { Capture } from "../../sources/archive/capture.ts";
import { TOOL_VERSION } from "../tool-version.ts";
import { ACQUIRED_BY, FINAL_URL, ORIGINAL } from "./own-headers.ts";

/** Which responses of the archive are wanted. */
export type WarcExport = {
  readonly archive: Archive;
  /** Empty: of all sources. */
  readonly sourceIds: readonly string[];
  /** ISO time: what was fetched since. */
  readonly since: string | undefined;
  readonly now: Date;
  readonly signal: AbortSignal;
};

export type ExportedRecords = { readonly responses: number; readonly revisits: number };

/**
 * The archived responses as records of a web archive (WARC 1.1), the oldest first, each packed by itself. Where an address
 * says again what it said before, a record says just that. The requests were never kept, so there are none.
 */
export async function* exportWarc(order: WarcExport): AsyncGenerator<Buffer, ExportedRecords> {
  yield packed(await bytesOf(infoRecord(order.now)));
  const seen = new Map<string, Capture>();
  const counts = { responses: 0, revisits: 0 };
  for (const capture of wantedCaptures(order)) {
    order.signal.throwIfAborted();
    const key = `${capture.url} ${capture.sha256}`;
    const before = seen.get(key);
    if (before === undefined) seen.set(key, capture);
    counts[before === undefined ? "responses" : "revisits"] += 1;
    const record =
      before === undefined
        ? responseRecord(capture, order.archive.body(capture.sha256))
        : revisitRecord(capture, before);
    yield packed(await bytesOf(record));
  }
  return counts;
}

function wantedCaptures({ archive, sourceIds, since }: WarcExport): readonly Capture[] {
  const all = sourceIds.length === 0 ? [undefined] : sourceIds;
  return all
    .flatMap((sourceId) => [...archive.captures({ sourceId })])
    .filter(({ fetchedAt }) => since === undefined || Date.parse(fetchedAt) >= Date.parse(since))
    .toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
}

const orderOf = ({ fetchedAt, id }: Capture) => `${fetchedAt} ${id}`;

function infoRecord(now: Date): WARCRecord {
  const date = now.toISOString();
  const warcHeaders = { "WARC-Record-ID": recordId(`info ${date}`) };
  return WARCRecord.createWARCInfo(
    { date, warcVersion: WARC_1_1, warcHeaders },
    {
      software: `occupations/${TOOL_VERSION}`,
      format: "WARC File Format 1.1",
      description:
        "Archived responses. Bodies are unpacked, and byte for byte what was archived; headers of the transfer stand under x-archive-orig-. Request headers were not kept.",
    },
  );
}

function responseRecord(capture: Capture, body: Buffer): WARCRecord {
  return WARCRecord.create({ ...commonOf(capture), type: "response" }, [body]);
}

function revisitRecord(capture: Capture, before: Capture): WARCRecord {
  const { warcHeaders, ...common } = commonOf(capture);
  return WARCRecord.create({
    ...common,
    type: "revisit",
    warcHeaders: {
      ...warcHeaders,
      "WARC-Payload-Digest": `sha256:${before.sha256}`,
      "WARC-Refers-To": recordId(before.id),
    },
    refersToUrl: before.url,
    refersToDate: before.fetchedAt,
  });
}

function commonOf(capture: Capture) {
  const { id, url, finalUrl, fetchedAt, status, acquiredBy } = capture;
  return {
    url,
    date: fetchedAt,
    warcVersion: WARC_1_1,
    statusline: `HTTP/1.1 ${status} ${status === 200 ? "OK" : ""}`.trimEnd(),
    httpHeaders: httpHeaders(capture),
    warcHeaders: {
      "WARC-Record-ID": recordId(id),
      [ACQUIRED_BY]: acquiredBy,
      ...(finalUrl !== url && { [FINAL_URL]: finalUrl }),
    },
  } as const;
}

/** Headers of the transfer were true of packed bytes; the body lies here unpacked. */
const OF_TRANSFER: ReadonlySet<string> = new Set(["content-encoding", "content-length", "transfer-encoding"]);

function httpHeaders({ headers, mediaType, bytes, etag, lastModified }: Capture): Record<string, string> {
  const kept = Object.entries(headers).map(([name, value]) => [
    OF_TRANSFER.has(name) ? `${ORIGINAL}${name}` : name,
    value,
  ]);
  return {
    "content-type": mediaType,
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { "last-modified": lastModified }),
    ...Object.fromEntries(kept),
    "content-length": String(bytes),
  };
}

/** The same response has the same id in every export. */
function recordId(of: string): string {
  const digits = createHash("sha256").update(of).digest("hex");
  const parts = [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `8${digits.slice(17, 20)}`,
  ];
  return `<urn:uuid:${[...parts, digits.slice(20, 32)].join("-")}>`;
}

async function bytesOf(record: WARCRecord): Promise<Uint8Array> {
  return WARCSerializer.serialize(record, { digest: { algo: "sha-256", prefix: "sha256:" } });
}

function packed(record: Uint8Array): Buffer {
  return gzipSync(record);
}
