import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Server, Socket } from "node:net";
import { onTestFinished } from "vitest";
import { createFetcher, type FetcherOptions } from "../../../sources/fetching/create-fetcher.ts";
import type { FetchEvent } from "../../../sources/fetching/fetch-event.ts";
import type { FetchFailureKind, FetchOutcome, FetchRequest } from "../../../sources/fetching/fetcher.ts";
import { stoppedTime } from "./stopped-time.ts";

export type Reply = (response: ServerResponse, request: IncomingMessage, nth: number) => void;

/** A publisher on loopback: replies by path, keeps what it was asked, and is closed with the test. */
export async function startPublisher(replies: Readonly<Record<string, Reply>>) {
  const requests: IncomingMessage[] = [];
  const seen = new Map<string, number>();
  const load = { now: 0, most: 0 };
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    const nth = (seen.get(path) ?? 0) + 1;
    seen.set(path, nth);
    requests.push(request);
    load.now += 1;
    load.most = Math.max(load.most, load.now);
    response.on("close", () => {
      load.now -= 1;
    });
    const reply = replies[path] ?? (path.endsWith("/robots.txt") ? noRules : notFound);
    reply(response, request, nth);
  });
  const port = await listen(server);
  return {
    host: `127.0.0.1:${port}`,
    url: `http://127.0.0.1:${port}`,
    load,
    asked: () => requests.map((request) => request.url ?? ""),
    askedFor: (path: string) => seen.get(path) ?? 0,
    headersOf: (path: string) => requests.filter((request) => request.url === path).map((one) => one.headers),
  };
}

export async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => undefined);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  );
  return (server.address() as AddressInfo).port;
}

const noRules: Reply = (response) => {
  response.writeHead(200, { "content-type": "text/plain" }).end("User-agent: *\nDisallow:\n");
};
const notFound: Reply = (response) => {
  response.writeHead(404, { "content-type": "text/html" }).end("<h1>Page not found</h1>");
};

export const sends =
  (body: string | Buffer, headers: Record<string, string> = {}, status = 200): Reply =>
  (response) => {
    response
      .writeHead(status, {
        "content-type": "text/html; charset=utf-8",
        "content-length": String(Buffer.byteLength(body)),
        ...headers,
      })
      .end(body);
  };

export const status = (code: number, headers: Record<string, string> = {}): Reply => sends("", headers, code);

/** Answers the first requests in the order given, and all later ones like the last. */
export const inOrder =
  (...replies: readonly Reply[]): Reply =>
  (response, request, nth) => {
    replies[Math.min(nth, replies.length) - 1]?.(response, request, nth);
  };

/** A profile page as the tests' publisher writes it. */
export function profilePage(canonical: string): string {
  return `<!DOCTYPE html><html><head><title>Weavers</title><link rel="canonical" href="${canonical}"></head>
<body><h1>Weavers</h1><div id="quickfacts">What weavers earn</div></body></html>\n`;
}

export const expectedPage = {
  mediaTypes: ["text/html"],
  maximumBytes: 100_000,
  endsWith: "</html>",
  canonical: true,
  landmarks: ['id="quickfacts"'],
};
export const expectedData = { mediaTypes: ["application/json"], maximumBytes: 100_000 };

/** A fetcher of that publisher, whose waits take no time and are written down. */
export function fetcherOf(publisher: { host: string }, options: Partial<FetcherOptions> = {}) {
  const time = stoppedTime();
  const events: FetchEvent[] = [];
  const fetcher = createFetcher({
    toolVersion: "1.2.3",
    contact: "data@example.org",
    manners: [{ host: publisher.host, gapMilliseconds: 2000, requestsPerDay: 1000 }],
    clock: time.clock,
    monotonic: time.monotonic,
    sleep: time.sleep,
    random: () => 0,
    log: (event) => events.push(event),
    ...options,
    limits: {
      headersMilliseconds: 250,
      bodyIdleMilliseconds: 250,
      attemptMilliseconds: 2000,
      ...options.limits,
    },
  });
  onTestFinished(() => fetcher.close());
  return { fetcher, time, events, fetch: (request: FetchRequest) => fetcher.fetch(request) };
}

/** The kind and the message of a failure; a success is a failed test. */
export function failureOf(outcome: FetchOutcome): { kind: FetchFailureKind; message: string } {
  if (outcome.outcome !== "failed") throw new Error(`A failure was expected, and not: ${outcome.outcome}`);
  return outcome;
}

export function bodyOf(outcome: FetchOutcome): string {
  if (outcome.outcome !== "fetched") throw new Error(`A document was expected: ${JSON.stringify(outcome)}`);
  return outcome.response.body.toString("utf8");
}
