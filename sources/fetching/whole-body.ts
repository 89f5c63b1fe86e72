import { isUtf8 } from "node:buffer";
import { isBlockPage } from "./block-page.ts";
import type { BodyExpectation } from "./body-expectation.ts";
import type { FetchFailureKind } from "./fetcher.ts";
import { isHtmlType, parseMediaType } from "./media-type.ts";
import { saysNotFound } from "./not-found-page.ts";
import { isHtmlPage, type PageSigns, readPageSigns } from "./page-signs.ts";
import { isSameDocument } from "./same-document.ts";

/** Why a body does not count; `what` follows an address: "… ends without </html>". */
export type BodyFault = {
  readonly kind: Extract<FetchFailureKind, "blocked" | "gone" | "not-whole" | "not-the-document">;
  readonly what: string;
};

export type ReceivedBody = {
  /** The address that was asked for, the publisher's own. */
  readonly url: URL;
  readonly contentType: string;
  readonly body: Buffer;
  /** Whether the transfer itself said where the body ends. */
  readonly isDelimited: boolean;
};

/** What is wrong with a body that came with status 200; undefined = it is whole, and what was asked for. */
export function faultOf(received: ReceivedBody, expectation: BodyExpectation): BodyFault | undefined {
  const { body, contentType } = received;
  if (body.length === 0) return { kind: "not-the-document", what: "has no content" };
  const { mediaType, charset } = parseMediaType(contentType);
  const signs = isHtmlPage(mediaType, body) ? readPageSigns(body) : undefined;
  if (signs !== undefined && isBlockPage(body, signs)) {
    return { kind: "blocked", what: `is a block page (“${signs.title ?? signs.heading ?? ""}”)` };
  }
  const wrongType = typeFault(mediaType, signs, expectation);
  const stranger =
    wrongType ?? canonicalFault(received.url, signs, expectation) ?? landmarkFault(body, expectation);
  const provesItself = expectation.canonical === true || (expectation.landmarks?.length ?? 0) > 0;
  if (signs !== undefined && saysNotFound(signs) && (stranger !== undefined || !provesItself)) {
    return { kind: "gone", what: `is a page that says “${signs.heading ?? signs.title}”, with status 200` };
  }
  // A page that is cut off misses landmarks as well: being cut off is the reason to name.
  return wrongType ?? cutFault(received, expectation) ?? stranger ?? charsetFault(charset, body);
}

function typeFault(
  mediaType: string,
  signs: PageSigns | undefined,
  expectation: BodyExpectation,
): BodyFault | undefined {
  const expected = expectation.mediaTypes.join(" or ");
  if (!expectation.mediaTypes.includes(mediaType)) {
    return {
      kind: "not-the-document",
      what: `is ${mediaType || "of no stated type"} instead of ${expected}`,
    };
  }
  if (signs !== undefined && !isHtmlType(mediaType)) {
    return { kind: "not-the-document", what: `calls itself ${mediaType}, and is an HTML page` };
  }
  return undefined;
}

function canonicalFault(
  url: URL,
  signs: PageSigns | undefined,
  expectation: BodyExpectation,
): BodyFault | undefined {
  if (expectation.canonical !== true) return undefined;
  const canonical = signs?.canonical;
  if (canonical === undefined) return { kind: "not-the-document", what: "names no canonical address" };
  const isIts = URL.canParse(canonical, url.href) && isSameDocument(new URL(canonical, url.href), url);
  return isIts
    ? undefined
    : { kind: "not-the-document", what: `says that it is ${canonical} (rel=canonical)` };
}

function landmarkFault(body: Buffer, expectation: BodyExpectation): BodyFault | undefined {
  const { landmarks = [] } = expectation;
  if (landmarks.length === 0) return undefined;
  const seen = withoutComments(body);
  const missing = landmarks.find((landmark) => !seen.includes(landmark));
  return missing === undefined
    ? undefined
    : { kind: "not-the-document", what: `lacks “${missing}”, which this document always has` };
}

function charsetFault(charset: string | undefined, body: Buffer): BodyFault | undefined {
  if (charset !== "utf-8" && charset !== "utf8") return undefined;
  return isUtf8(body)
    ? undefined
    : { kind: "not-the-document", what: "says that it is UTF-8, and has bytes that are not" };
}

function cutFault(received: ReceivedBody, expectation: BodyExpectation): BodyFault | undefined {
  const { body, isDelimited } = received;
  const { endsWith, zip } = expectation;
  if (endsWith !== undefined && !hasEnd(body, endsWith)) {
    return { kind: "not-whole", what: `ends without ${endsWith}` };
  }
  if (zip === true && !hasZipEnd(body)) {
    return { kind: "not-whole", what: "ends without a zip file's directory" };
  }
  if (!isDelimited && endsWith === undefined && zip !== true) {
    return { kind: "not-whole", what: "came without a length, so that nothing shows whether it is whole" };
  }
  return undefined;
}

/** White space and comments after the end are no matter. */
function hasEnd(body: Buffer, wanted: string): boolean {
  let end = endOfText(body, body.length);
  while (end >= 3 && body.toString("latin1", end - 3, end) === "-->") {
    const start = body.lastIndexOf("<!--", end - 3);
    if (start < 0) break;
    end = endOfText(body, start);
  }
  const tail = body.toString("utf8", Math.max(0, end - Buffer.byteLength(wanted)), end);
  return tail.toLowerCase() === wanted.toLowerCase();
}

function endOfText(body: Buffer, from: number): number {
  let end = from;
  while (end > 0 && " \t\r\n\f\0".includes(String.fromCharCode(body[end - 1] ?? 0x21))) end -= 1;
  return end;
}

const directoryEnd = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const directoryEndBytes = 22;
const longestZipComment = 65_535;

/** The end-of-central-directory record, whose comment must reach exactly to the end of the file. */
function hasZipEnd(body: Buffer): boolean {
  const tail = body.subarray(Math.max(0, body.length - directoryEndBytes - longestZipComment));
  for (
    let at = tail.lastIndexOf(directoryEnd);
    at >= 0;
    at = at === 0 ? -1 : tail.lastIndexOf(directoryEnd, at - 1)
  ) {
    if (at + directoryEndBytes > tail.length) continue;
    if (at + directoryEndBytes + tail.readUInt16LE(at + 20) === tail.length) return true;
  }
  return false;
}

/** HTML and XML comments cut out: what stands in them is not on the page. */
function withoutComments(body: Buffer): Buffer {
  const kept: Buffer[] = [];
  let at = 0;
  for (let start = body.indexOf("<!--"); start >= 0; start = body.indexOf("<!--", at)) {
    kept.push(body.subarray(at, start));
    const end = body.indexOf("-->", start + 2); // `<!-->` is a whole comment
    if (end < 0) return Buffer.concat(kept);
    at = end + 3;
  }
  return kept.length === 0 ? body : Buffer.concat([...kept, body.subarray(at)]);
}
