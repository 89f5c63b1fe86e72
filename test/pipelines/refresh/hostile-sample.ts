import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { onTestFinished } from "vitest";
import { startSampleServer } from "../../../sources/sample/server.ts";

const HOST = "/www.bls.gov";
const DOCUMENTS = new URL("../../../sources/sample/documents", import.meta.url);

export const ROBOTS = "/robots.txt";
export const INDEX = "/ooh/a-z-index.htm";
export const NURSES = "/ooh/healthcare/registered-nurses.htm";
export const ACTORS = "/ooh/entertainment-and-sports/actors.htm";
export const CHEFS = "/ooh/food-preparation-and-serving/chefs-and-head-cooks.htm";
export const DEVELOPERS = "/ooh/computer-and-information-technology/software-developers.htm";

/** Profiles that the index of the sample lists. */
export const PROFILES = 12;
/** robots.txt, the index and the profiles: what a whole round asks for. */
export const DOCUMENTS_OF_A_ROUND = PROFILES + 2;

export const addressOf = (page: string): string => `https://www.bls.gov${page}`;

/** One request, as the publisher saw it, and the status that it was answered with. */
export type AskedRequest = {
  readonly page: string;
  readonly etag: string | undefined;
  readonly status: number;
};

/** Answers in place of the document; `text` is what the publisher would have sent. */
export type Misbehaviour = (response: ServerResponse, text: string, request: IncomingMessage) => void;

/** The sample behind a publisher whose pages change, and who can misbehave. Closed with the test. */
export type HostileSample = Awaited<ReturnType<typeof startHostileSample>>;

export async function startHostileSample() {
  const sample = await startSampleServer();
  const changed = new Map<string, string>();
  const misbehaving = new Map<string, Misbehaviour>();
  const asked: AskedRequest[] = [];
  const textOf = (page: string) =>
    changed.get(page) ?? readFileSync(`${DOCUMENTS.pathname}${HOST}${page}`, "utf8");
  const server = createServer((incoming, response) => {
    const page = (incoming.url ?? "").slice(HOST.length);
    const etag = incoming.headers["if-none-match"];
    response.on("close", () => asked.push({ page, etag, status: response.statusCode }));
    const misbehave = misbehaving.get(page);
    const text = changed.get(page);
    if (misbehave !== undefined) misbehave(response, textOf(page), incoming);
    else if (text !== undefined) sendDocument(incoming, response, text);
    else passOn(sample.url, incoming, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await sample.close();
  });
  return {
    /** What `--mirror` is given. */
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: () => asked,
    /** The requests that were answered with a body. */
    delivered: () => asked.filter(({ status }) => status === 200).map(({ page }) => page),
    askedFor: (page: string) => asked.filter((one) => one.page === page),
    forget: () => void asked.splice(0),
    /** From now on the page reads otherwise. */
    edit: (page: string, edits: Readonly<Record<string, string>>) => {
      const text = Object.entries(edits).reduce(
        (before, [from, to]) => replaceOrThrow(before, from, to),
        textOf(page),
      );
      changed.set(page, text);
    },
    /** From now on the page lacks what the pattern matches. */
    drop: (page: string, pattern: RegExp) => {
      const text = textOf(page);
      if (!pattern.test(text)) throw new Error(`${page} has nothing like ${pattern}`);
      changed.set(page, text.replace(pattern, ""));
    },
    misbehave: (page: string, misbehaviour: Misbehaviour) => void misbehaving.set(page, misbehaviour),
    /** From now on the page is at another address, and the old one leads there. The index stays as it is. */
    move: (from: string, to: string) => {
      changed.set(to, replaceOrThrow(textOf(from), from, to));
      misbehaving.set(from, redirectsTo(addressOf(to)));
    },
    /** From now on the publisher sends what it always sent, for one page or for all. */
    restore: (page?: string) => {
      for (const map of [changed, misbehaving]) page === undefined ? map.clear() : map.delete(page);
    },
  };
}

function replaceOrThrow(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`the page has no “${from}”`);
  return text.replaceAll(from, to);
}

function passOn(sampleUrl: string, incoming: IncomingMessage, response: ServerResponse): void {
  const { method, headers } = incoming;
  request(`${sampleUrl}${incoming.url}`, { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  }).end();
}

export function etagOf(text: string): string {
  return `"${createHash("sha256").update(text).digest("hex").slice(0, 32)}-changed"`;
}

function sendDocument({ headers }: IncomingMessage, response: ServerResponse, text: string): void {
  const etag = etagOf(text);
  if (headers["if-none-match"] === etag) response.writeHead(304, { etag }).end();
  else sendPage(response, text, { etag });
}

function sendPage(
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
