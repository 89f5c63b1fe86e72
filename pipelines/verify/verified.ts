/** What one part of a verification came to. */
export type Verified = {
  /** What was looked at. */
  readonly part: "files" | "rows" | "archive" | "latest" | "rebuild" | "provenance";
  /** How much was looked at, in words: "1,204 files". */
  readonly looked_at: string;
  /** A sentence for each thing that is wrong; nothing where all is as it was published. */
  readonly problems: readonly string[];
  /** What could not be told, and why. */
  readonly notes: readonly string[];
};

/** So many problems of one part are told; the others are counted. */
const MOST_TOLD = 20;

/** The first problems, and how many more there are. */
export function firstOf(problems: readonly string[]): readonly string[] {
  const more = problems.length - MOST_TOLD;
  return more <= 0 ? problems : [...problems.slice(0, MOST_TOLD), `And ${more} more of the kind.`];
}
