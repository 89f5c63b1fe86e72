import type { Archive } from "../../sources/archive/archive.ts";
import { type Capture, captureOf, type NewCapture } from "../../sources/archive/capture.ts";
import { faultOf } from "../../sources/fetching/whole-body.ts";
import { DocumentError } from "../../sources/reading/document-error.ts";
import type { Registry } from "../world.ts";
import { decodePayload } from "./decode-payload.ts";
import { captureFrom, homeOf, type RecordHome, timeOf } from "./imported-record.ts";
import { ACQUIRED_BY } from "./own-headers.ts";
import { hasDigest } from "./payload-digest.ts";
import { readWarc, type WarcRecord } from "./read-warc.ts";
import { orRefusal, RefusedRecordError } from "./refused-record-error.ts";

/** A record of a source's document that must not be archived. */
export type RefusedRecord = { readonly position: number; readonly url: string; readonly reason: string };

export type ImportedWarc = {
  readonly records: number;
  readonly imported: number;
  /** Responses that the archive had already. */
  readonly known: number;
  /** Of each source. */
  readonly sources: Readonly<Record<string, number>>;
  /** What is none of our business, and how often: "no document of any source". */
  readonly ignored: Readonly<Record<string, number>>;
  /** Some addresses of what was ignored, to see what it was. */
  readonly ignoredExamples: readonly string[];
  readonly refused: readonly RefusedRecord[];
};

export type WarcOrder = {
  readonly path: string;
  readonly archive: Archive;
  readonly registry: Registry;
  readonly now: Date;
  readonly signal: AbortSignal;
};

/**
 * Archives every response of a web archive that is a document of a source, and that its reader understands. The caller
 * decides what becomes of it all where some are refused.
 *
 * @throws WarcError where the file cannot be read to its end.
 */
export async function importWarc(order: WarcOrder): Promise<ImportedWarc> {
  const tally = new Tally();
  for await (const record of readWarc(order.path)) {
    order.signal.throwIfAborted();
    tally.records += 1;
    const home = homeOf(record, order.registry);
    const why = whyIgnored(record, home);
    if (why !== undefined || home === undefined) tally.ignore(record, why ?? NO_DOCUMENT);
    else await importRecord(order, tally, record, home);
  }
  return tally;
}

const NO_DOCUMENT = "no document of any source";
const MOST_EXAMPLES = 5;

class Tally implements ImportedWarc {
  records = 0;
  imported = 0;
  known = 0;
  sources: Record<string, number> = {};
  ignored: Record<string, number> = {};
  ignoredExamples: string[] = [];
  refused: RefusedRecord[] = [];

  ignore({ url }: WarcRecord, why: string): void {
    this.ignored[why] = (this.ignored[why] ?? 0) + 1;
    if (url !== undefined && this.ignoredExamples.length < MOST_EXAMPLES) this.ignoredExamples.push(url);
  }

  refuse({ position, url = "" }: WarcRecord, reason: string): void {
    this.refused.push({ position, url, reason });
  }

  take(sourceId: string, isKnown: boolean): void {
    if (isKnown) this.known += 1;
    else this.imported += 1;
    this.sources[sourceId] = (this.sources[sourceId] ?? 0) + 1;
  }
}

function whyIgnored(record: WarcRecord, home: RecordHome | undefined): string | undefined {
  const { type, status } = record;
  if (type !== "response" && type !== "revisit") return `record of type ${type}`;
  if (home === undefined) return NO_DOCUMENT;
  // A revisit may leave out its response's headers: it says what the earlier one said.
  if (status !== undefined && status !== 200) return `answer with status ${status}`;
  if (record.header(ACQUIRED_BY) === "sample") return "answer of the sample that ships with the program";
  if (record.header("WARC-Truncated") !== undefined) return "answer that its archive cut off";
  return undefined;
}

async function importRecord(
  { archive, now }: WarcOrder,
  tally: Tally,
  record: WarcRecord,
  home: RecordHome,
): Promise<void> {
  const before = record.type === "revisit" ? revisitedCapture(archive, record, home) : undefined;
  if (record.type === "revisit" && before === undefined) {
    tally.ignore(record, "revisit of a response that is not here");
    return;
  }
  const capture = await orRefusal(async () => {
    const fetchedAt = timeOf(record, now);
    if (before === undefined) return captureFrom(record, home, await bodyOf(record, home), fetchedAt);
    const headers = { ...before.headers, ...record.headers };
    return captureFrom({ ...record, headers }, home, archive.body(before.sha256), fetchedAt);
  });
  const reason = capture instanceof RefusedRecordError ? capture.message : whyRefused(home, capture);
  if (capture instanceof RefusedRecordError || reason !== undefined) tally.refuse(record, reason ?? "");
  else {
    tally.take(home.source.id, archive.capture(captureOf(capture).id) !== undefined);
    archive.add(capture);
  }
}

/** The response that a revisit repeats: named by its time, or by what it says. */
function revisitedCapture(archive: Archive, record: WarcRecord, home: RecordHome): Capture | undefined {
  const time = Date.parse(record.header("WARC-Refers-To-Date") ?? "");
  const digest = record.header("WARC-Payload-Digest");
  const captures = [...archive.captures({ url: home.url })];
  const isNamed = ({ fetchedAt }: Capture) => Math.abs(Date.parse(fetchedAt) - time) < 1000;
  const isSame = ({ sha256 }: Capture) =>
    digest !== undefined && (digest === `sha256:${sha256}` || hasDigest(digest, [archive.body(sha256)]));
  return captures.find(isNamed) ?? captures.find(isSame);
}

/** Bytes of headers beside a body; they are never many. */
const HEADER_BYTES = 1_048_576;

async function bodyOf(record: WarcRecord, { reader }: RecordHome): Promise<Buffer> {
  const { maximumBytes } = reader.expectation;
  const tooLarge = `it has more than the ${maximumBytes} bytes that this document may have`;
  if (record.bytes > maximumBytes + HEADER_BYTES) throw new RefusedRecordError(tooLarge);
  const payload = await record.payload();
  const { whole, body } = await decodePayload(payload, record.headers, maximumBytes);
  if (body.byteLength > maximumBytes) throw new RefusedRecordError(tooLarge);
  const digest = record.header("WARC-Payload-Digest");
  if (digest !== undefined && !hasDigest(digest, [payload, whole, body]))
    throw new RefusedRecordError(`its content is not what its WARC-Payload-Digest ${digest} was made of`);
  return body;
}

/** The same checks as for a response of today, and the reader's own. */
function whyRefused({ reader }: RecordHome, capture: NewCapture): string | undefined {
  const { url, mediaType, headers } = capture;
  const body = Buffer.from(capture.body);
  const contentType = headers["content-type"] ?? mediaType;
  const fault = faultOf({ url: new URL(url), contentType, body, isDelimited: true }, reader.expectation);
  if (fault !== undefined) return `it ${fault.what}`;
  try {
    reader.read({ url, mediaType, body });
    return undefined;
  } catch (error) {
    if (error instanceof DocumentError) return error.message;
    throw error;
  }
}
