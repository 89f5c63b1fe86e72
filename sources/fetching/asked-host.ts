import type { FetchEvent } from "./fetch-event.ts";
import type { HostStatistics } from "./fetcher.ts";
import type { HostQueue } from "./host-queue.ts";

/** One host in one run: its queue, what was asked of it, and whether it may be asked any more. */
export class AskedHost {
  readonly name: string;
  readonly queue: HostQueue;
  /** undefined = unlimited. */
  readonly requestsPerDay: number | undefined;
  readonly #log: (event: FetchEvent) => void;
  #requests = 0;
  #bytes = 0;
  #retries = 0;
  #parked: string | undefined;
  #requestsBeforeRateLimit: number | undefined;
  #silentDocuments = 0;

  constructor(
    name: string,
    queue: HostQueue,
    requestsPerDay: number | undefined,
    log: (event: FetchEvent) => void,
  ) {
    this.name = name;
    this.queue = queue;
    this.requestsPerDay = requestsPerDay;
    this.#log = log;
  }

  /** Why nothing more is asked in this run. */
  get parked(): string | undefined {
    return this.#parked;
  }

  get statistics(): HostStatistics {
    return {
      requests: this.#requests,
      bytes: this.#bytes,
      retries: this.#retries,
      parked: this.#parked,
    };
  }

  /** The first reason is the one that counts. */
  park(reason: string): void {
    if (this.#parked !== undefined) return;
    this.#parked = reason;
    this.#log({ event: "parked", host: this.name, reason });
  }

  /** Returns the request's number in this run. */
  countRequest(): number {
    this.#requests += 1;
    return this.#requests;
  }

  countBytes(bytes: number): void {
    this.#bytes += bytes;
  }

  countRetry(): void {
    this.#retries += 1;
  }

  /**
   * Whether this 429 answers a request that was made after an earlier 429. Requests that were under way
   * together (through a mirror) and are refused together count as one.
   */
  isRateLimitedAgain(request: number): boolean {
    this.#requestsBeforeRateLimit ??= this.#requests;
    return request > this.#requestsBeforeRateLimit;
  }

  /** Counts the documents in a row for which the host did not say a word; any answer ends the row. */
  countSilence(isSilent: boolean): number {
    this.#silentDocuments = isSilent ? this.#silentDocuments + 1 : 0;
    return this.#silentDocuments;
  }
}
