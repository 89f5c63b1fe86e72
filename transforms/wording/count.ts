const GROUPED = /^(?:[1-9]\d{0,2}(?:,\d{3})*|0)$/;
const MILLIONS = /^((?:[1-9]\d{0,2}|0)(?:\.\d{1,2})?) million$/;

/** Pattern source for a count of persons in prose: "194,800", "1.4 million". */
export const COUNT = "\\d{1,3}(?:,\\d{3})*(?:\\.\\d+)?(?: million)?";

/** "194,800" → 194800, "1.4 million" → 1400000; `undefined` for anything else. */
export function countOf(words: string): number | undefined {
  if (GROUPED.test(words)) return Number(words.replaceAll(",", ""));
  const millions = MILLIONS.exec(words)?.[1];
  return millions === undefined ? undefined : Math.round(Number(millions) * 1_000_000);
}

/** "-12,400" (hyphen or minus sign) → -12400; `undefined` for anything else. */
export function signedCountOf(words: string): number | undefined {
  const negative = /^[-−–]/.test(words);
  const count = GROUPED.test(words.slice(negative ? 1 : 0))
    ? countOf(words.slice(negative ? 1 : 0))
    : undefined;
  return count === undefined || !negative || count === 0 ? count : -count;
}

/** Whether a rounded count ("1.4 million") and an exact one (1,422,700) can be the same number. */
export function isSameCount(rounded: string, exact: number): boolean {
  const count = countOf(rounded);
  const millions = MILLIONS.exec(rounded)?.[1];
  if (count === undefined) return false;
  if (millions === undefined) return count === exact;
  const decimals = millions.split(".")[1]?.length ?? 0;
  return Math.abs(count - exact) <= 0.5 * 1_000_000 * 10 ** -decimals;
}
