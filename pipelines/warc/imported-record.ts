import type { NewCapture } from "../../sources/archive/capture.ts";
import { parseMediaType } from "../../sources/fetching/media-type.ts";
import { selectedHeaders } from "../../sources/fetching/selected-headers.ts";
import { isIsoTime } from "../iso-time.ts";
import type { DocumentHome, Registry } from "../world.ts";
import { FINAL_URL, ORIGINAL } from "./own-headers.ts";
import type { WarcRecord } from "./read-warc.ts";
import { RefusedRecordError } from "./refused-record-error.ts";

/** The document of a source that a record is of. */
export type RecordHome = DocumentHome & { readonly url: string };

/** Old archives have addresses without TLS; the document is the same. */
export function homeOf({ url }: WarcRecord, registry: Registry): RecordHome | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const address = new URL(url);
  address.hash = "";
  const spellings = [address.href, address.href.replace(/^http:/, "https:")];
  for (const spelling of spellings) {
    const home = registry.sourceOf(spelling);
    if (home !== undefined) return { ...home, url: spelling };
  }
  return undefined;
}

/** The capture that a record becomes; its time is that of the record. */
export function captureFrom(
  record: WarcRecord,
  home: RecordHome,
  body: Uint8Array,
  fetchedAt: string,
): NewCapture {
  const headers = originalHeaders(record.headers);
  const { mediaType } = parseMediaType(headers["content-type"] ?? "");
  return {
    sourceId: home.source.id,
    url: home.url,
    finalUrl: finalUrlOf(record) ?? home.url,
    fetchedAt,
    status: record.status ?? 200,
    mediaType,
    body,
    etag: headers.etag,
    lastModified: headers["last-modified"],
    headers: selectedHeaders(headers),
    acquiredBy: "import",
  };
}

/** What an export had to set aside stands under a name of its own. */
function originalHeaders(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const aside = Object.entries(headers).filter(([name]) => name.startsWith(ORIGINAL));
  const originals = aside.map(([name, value]) => [name.slice(ORIGINAL.length), value]);
  return { ...headers, ...Object.fromEntries(originals) };
}

function finalUrlOf({ header }: WarcRecord): string | undefined {
  const url = header(FINAL_URL);
  return url !== undefined && URL.canParse(url) ? url : undefined;
}

/** @throws RefusedRecordError where the record has no time, or one that is still to come. */
export function timeOf({ date }: WarcRecord, now: Date): string {
  if (date === undefined || Number.isNaN(Date.parse(date)))
    throw new RefusedRecordError("it has no WARC-Date");
  if (Date.parse(date) > now.getTime())
    throw new RefusedRecordError(`its WARC-Date ${date} is in the future`);
  return isIsoTime(date) && date.endsWith("Z") ? date : new Date(date).toISOString();
}
