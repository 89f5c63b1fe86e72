import type { Answer } from "./exchange.ts";
import type { FetchFailure } from "./fetch-failure.ts";
import { retryAfterMilliseconds } from "./retry-after.ts";

export type RefusalContext = {
  readonly url: URL;
  readonly hasContact: boolean;
  readonly isRateLimitedAgain: boolean;
  readonly longestWaitMilliseconds: number;
  readonly now: Date;
};

/** What a status other than success, 304 and redirect means. */
export function refusalOf(answer: Answer, context: RefusalContext): FetchFailure {
  const { status } = answer;
  const { url } = context;
  if (status === 403) return blocked(url, status, "was refused with status 403", context.hasContact);
  if (status === 404 || status === 410) {
    const message = `${url.href} is not there (status ${status}). The publisher has removed the document, moved it, or not published it yet. Look for it in the publisher's index; if it has moved, correct its address.`;
    return { kind: "gone", status, message, again: "no" };
  }
  const mayPass = status === 408 || status === 429 || status >= 500;
  if (!mayPass) {
    const message = `${url.href} was answered with status ${status}, which no document comes with. The last good capture stays in use. Look at the address in a browser; if it has moved, correct it.`;
    return { kind: "status", status, message, again: "no" };
  }
  return comeBackLater(answer, context);
}

/** Being turned away is the publisher's decision: it is never retried, nor evaded. */
export function blocked(url: URL, status: number, what: string, hasContact: boolean): FetchFailure {
  const advice = hasContact
    ? "Read the publisher's terms, make sure that no other program of yours asks it too fast, and write to it before the next run."
    : "Publishers require a way to reach whoever runs a program: give a mailbox with --contact EMAIL.";
  const message = `${url.href} ${what}: ${url.host} turns this program away. Nothing more is asked of it in this run, and its last good captures stay in use. ${advice}`;
  return { kind: "blocked", status, message, again: "no", parks: true };
}

function comeBackLater(answer: Answer, context: RefusalContext): FetchFailure {
  const { status, headers } = answer;
  const { url, longestWaitMilliseconds } = context;
  const kind = status === 429 ? "rate-limited" : "status";
  const wait = retryAfterMilliseconds(headers["retry-after"], headers.date, context.now);
  if (status === 429 && context.isRateLimitedAgain) {
    const message = `${url.href} was answered with status 429 again, after the wait that the publisher asked for. Nothing more is asked of ${url.host} in this run. Ask it less often (its gap and its requests a day), and resume later.`;
    return { kind, status, message, again: "no", parks: true };
  }
  if (wait !== undefined && wait > longestWaitMilliseconds) {
    const message = `${url.href} was answered with status ${status}, and ${url.host} wants to be left alone for ${Math.ceil(wait / 1000)} seconds. That is longer than a run waits, so nothing more is asked of it in this one. Resume when that time is over.`;
    return { kind, status, message, again: "no", parks: true };
  }
  const message =
    status === 429
      ? `${url.href} was answered with status 429: ${url.host} wants to be asked less often. It is asked once more after a wait.`
      : `${url.href} was answered with status ${status}: ${url.host} has a fault of its own. The last good capture stays in use. Resume later; if this goes on, look at the site in a browser.`;
  return {
    kind,
    status,
    message,
    again: status === 429 ? "as-told" : "patiently",
    retryAfterMilliseconds: wait,
  };
}
