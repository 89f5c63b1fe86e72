import type { BodyExpectation } from "./body-expectation.ts";

/** Validators exactly as the publisher sent them. */
export type Validators = { readonly etag: string | undefined; readonly lastModified: string | undefined };

export type FetchRequest = {
  readonly url: string;
  readonly expectation: BodyExpectation;
  /** Replayed as received; absent = the document is asked for unconditionally. */
  readonly validators?: Validators | undefined;
};

/** A whole, checked response. */
export type FetchedResponse = {
  readonly url: string;
  /** Where it was found: equals `url` but for an allowed redirect within the site (http→https, trailing slash). */
  readonly finalUrl: string;
  readonly status: number;
  readonly mediaType: string;
  /** Unpacked, exactly as the publisher meant it. */
  readonly body: Buffer;
  /** Selected response headers, lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly validators: Validators;
  /** ISO time of arrival. */
  readonly fetchedAt: string;
};

/** Why a document could not be had. */
export type FetchFailureKind =
  | "blocked" // 403, block page: the host is parked
  | "parked" // not asked: the host was parked earlier in this run
  | "rate-limited" // second 429: the host is parked
  | "robots" // robots.txt forbids the address, or cannot be read
  | "budget" // the host's requests for today are used up
  | "gone" // 404, 410, soft 404
  | "redirected-away" // leads to another document
  | "not-whole" // cut off, wrong length, no end
  | "not-the-document" // wrong type, wrong canonical address, landmark missing, empty, bad charset
  | "too-large"
  | "timeout"
  | "network" // DNS, TLS, refused, reset
  | "status"; // any other status, after retries

export type FetchOutcome =
  | { readonly outcome: "fetched"; readonly response: FetchedResponse }
  | { readonly outcome: "unchanged"; readonly checkedAt: string }
  | {
      readonly outcome: "failed";
      readonly kind: FetchFailureKind;
      readonly status: number | undefined;
      /** What happened, where, what it means, what to do: two or three sentences. */
      readonly message: string;
      /** Where the publisher sends those who ask, where that is another document. */
      readonly leadsTo?: string;
    };

/** What was asked of one host in this run. */
export type HostStatistics = {
  readonly requests: number;
  readonly bytes: number;
  readonly retries: number;
  /** Why nothing more is asked in this run, where that is so. */
  readonly parked: string | undefined;
};

/** Asks publishers, politely. The only thing that touches the network. */
export type Fetcher = {
  readonly fetch: (request: FetchRequest) => Promise<FetchOutcome>;
  readonly statistics: () => Readonly<Record<string, HostStatistics>>;
  readonly close: () => Promise<void>;
};
