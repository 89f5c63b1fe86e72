import robotsParser from "robots-parser";
import { isBlockPage } from "./block-page.ts";
import type { Answer } from "./exchange.ts";
import type { Attempted, FetchFailure } from "./fetch-failure.ts";
import type { Validators } from "./fetcher.ts";
import { parseMediaType } from "./media-type.ts";
import { saysNotFound } from "./not-found-page.ts";
import { isHtmlPage, readPageSigns } from "./page-signs.ts";
import { blocked } from "./refusals.ts";
import { robotName } from "./user-agent.ts";

// Its types describe a default export; the CommonJS module itself is the function.
const parseRobots = robotsParser as unknown as typeof robotsParser.default;

/** RFC 9309 asks for at least 500 KiB. */
export const robotsMaximumBytes = 524_288;

/** A host's robots.txt as it was last received, with what is needed to ask whether it has changed. */
export type RobotsEntry = {
  readonly text: string;
  readonly validators: Validators;
  /** ISO time of the last 200 or 304. */
  readonly fetchedAt: string;
};

/** Remembers robots.txt between runs. The key is the host; through a mirror, the mirrored address. */
export type RobotsStore = {
  readonly read: (host: string) => RobotsEntry | undefined;
  readonly write: (host: string, entry: RobotsEntry) => void;
};

export type RobotsRules = {
  readonly allows: (url: URL) => boolean;
  readonly crawlDelayMilliseconds: number | undefined;
};

export function robotsRules(robotsUrl: URL, text: string): RobotsRules {
  const rules = parseRobots(robotsUrl.href, text.replace(/^\uFEFF/, ""));
  const seconds = rules.getCrawlDelay(robotName);
  return {
    // The rules of a host hold for its spellings too (http, www.).
    allows: (url) => !rules.isDisallowed(new URL(url.pathname + url.search, robotsUrl).href, robotName),
    crawlDelayMilliseconds: seconds !== undefined && seconds > 0 ? seconds * 1000 : undefined,
  };
}

/**
 * The text of robots.txt, from what the host said: "" where there is none. Where it cannot be read, the host must
 * not be asked for anything (RFC 9309, 2.3.1.4).
 */
export function robotsText(
  robotsUrl: URL,
  attempted: Attempted<Answer>,
  known: RobotsEntry | undefined,
  hasContact: boolean,
): Attempted<string> {
  if ("failure" in attempted) return textAfterFailure(robotsUrl, attempted.failure);
  const { status, body, headers } = attempted.wanted;
  if (status === 304) {
    return known === undefined
      ? {
          failure: unreadable(robotsUrl, status, "was answered with “not modified”, though it was not known"),
        }
      : { wanted: known.text };
  }
  if (isHtmlPage(parseMediaType(headers["content-type"] ?? "").mediaType, body)) {
    const signs = readPageSigns(body);
    if (isBlockPage(body, signs)) {
      return { failure: blocked(robotsUrl, status, "is a block page", hasContact) };
    }
    if (saysNotFound(signs)) return { wanted: "" };
    return { failure: unreadable(robotsUrl, status, "is an HTML page instead of rules") };
  }
  return { wanted: body.toString("utf8") };
}

function textAfterFailure(robotsUrl: URL, failure: FetchFailure): Attempted<string> {
  // Blocked, rate-limited, out of budget: these speak for themselves.
  if (failure.parks === true || failure.kind === "budget" || failure.kind === "parked") return { failure };
  const { status } = failure;
  const hasNone = failure.kind === "gone" || (status !== undefined && status >= 400 && status < 500);
  if (hasNone && status !== 429 && status !== 408) return { wanted: "" };
  return { failure: unreadable(robotsUrl, status, `could not be read (${firstSentence(failure.message)})`) };
}

function unreadable(robotsUrl: URL, status: number | undefined, what: string): FetchFailure {
  const message = `${robotsUrl.href} ${what}. Without its rules nothing may be asked of ${robotsUrl.host} in this run, and its last good captures stay in use. Look at the address in a browser, and resume when it answers.`;
  return { kind: "robots", status, message, again: "no", parks: true };
}

function firstSentence(message: string): string {
  return message.split(/\.(?: |$)/, 1)[0] ?? message;
}
