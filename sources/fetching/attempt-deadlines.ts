import type { SecondChance } from "./fetch-failure.ts";
import type { FetchLimits } from "./fetch-limits.ts";

/** A deadline that passed, in words that follow a host's name: "… did not answer within 30 seconds". */
export type MissedDeadline = { readonly what: string; readonly again: SecondChance };

/** All time limits of one attempt and the run's interrupt, as one signal. */
export type AttemptDeadlines = {
  readonly signal: AbortSignal;
  readonly missed: () => MissedDeadline | undefined;
  /** The headers are here, or another piece of the body is. */
  readonly progress: () => void;
  /** To be called when the attempt is over, however it ended. */
  readonly stop: () => void;
};

/** Undici's own timers tick about once a second and know no end of the whole; these are exact. */
export function startDeadlines(limits: FetchLimits, interrupt: AbortSignal): AttemptDeadlines {
  const controller = new AbortController();
  let missed: MissedDeadline | undefined;
  const startTimer = (milliseconds: number, what: string, again: SecondChance) =>
    setTimeout(() => {
      missed ??= { what: `${what} ${milliseconds / 1000} seconds`, again };
      controller.abort();
    }, milliseconds);

  const onInterrupt = () => controller.abort(interrupt.reason);
  interrupt.addEventListener("abort", onInterrupt, { once: true });
  const whole = startTimer(limits.attemptMilliseconds, "was not done with its answer after", "once");
  const headers = startTimer(limits.headersMilliseconds, "did not answer within", "patiently");
  let idle: NodeJS.Timeout | undefined;
  return {
    signal: controller.signal,
    missed: () => missed,
    progress: () => {
      clearTimeout(headers);
      idle ??= startTimer(limits.bodyIdleMilliseconds, "sent nothing more of the body for", "patiently");
      idle.refresh();
    },
    stop: () => {
      for (const timer of [whole, headers, idle]) clearTimeout(timer);
      interrupt.removeEventListener("abort", onInterrupt);
    },
  };
}
