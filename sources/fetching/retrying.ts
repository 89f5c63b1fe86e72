import type { AskedHost } from "./asked-host.ts";
import { backOffMilliseconds } from "./back-off.ts";
import type { FetchEvent } from "./fetch-event.ts";
import type { Attempted, FetchFailure } from "./fetch-failure.ts";
import type { FetchLimits } from "./fetch-limits.ts";
import type { Sleep } from "./sleep.ts";

export type RetryOptions = {
  readonly limits: FetchLimits;
  readonly sleep: Sleep;
  readonly random: () => number;
  readonly signal: AbortSignal;
  readonly log: (event: FetchEvent) => void;
};

/** Tries until there is a result, or trying again would be useless or rude. Parks the host where that is due. */
export async function retrying<Wanted>(
  host: AskedHost,
  url: URL,
  attempt: () => Promise<Attempted<Wanted>>,
  options: RetryOptions,
): Promise<Attempted<Wanted>> {
  for (let attempts = 1; ; attempts += 1) {
    const result = await attempt();
    if ("wanted" in result) return result;
    const { failure } = result;
    if (failure.parks === true) host.park(failure.message);
    if (!mayTryAgain(failure, attempts, options.limits)) return { failure: afterAttempts(failure, attempts) };
    const waitMilliseconds = waitAfter(failure, attempts, options);
    options.log({
      event: "retrying",
      url: url.href,
      attempt: attempts,
      waitMilliseconds,
      reason: failure.message,
    });
    host.countRetry();
    // A wait that the publisher asks for is for everybody; our own pause is for this document.
    if (failure.retryAfterMilliseconds !== undefined || failure.kind === "rate-limited") {
      host.queue.holdFor(waitMilliseconds);
    } else {
      await options.sleep(waitMilliseconds, options.signal);
    }
  }
}

function mayTryAgain(failure: FetchFailure, attempts: number, limits: FetchLimits): boolean {
  if (failure.again === "as-told") return true;
  if (attempts >= limits.maximumAttempts) return false;
  return failure.again === "patiently" || (failure.again === "once" && attempts === 1);
}

function waitAfter(failure: FetchFailure, attempts: number, { limits, random }: RetryOptions): number {
  const pause = backOffMilliseconds(attempts, limits, random);
  if (failure.retryAfterMilliseconds !== undefined) return failure.retryAfterMilliseconds + pause;
  return failure.kind === "rate-limited" ? limits.longestBackOffMilliseconds + pause : pause;
}

function afterAttempts(failure: FetchFailure, attempts: number): FetchFailure {
  if (attempts === 1) return failure;
  return { ...failure, message: `${failure.message} It was asked for ${attempts} times.` };
}
