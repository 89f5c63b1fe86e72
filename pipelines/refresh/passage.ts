import type { RegisteredSource } from "../registry.ts";
import type { Due } from "../schedule/due.ts";
import type { Decision } from "./decide.ts";
import type { Gathered } from "./gathered.ts";
import type { PublishedSource } from "./published-documents.ts";
import type { DocumentsReader } from "./read-document.ts";

/** A source on its way through a run. */
export type Passage = {
  readonly registered: RegisteredSource;
  /** The state of the program's files that decide what its documents become. */
  readonly fingerprint: string;
  readonly reader: DocumentsReader;
  /** When it is due, where it was not asked because it is not yet. */
  readonly notDue: Due | undefined;
  /** `undefined` where the source was not chosen. */
  readonly gathered: Gathered | undefined;
  /** Requests that this run sent for it. */
  readonly requests: number;
  readonly published: PublishedSource;
  readonly decision: Decision;
  /** The store holds the sample that ships with the program. */
  readonly isSample: boolean;
};
