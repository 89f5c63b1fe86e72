import type { HostStatistics } from "../../sources/fetching/fetcher.ts";
import type { Comparison } from "../build/reconcile.ts";
import type { RunChanges } from "./run-changes.ts";

/** How a run ended. degraded: something was carried forward; refused: a check; failed: nothing could be reached. */
export type Outcome = "published" | "unchanged" | "degraded" | "refused" | "failed";

/** What a run did with one source. */
export type SourceReport = {
  readonly id: string;
  /** fresh, carried-forward, or sample; absent: nothing of it is published. */
  readonly state: string;
  readonly requests: number;
  readonly fetched: number;
  readonly unchanged: number;
  /** Taken over from an unfinished run without asking again. */
  readonly resumed: number;
  readonly failed: number;
  readonly parsed: number;
  readonly rejected: number;
  readonly facts: number;
  /** Why something was carried forward, or is missing. */
  readonly reasons: readonly string[];
};

/** A document that was refused, and is tried again when it or the program changes. */
export type QuarantinedReport = {
  readonly url: string;
  readonly source: string;
  /** ISO time of the first refusal. */
  readonly since: string;
  readonly reason: string;
};

/** A document that a run asked for and could not have, or could not read. */
export type FailureReport = {
  readonly source: string;
  readonly url: string;
  /** not-whole, timeout, gone, rejected … */
  readonly kind: string;
  readonly message: string;
};

/** A source that a run did not ask for, because it was not due. */
export type NotDueReport = {
  readonly source: string;
  /** ISO time. */
  readonly due: string;
  /** "2026-11-30 02:30 America/New_York" */
  readonly due_there: string;
  readonly why: string;
};

export type IssueCounts = { readonly error: number; readonly warning: number; readonly info: number };

/** How the main job ended, where it came to an end. */
export type RefreshResult = {
  readonly outcome: Outcome;
  /** For the operator: what it means, and what to do. */
  readonly message: string;
  /** The latest version now; NULL where nothing is published. */
  readonly version: string | null;
  readonly isNew: boolean;
  /** Of the latest version against the one before this run; NULL where the run did not come to a version. */
  readonly changes: RunChanges | null;
  readonly sources: readonly SourceReport[];
  /** How often sources that say the same thing agree; empty where this run built no version. */
  readonly comparisons: readonly Comparison[];
  readonly hosts: Readonly<Record<string, HostStatistics>>;
  readonly issues: IssueCounts;
  /** Of this run: what `retry` asks for again. */
  readonly failures: readonly FailureReport[];
  readonly notDue: readonly NotDueReport[];
  /** Of all sources, by address. */
  readonly quarantine: readonly QuarantinedReport[];
};
