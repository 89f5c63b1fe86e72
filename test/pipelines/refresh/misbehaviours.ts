import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";

/** Answers in place of the document; `text` is what the publisher would have sent. */
export type Misbehaviour = (response: ServerResponse, text: string, request: IncomingMessage) => void;

export function replaceOrThrow(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`the page has no “${from}”`);
  return text.replaceAll(from, to);
}

export function etagOf(text: string): string {
  return `"${createHash("sha256").update(text).digest("hex").slice(0, 32)}-changed"`;
}

export function sendDocument({ headers }: IncomingMessage, response: ServerResponse, text: string): void {
  const etag = etagOf(text);
  if (headers["if-none-match"] === etag) response.writeHead(304, { etag }).end();
  else sendPage(response, text, { etag });
}

export function sendPage(
  response: ServerResponse,
  text: string,
  headers: Readonly<Record<string, string>> = {},
  status = 200,
): void {
  response.writeHead(status, { "content-type": "text/html; charset=UTF-8", ...headers }).end(text);
}

const page = (title: string, words: string) =>
  `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1><p>${words}</p></body></html>\n`;

const NOT_FOUND = page("Page Not Found", "The page that you are looking for is not here.");
const DENIED = page("Access Denied", "You don't have permission to access this. Reference #18.2d351ab8");

/** A status that no retry is spent on (451), or any other. */
export const answers =
  (status: number, headers: Readonly<Record<string, string>> = {}): Misbehaviour =>
  (response) =>
    sendPage(response, "", headers, status);

export const softNotFound: Misbehaviour = (response) => sendPage(response, NOT_FOUND);
export const blockPage =
  (status: 200 | 403): Misbehaviour =>
  (response) =>
    sendPage(response, DENIED, {}, status);

export const redirectsTo =
  (location: string): Misbehaviour =>
  (response) =>
    sendPage(response, "", { location }, 302);

/** Says "not modified", whatever was asked. */
export const claimsUnmodified: Misbehaviour = (response) => response.writeHead(304).end();

/** The first half of the page, framed as if it were all. */
export const cutShort: Misbehaviour = (response, text) => sendPage(response, text.slice(0, text.length / 2));

/** The first half of the gzip stream, framed as if it were all. */
export const cutGzip: Misbehaviour = (response, text) => {
  const packed = gzipSync(text);
  const half = packed.subarray(0, packed.length / 2);
  response.writeHead(200, {
    "content-type": "text/html; charset=UTF-8",
    "content-encoding": "gzip",
    "content-length": half.length,
  });
  response.end(half);
};

/** Misbehaves a number of times, and behaves from then on. */
export function forTheFirst(times: number, misbehaviour: Misbehaviour): Misbehaviour {
  let left = times;
  return (response, text, incoming) => {
    left -= 1;
    if (left >= 0) misbehaviour(response, text, incoming);
    else sendDocument(incoming, response, text);
  };
}

/** A new validator with every answer, and the same page. */
export function newEtagEveryTime(): Misbehaviour {
  let nth = 0;
  return (response, text) => {
    nth += 1;
    sendPage(response, text, { etag: `"${nth}-changed"` });
  };
}

/** Another page under the validator of the page that it was. */
export const underTheOldEtag =
  (from: string, to: string): Misbehaviour =>
  (response, text, incoming) => {
    const etag = etagOf(text);
    if (incoming.headers["if-none-match"] === etag) response.writeHead(304, { etag }).end();
    else sendPage(response, replaceOrThrow(text, from, to), { etag });
  };

/** Calls back, and never answers. */
export const neverAnswers =
  (tell: () => void): Misbehaviour =>
  () =>
    tell();
