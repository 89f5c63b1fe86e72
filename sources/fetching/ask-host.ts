import type { Dispatcher } from "undici";
import type { AskedHost } from "./asked-host.ts";
import type { BrokenExchange } from "./broken-exchange.ts";
import { type Answer, exchange } from "./exchange.ts";
import type { FetchEvent } from "./fetch-event.ts";
import type { Attempted, FetchFailure } from "./fetch-failure.ts";
import type { FetchLimits } from "./fetch-limits.ts";
import type { Validators } from "./fetcher.ts";
import { askedAddress } from "./mirror-address.ts";
import { isRedirect } from "./redirects.ts";
import { refusalOf } from "./refusals.ts";
import { selectedHeaders } from "./selected-headers.ts";

/** The requests that each host was sent today, by all runs together. */
export type SpentRequests = {
  readonly requestsToday: (host: string) => number;
  readonly count: (host: string) => void;
};

/** What all requests of a run have in common. */
export type Asking = {
  readonly dispatcher: Dispatcher;
  readonly mirror: URL | undefined;
  readonly userAgent: string;
  readonly hasContact: boolean;
  readonly spent: SpentRequests;
  readonly limits: FetchLimits;
  readonly clock: () => Date;
  readonly monotonic: () => number;
  readonly signal: AbortSignal;
  readonly log: (event: FetchEvent) => void;
};

export type Wish = {
  readonly mediaTypes: readonly string[];
  readonly maximumBytes: number;
  readonly validators: Validators | undefined;
};

/** One request in its turn, within the budget. What comes back is a 200, a 304 or a redirect, or a failure. */
export async function askHost(
  asking: Asking,
  host: AskedHost,
  url: URL,
  wish: Wish,
): Promise<Attempted<Answer>> {
  const unasked = whyNotToAsk(asking, host, url);
  if (unasked !== undefined) return { failure: unasked };
  await host.queue.untilNextStart();
  const parkedMeanwhile = whyNotToAsk(asking, host, url);
  if (parkedMeanwhile !== undefined) return { failure: parkedMeanwhile };

  const number = host.countRequest();
  if (asking.mirror === undefined) asking.spent.count(host.name);
  const started = asking.monotonic();
  const result = await exchange(asking.dispatcher, askedAddress(url, asking.mirror), {
    headers: requestHeaders(asking.userAgent, wish),
    maximumBytes: wish.maximumBytes,
    limits: asking.limits,
    signal: asking.signal,
  });
  if ("broken" in result) {
    host.countBytes(result.bytes);
    return { failure: brokenFailure(url, result.broken, asking.mirror) };
  }
  const { answer } = result;
  host.countBytes(answer.bytes);
  asking.log({
    event: "answered",
    url: url.href,
    status: answer.status,
    bytes: answer.bytes,
    milliseconds: asking.monotonic() - started,
    headers: selectedHeaders(answer.headers),
  });
  if (answer.status === 200 || answer.status === 304 || isRedirect(answer.status)) return { wanted: answer };
  const failure = refusalOf(answer, {
    url,
    hasContact: asking.hasContact,
    isRateLimitedAgain: answer.status === 429 && host.isRateLimitedAgain(number),
    longestWaitMilliseconds: asking.limits.longestWaitMilliseconds,
    now: asking.clock(),
  });
  return { failure };
}

export function parkedFailure(host: AskedHost, url: URL, reason: string): FetchFailure {
  const message = `${url.href} was not asked for, because ${host.name} is parked for the rest of this run. The reason: ${reason}`;
  return { kind: "parked", status: undefined, message, again: "no" };
}

function whyNotToAsk(asking: Asking, host: AskedHost, url: URL): FetchFailure | undefined {
  if (host.parked !== undefined) return parkedFailure(host, url, host.parked);
  const { requestsPerDay } = host;
  if (requestsPerDay === undefined || asking.spent.requestsToday(host.name) < requestsPerDay)
    return undefined;
  const message = `${url.href} was not asked for: the ${requestsPerDay} requests that ${host.name} may get in a day are used up. What is missing is fetched when the run is resumed tomorrow.`;
  return { kind: "budget", status: undefined, message, again: "no" };
}

function requestHeaders(userAgent: string, wish: Wish): Record<string, string> {
  const { etag, lastModified } = wish.validators ?? {};
  return {
    "user-agent": userAgent,
    accept: [...wish.mediaTypes, "*/*;q=0.1"].join(", "),
    "accept-encoding": "gzip",
    ...(isSendable(etag) && { "if-none-match": etag }),
    ...(isSendable(lastModified) && { "if-modified-since": lastModified }),
  };
}

/** Whether there is a validator that a header can carry back: some servers send what they would not accept. */
export function isSendable(validator: string | undefined): validator is string {
  return validator !== undefined && /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(validator);
}

function brokenFailure(
  url: URL,
  { kind, what, again }: BrokenExchange,
  mirror: URL | undefined,
): FetchFailure {
  const server = mirror === undefined ? url.host : `the mirror ${mirror.origin}`;
  const advice = {
    timeout:
      "The last good capture stays in use. Resume later; if this goes on, look at the site in a browser.",
    network:
      "The last good capture stays in use. Check this machine's network and the site in a browser, then resume.",
    "not-the-document":
      "Nothing was read, and the last good capture stays in use. Look at the response headers; the site, or something on the way, has changed.",
    "not-whole": "What came is thrown away, and the last good capture stays in use. Resume later.",
    "too-large":
      "What came is thrown away, and the last good capture stays in use. If the document has really grown so much, raise its maximum.",
  }[kind];
  const message = `${url.href}: ${server} ${what}. ${advice}`;
  return { kind, status: undefined, message, again };
}
