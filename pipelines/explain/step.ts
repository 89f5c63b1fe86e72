/** One step of the way from the published words to a value: only what the words themselves show. */
export type Step = {
  readonly column: string;
  readonly value: string | number;
  /** The part of the published words that says so. */
  readonly words: string;
  /** How the words are understood, where that needs to be said. */
  readonly rule: string | null;
};

/** What steps are found for: the values of a row, and the words that stand at its places. */
export type Explained = {
  readonly sourceId: string;
  readonly table: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly words: readonly string[];
};
