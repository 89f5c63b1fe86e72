import pLimit from "p-limit";
import { Agent } from "undici";
import type { HostManners } from "../source.ts";
import { type Asking, askHost, parkedFailure, type SpentRequests } from "./ask-host.ts";
import { askRobots } from "./ask-robots.ts";
import { AskedHost } from "./asked-host.ts";
import { type Document, documentFrom } from "./document.ts";
import type { FetchEvent } from "./fetch-event.ts";
import type { Attempted, FetchFailure } from "./fetch-failure.ts";
import { type FetchLimits, usualLimits } from "./fetch-limits.ts";
import type { Fetcher, FetchOutcome, FetchRequest, HostStatistics } from "./fetcher.ts";
import { HostQueue } from "./host-queue.ts";
import { countSpentInMemory, rememberRobotsInMemory } from "./memory-stores.ts";
import { type LookUp, publicLookup } from "./public-lookup.ts";
import { followRedirects } from "./redirects.ts";
import { retrying } from "./retrying.ts";
import type { RobotsRules, RobotsStore } from "./robots.ts";
import { type Sleep, sleepAtLeast } from "./sleep.ts";
import { strictestManners } from "./strictest-manners.ts";
import { userAgent } from "./user-agent.ts";

/** What a mirror is asked at the same time, all hosts together. */
const mirrorConcurrency = 8;

export type FetcherOptions = {
  readonly toolVersion: string;
  /** A mailbox; publishers turn away programs without one. */
  readonly contact?: string | undefined;
  /** The operator's own server, asked instead of the publishers: no gaps, no budgets. */
  readonly mirror?: URL | undefined;
  /** Every host that may be asked; of a host listed twice, the larger gap and the smaller budget count. */
  readonly manners: readonly HostManners[];
  /** Interrupts: what is pending rejects with its reason. */
  readonly signal?: AbortSignal;
  readonly robotsStore?: RobotsStore;
  readonly spent?: SpentRequests;
  readonly limits?: Partial<FetchLimits>;
  readonly log?: (event: FetchEvent) => void;
  readonly clock?: () => Date;
  /** Milliseconds that run evenly, for gaps. */
  readonly monotonic?: () => number;
  readonly sleep?: Sleep;
  /** From 0 to 1. */
  readonly random?: () => number;
  /** How names become addresses. */
  readonly lookUp?: LookUp;
};

/** What of the network is handed in: limits, waits, names. */
export type Network = Pick<FetcherOptions, "limits" | "sleep" | "random" | "lookUp">;

/**
 * Asks publishers one request at a time, with a gap, within a budget, as robots.txt allows.
 * `fetch` rejects for an interrupt and for a mistake of the program; whatever a publisher does is an outcome.
 * @throws InvalidContact
 */
export function createFetcher(options: FetcherOptions): Fetcher {
  const { mirror, contact } = options;
  const limits = { ...usualLimits, ...options.limits };
  const signal = options.signal ?? new AbortController().signal;
  const clock = options.clock ?? (() => new Date());
  const monotonic = options.monotonic ?? (() => performance.now());
  const sleep = options.sleep ?? sleepAtLeast;
  const random = options.random ?? Math.random;
  const log = options.log ?? (() => undefined);
  const store = options.robotsStore ?? rememberRobotsInMemory();
  const dispatcher = new Agent({
    connections: mirror === undefined ? 1 : mirrorConcurrency,
    connect: {
      timeout: limits.connectMilliseconds,
      // A mirror is the operator's own server, and mostly on a private network.
      ...(mirror === undefined && { lookup: publicLookup(options.lookUp) }),
    },
    // Every attempt has deadlines of its own.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const asking: Asking = {
    dispatcher,
    mirror,
    userAgent: userAgent(options.toolVersion, contact),
    hasContact: contact !== undefined,
    spent: options.spent ?? countSpentInMemory(clock),
    limits,
    clock,
    monotonic,
    signal,
    log,
  };
  const hosts = new Map<string, AskedHost>();
  const mirrorLimit = pLimit(mirrorConcurrency);
  for (const { host, gapMilliseconds, requestsPerDay } of strictestManners(options.manners)) {
    const isLive = mirror === undefined;
    const queue = new HostQueue({
      limit: isLive ? pLimit(1) : mirrorLimit,
      gapMilliseconds: isLive ? gapMilliseconds : 0,
      monotonic,
      sleep,
      random,
      signal,
    });
    hosts.set(host, new AskedHost(host, queue, isLive ? requestsPerDay : undefined, log));
  }
  const redirectOptions = {
    mirror,
    isKnownHost: (host: string) => hosts.has(host),
    maximumRedirects: limits.maximumRedirects,
  };
  const retryOptions = { limits, sleep, random, signal, log };

  const robotsOf = new Map<AskedHost, Promise<Attempted<RobotsRules>>>();
  async function rulesOf(host: AskedHost, url: URL): Promise<Attempted<RobotsRules>> {
    const pending =
      robotsOf.get(host) ??
      askRobots(asking, host, new URL("/robots.txt", url), { ...redirectOptions, ...retryOptions, store });
    robotsOf.set(host, pending);
    const rules = await pending;
    // A budget comes back with the next day; what the host itself said holds for the run.
    if ("failure" in rules && rules.failure.parks !== true) robotsOf.delete(host);
    return rules;
  }

  async function fetchInTurn(host: AskedHost, url: URL, request: FetchRequest): Promise<Attempted<Document>> {
    if (host.parked !== undefined) return { failure: parkedFailure(host, url, host.parked) };
    const rules = await rulesOf(host, url);
    if ("failure" in rules) return rules;
    if (!rules.wanted.allows(url)) return { failure: disallowed(url) };
    const { mediaTypes, maximumBytes } = request.expectation;
    const wish = { mediaTypes, maximumBytes, validators: request.validators };
    const attempt = async (): Promise<Attempted<Document>> => {
      const found = await followRedirects(url, (hop) => askHost(asking, host, hop, wish), redirectOptions);
      if ("failure" in found) return found;
      return documentFrom(found.wanted, { url, request, hasContact: asking.hasContact, now: clock() });
    };
    const result = await retrying(host, url, attempt, retryOptions);
    noteSilence(host, result, limits);
    return result;
  }

  let isClosed = false;
  return {
    async fetch(request) {
      if (isClosed) throw new Error(`The fetcher is closed, and was asked for ${request.url}.`);
      signal.throwIfAborted();
      const url = documentUrl(request.url);
      const host = hosts.get(url.host);
      if (host === undefined) {
        throw new Error(
          `No source says how ${url.host} wants to be asked, so ${url.href} cannot be. List it.`,
        );
      }
      const parked = host.parked;
      const result =
        parked === undefined
          ? await host.queue.run(() => fetchInTurn(host, url, request))
          : { failure: parkedFailure(host, url, parked) };
      return outcomeOf(result, clock);
    },
    statistics: () => {
      const statistics: Record<string, HostStatistics> = {};
      for (const host of hosts.values()) statistics[host.name] = host.statistics;
      return statistics;
    },
    close: async () => {
      isClosed = true;
      await dispatcher.destroy();
    },
  };
}

function documentUrl(address: string): URL {
  const url = new URL(address);
  if ((url.protocol !== "https:" && url.protocol !== "http:") || url.username !== "" || url.password !== "") {
    throw new Error(`${address} is not an address that a publisher's document can have.`);
  }
  url.hash = "";
  return url;
}

function outcomeOf(result: Attempted<Document>, clock: () => Date): FetchOutcome {
  if ("failure" in result) {
    const { kind, status, message, leadsTo } = result.failure;
    return { outcome: "failed", kind, status, message, ...(leadsTo !== undefined && { leadsTo }) };
  }
  return result.wanted === "unchanged"
    ? { outcome: "unchanged", checkedAt: clock().toISOString() }
    : { outcome: "fetched", response: result.wanted };
}

function disallowed(url: URL): FetchFailure {
  const message = `${url.href} is closed to programs by the robots.txt of ${url.host}, and was not asked for. The last good capture stays in use. If the document is essential, ask the publisher for another way to it.`;
  return { kind: "robots", status: undefined, message, again: "no" };
}

/** A host that has died must not cost every document all its attempts. */
function noteSilence(host: AskedHost, result: Attempted<Document>, limits: FetchLimits): void {
  const kind = "failure" in result ? result.failure.kind : undefined;
  const inARow = host.countSilence(kind === "network" || kind === "timeout");
  if (inARow < limits.silentDocumentsInARow) return;
  const last = "failure" in result ? result.failure.message : "";
  host.park(`${inARow} documents in a row could not be had for want of a connection. The last one: ${last}`);
}
