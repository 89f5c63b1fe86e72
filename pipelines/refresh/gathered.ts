import type { Capture } from "../../sources/archive/capture.ts";
import type { FetchFailureKind } from "../../sources/fetching/fetcher.ts";
import type { DocumentAddress } from "../../sources/source.ts";

/** What a run knows of a source when all its documents have been asked for. */
export type Gathered = {
  readonly roots: readonly GatheredDocument[];
  /** The documents that the roots list, and those that stay without being listed; empty where a root could not be renewed. */
  readonly documents: readonly GatheredDocument[];
  readonly counts: Readonly<GatherCounts>;
  /** What this run asked for and could not have, or could not read. */
  readonly failed: readonly GatheredDocument[];
};

/** A document after it was asked for. */
export type GatheredDocument = {
  readonly address: DocumentAddress;
  /** The newest capture that could be read, of this run or an earlier one; `undefined` where there is none. */
  readonly capture: Capture | undefined;
  readonly trouble: Trouble | undefined;
  /** Why the capture could not be measured by the last good one. */
  readonly notCompared?: string | undefined;
};

/** Why a document could not be renewed. */
export type Trouble = {
  readonly kind: FetchFailureKind | "rejected" | "not-archived";
  readonly message: string;
  /** In how many rounds in a row the address was dead, this one included. */
  readonly goneRounds?: number;
  /** The address of the profile that the publisher sends to instead. */
  readonly movedTo?: string;
};

export type GatherCounts = {
  /** Requests that brought a new body. */
  fetched: number;
  /** Documents that the publisher says are unchanged, or that came again byte for byte. */
  unchanged: number;
  /** Documents that an unfinished round already had. */
  resumed: number;
  failed: number;
  parsed: number;
  rejected: number;
};

const LASTING: ReadonlySet<Trouble["kind"]> = new Set([
  "rejected",
  "gone",
  "redirected-away",
  "not-the-document",
  "too-large",
  "robots",
] as const);

/** Trouble that another try may end: the round stays open for it. */
export function isPassing({ kind }: Trouble): boolean {
  return !LASTING.has(kind);
}

/** An address that is dead in so many rounds in a row is no longer a document: one absence is not a removal. */
export const GONE_ROUNDS = 3;
