import type { FetchFailureKind } from "./fetcher.ts";

/**
 * Whether asking again may help: `no`; `once`, where the publisher seems to mean it; `patiently`, up to the
 * maximum of attempts; `as-told`, after the wait that the publisher asks for, whatever was tried before.
 */
export type SecondChance = "no" | "once" | "patiently" | "as-told";

/** An attempt that did not bring the document. */
export type FetchFailure = {
  readonly kind: FetchFailureKind;
  readonly status: number | undefined;
  /** What happened, where, what it means, what to do: two or three sentences. */
  readonly message: string;
  readonly again: SecondChance;
  /** How long the publisher wants to be left alone. */
  readonly retryAfterMilliseconds?: number | undefined;
  /** Nothing more is asked of this host in this run. */
  readonly parks?: boolean;
  /** The address of another document that the publisher sends to. */
  readonly leadsTo?: string;
};

/** An attempt's result: either what was wanted, or why not. */
export type Attempted<Wanted> = { readonly wanted: Wanted } | { readonly failure: FetchFailure };
