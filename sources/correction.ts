type Value = string | number | null;

/** A value that a publisher has wrong, what it should be, and how we know: reviewed by a person, in `corrections.ts`. */
export type Correction = {
  readonly occupationId: string;
  /** Table and column of the dataset. */
  readonly table: string;
  readonly column: string;
  /** The other columns of the table's key; those that are left out are NULL. */
  readonly key: Readonly<Record<string, string | number>>;
  /** What we expect to find. Where the publisher says anything else, nothing is corrected. */
  readonly published: Value;
  readonly corrected: Value;
  /** Why the published value is wrong. */
  readonly reason: string;
  /** Where that can be seen: an address, and the words that stand there. */
  readonly evidence: { readonly url: string; readonly words: string };
  /** ISO date of the review. */
  readonly since: string;
};
