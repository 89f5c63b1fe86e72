/** What stands at a place of an archived document, white space folded. */
export type Found = {
  /** The words of the place, whole. */
  readonly words: string;
  /** What it says beside its words: where a link leads, what an attribute holds. */
  readonly beside: readonly string[];
  /** An element of a page may say more than one fact takes from it; a cell may not. */
  readonly isWide: boolean;
  /** Where the place holds a number. */
  readonly number: number | undefined;
  /** The prose of the place as Markdown, block by block. */
  readonly prose: () => readonly string[];
  /** The cells of a place that has several, or one: their rows, from 0. */
  readonly rows: { readonly from: number; readonly to: number };
  /** The words of every cell of the column that the place stands in, from the first row of the sheet. */
  readonly column: () => readonly string[];
};

/** A place that holds words, and what else is known of it. */
export function foundWords(words: string, more: Partial<Found> = {}): Found {
  return {
    words,
    beside: [],
    isWide: false,
    number: undefined,
    prose: () => [words],
    rows: { from: 0, to: 0 },
    column: () => [words],
    ...more,
  };
}
