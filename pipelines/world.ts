import type { Network } from "../sources/fetching/create-fetcher.ts";
import type { DocumentReader, Source } from "../sources/source.ts";
import type { Log } from "./monitoring/log.ts";
import type { NewestRound } from "./state/rounds.ts";

/** Where a command writes. */
export type Output = { readonly write: (content: string | Uint8Array) => void };

/** What a text is laid out for. */
export type Layout = { readonly width: number; readonly hasColour: boolean };

/** The source that an address belongs to, and the reader that reads it. */
export type DocumentHome = {
  readonly source: Source;
  readonly kind: string;
  readonly reader: DocumentReader<unknown>;
};

/** A document that a reader refused, and that is tried again after a fix. */
export type QuarantinedDocument = {
  readonly url: string;
  readonly reason: string;
  /** ISO time. */
  readonly since: string;
};

/** What the commands know of the sources. */
export type Registry = {
  readonly sources: readonly Source[];
  readonly sourceOf: (url: string) => DocumentHome | undefined;
  readonly quarantine: (store: string) => readonly QuarantinedDocument[];
  /** When the source was last gone through as a whole. */
  readonly lastRound: (store: string, sourceId: string) => string | undefined;
  /** The newest pass over the source, whole or not. */
  readonly newestRound: (store: string, sourceId: string) => NewestRound | undefined;
};

/** Everything that a command has from outside, but for its own arguments and options. */
export type World = {
  /** Absolute path. */
  readonly store: string;
  readonly now: () => Date;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly isTerminal: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** The result goes to stdout as JSON; whatever else is said goes to stderr. */
  readonly json: boolean;
  /** Nothing but the result and errors. */
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** Aborted when the operator interrupts. */
  readonly signal: AbortSignal;
  readonly registry: Registry;
  /** For programs; people are told on stderr. */
  readonly log: Log;
  /** Other limits, waits and names than the usual ones. */
  readonly network?: Network;
};
