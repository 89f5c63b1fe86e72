/** Bounds of every wait and every try. Times are in milliseconds. */
export type FetchLimits = {
  readonly connectMilliseconds: number;
  /** From asking, connecting included, until the last header is here. */
  readonly headersMilliseconds: number;
  /** Between two pieces of a body. */
  readonly bodyIdleMilliseconds: number;
  /** One attempt as a whole: what ends a body that drips. */
  readonly attemptMilliseconds: number;
  /** How often one document is asked for, the first time included. */
  readonly maximumAttempts: number;
  readonly maximumRedirects: number;
  /** The longest wait that a publisher can impose (Retry-After, Crawl-delay): beyond it, the host is parked. */
  readonly longestWaitMilliseconds: number;
  /** The pause before the second attempt; it doubles from there. */
  readonly firstBackOffMilliseconds: number;
  readonly longestBackOffMilliseconds: number;
  /** So many documents in a row that could not be had for want of a connection, and the host is parked. */
  readonly silentDocumentsInARow: number;
};

export const usualLimits: FetchLimits = {
  connectMilliseconds: 10_000,
  headersMilliseconds: 30_000,
  bodyIdleMilliseconds: 30_000,
  attemptMilliseconds: 120_000,
  maximumAttempts: 4,
  maximumRedirects: 5,
  longestWaitMilliseconds: 300_000,
  firstBackOffMilliseconds: 1_000,
  longestBackOffMilliseconds: 30_000,
  silentDocumentsInARow: 5,
};
