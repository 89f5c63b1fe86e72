import type { LimitFunction } from "p-limit";
import type { Sleep } from "./sleep.ts";

/** A gap grows by up to this share, so that requests do not come like clockwork. */
const jitterShare = 0.2;

export type HostQueueOptions = {
  /** Who may run at the same time: `pLimit(1)` for a publisher, a limit shared by all hosts for a mirror. */
  readonly limit: LimitFunction;
  readonly gapMilliseconds: number;
  /** Runs evenly, whatever is done to the clock on the wall. */
  readonly monotonic: () => number;
  readonly sleep: Sleep;
  readonly random: () => number;
  readonly signal: AbortSignal;
};

/** The order in which one host is asked, and how long is waited in between. */
export class HostQueue {
  readonly #options: HostQueueOptions;
  #gapMilliseconds: number;
  #lastStart = Number.NEGATIVE_INFINITY;
  #mayStartAt = Number.NEGATIVE_INFINITY;

  constructor(options: HostQueueOptions) {
    this.#options = options;
    this.#gapMilliseconds = options.gapMilliseconds;
  }

  /** Runs a job when its turn comes: everything about one document, its retries and redirects included. */
  run<Result>(job: () => Promise<Result>): Promise<Result> {
    return this.#options.limit(() => {
      this.#options.signal.throwIfAborted();
      return job();
    });
  }

  /** Waits until the next request of the running job may start. */
  async untilNextStart(): Promise<void> {
    const { monotonic, sleep, random, signal } = this.#options;
    const wait = this.#mayStartAt - monotonic();
    if (wait > 0) await sleep(wait, signal);
    signal.throwIfAborted();
    this.#lastStart = monotonic();
    this.#keepAway(this.#gapMilliseconds * (1 + jitterShare * random()), this.#lastStart);
  }

  /** Nobody asks this host for so long. */
  holdFor(milliseconds: number): void {
    this.#keepAway(milliseconds, this.#options.monotonic());
  }

  /** The publisher asks for more distance than we keep; the request just made counts already. */
  widenGapTo(milliseconds: number): void {
    this.#gapMilliseconds = Math.max(this.#gapMilliseconds, milliseconds);
    this.#keepAway(this.#gapMilliseconds, this.#lastStart);
  }

  #keepAway(milliseconds: number, from: number): void {
    this.#mayStartAt = Math.max(this.#mayStartAt, from + milliseconds);
  }
}
