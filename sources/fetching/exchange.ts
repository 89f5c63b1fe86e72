import type { Dispatcher } from "undici";
import { startDeadlines } from "./attempt-deadlines.ts";
import { type BrokenExchange, understandBreak } from "./broken-exchange.ts";
import type { FetchLimits } from "./fetch-limits.ts";
import { isGzip, unpackBody } from "./unpack-body.ts";

/** What a server said to one request. */
export type Answer = {
  readonly status: number;
  /** Names in lower case; values as received. */
  readonly headers: Readonly<Record<string, string>>;
  /** Unpacked; read only where the status is 200. */
  readonly body: Buffer;
  /** Content-Length, chunks or gzip say where the body ends; otherwise only its own structure can. */
  readonly isDelimited: boolean;
  /** As transferred. */
  readonly bytes: number;
};

export type Exchange =
  | { readonly answer: Answer }
  | { readonly broken: BrokenExchange; readonly bytes: number };

/** Enough of an error page to keep the connection; what is longer costs us the connection instead. */
const longestUnreadBody = 65_536;

/**
 * Reading a large document holds the loop for seconds, in which servers close connections that idle: the loop has to hear
 * of it before one of these is taken for the next request.
 */
function turnOfTheLoop(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(() => setImmediate(resolve));
  });
}

/** One request and its answer. Rejects for an abort and for our own mistakes only. */
export async function exchange(
  dispatcher: Dispatcher,
  url: URL,
  options: {
    headers: Record<string, string>;
    maximumBytes: number;
    limits: FetchLimits;
    signal: AbortSignal;
  },
): Promise<Exchange> {
  const { headers, maximumBytes, limits, signal } = options;
  signal.throwIfAborted();
  await turnOfTheLoop();
  const deadlines = startDeadlines(limits, signal);
  let bytes = 0;
  let status: number | undefined;
  try {
    const response = await dispatcher.request({
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method: "GET",
      headers,
      signal: deadlines.signal,
    });
    deadlines.progress();
    status = response.statusCode;
    const received = plainHeaders(response.headers);
    let body: Buffer = Buffer.alloc(0);
    if (status === 200) {
      const onBytes = (count: number) => {
        bytes += count;
        deadlines.progress();
      };
      body = await unpackBody(response.body, received, { maximumBytes, onBytes });
    } else {
      // The status says enough; how its page ends is no matter.
      await response.body.dump({ limit: longestUnreadBody, signal: deadlines.signal }).catch(() => undefined);
      signal.throwIfAborted();
    }
    return { answer: { status, headers: received, body, isDelimited: isDelimited(received), bytes } };
  } catch (error) {
    signal.throwIfAborted();
    const missed = deadlines.missed();
    if (missed !== undefined) return { broken: { kind: "timeout", ...missed }, bytes };
    return { broken: understandBreak(error, status !== undefined), bytes };
  } finally {
    deadlines.stop();
  }
}

function isDelimited(headers: Readonly<Record<string, string>>): boolean {
  return (
    headers["content-length"] !== undefined || headers["transfer-encoding"] !== undefined || isGzip(headers)
  );
}

/** A header that came twice: the first counts, since validators are replayed as received. */
function plainHeaders(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const first = Array.isArray(value) ? value[0] : value;
    if (first !== undefined) plain[name] = first;
  }
  return plain;
}
