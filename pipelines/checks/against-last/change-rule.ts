import type { DocumentFacts } from "./document-facts.ts";

/** A rule that a document must keep against its last good copy. */
export type ChangeRule = {
  /** The name that `--accept` takes. */
  readonly rule: string;
  /** What a breach would do to a consumer; one line for the README. */
  readonly protects: string;
  /** The breaches, each told in words. */
  readonly find: (before: DocumentFacts, now: DocumentFacts) => readonly string[];
};
