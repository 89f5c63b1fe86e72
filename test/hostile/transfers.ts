import type { ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { createGzip, gzipSync } from "node:zlib";
import { type Misbehaviour, sendPage } from "../pipelines/refresh/misbehaviours.ts";

/** Ways in which an answer goes wrong on its way, whatever is in it. */

const HTML = { "content-type": "text/html; charset=UTF-8" };

const halfOf = (text: string) => text.slice(0, text.length / 2);

/** The connection stays open, and nothing comes. */
export const noAnswer: Misbehaviour = () => undefined;

export const resetsConnection: Misbehaviour = (response) => void response.socket?.resetAndDestroy();

/** A byte now and then, for ever. */
export const drips: Misbehaviour = (response, text) => {
  response.writeHead(200, { ...HTML, "content-length": Buffer.byteLength(text) });
  const timer = setInterval(() => response.write("<"), 20);
  response.on("close", () => clearInterval(timer));
};

/** Half of the page, and then silence. */
export const stalls: Misbehaviour = (response, text) => {
  response.writeHead(200, { ...HTML, "content-length": Buffer.byteLength(text) }).write(halfOf(text));
};

export const lessThanItsLength: Misbehaviour = (response, text) => {
  response.writeHead(200, { ...HTML, "content-length": Buffer.byteLength(text) });
  response.write(halfOf(text), () => response.socket?.end());
};

export const noLastChunk: Misbehaviour = (response, text) => {
  response.writeHead(200, HTML);
  response.write(halfOf(text), () => response.socket?.end());
};

export const damagedGzip: Misbehaviour = (response, text) => {
  const packed = gzipSync(text);
  packed.fill(0xff, packed.length / 2, packed.length / 2 + 64);
  response.writeHead(200, { ...HTML, "content-encoding": "gzip" }).end(packed);
};

export const unknownPacking: Misbehaviour = (response, text) =>
  sendPage(response, text, { "content-encoding": "br" });

export const wrongType: Misbehaviour = (response, text) =>
  sendPage(response, text, { "content-type": "application/json" });

/** Calls itself UTF-8, and has a byte that is none. */
export const wrongCharset: Misbehaviour = (response, text) =>
  void response.writeHead(200, HTML).end(Buffer.from(text.replace("</body>", "caf\u00e9</body>"), "latin1"));

export const endless: Misbehaviour = (response) => {
  response.writeHead(200, HTML);
  pour(endlessBytes("<p>and on</p>"), response);
};

/** Some kilobytes that unpack to more than any machine has. */
export const gzipBomb: Misbehaviour = (response) => {
  response.writeHead(200, { ...HTML, "content-encoding": "gzip" });
  pour(endlessBytes("\0").pipe(createGzip({ level: 9 })), response);
};

function endlessBytes(word: string): Readable {
  const piece = Buffer.alloc(65_536, word);
  return new Readable({
    read() {
      this.push(piece);
    },
  });
}

function pour(from: Readable, response: ServerResponse): void {
  from.on("error", () => undefined).pipe(response);
  response.on("error", () => undefined).on("close", () => from.destroy());
}

/** To the same address, over and over. */
export const redirectsInACircle: Misbehaviour = (response, _, { url = "" }) =>
  sendPage(response, "", { location: `https:/${url}` }, 302);

/** To the same page under ever new spellings of its address. */
export const redirectsOnAndOn: Misbehaviour = (response, _, { url = "" }) =>
  sendPage(
    response,
    "",
    { location: `https:/${url.replace(/([a-z])(?=(?:%[0-9a-f]{2})*\.htm$)/, percent)}` },
    302,
  );

function percent(letter: string): string {
  return `%${letter.charCodeAt(0).toString(16)}`;
}

/** As an HTTP date, by the publisher's own clock. */
export function retryAfterDate(seconds: number): Readonly<Record<string, string>> {
  const now = new Date("2026-11-21T02:15:00Z");
  return {
    date: now.toUTCString(),
    "retry-after": new Date(now.getTime() + seconds * 1000).toUTCString(),
  };
}
