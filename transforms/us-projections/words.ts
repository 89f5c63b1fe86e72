/** “13-2011”, and “="13-2011"” of exports → 13-2011; `undefined` for anything else. */
export function codeOf(words: string): string | undefined {
  const [, plain, formula] = /^(?:(\d{2}-\d{4})|="(\d{2}-\d{4})")$/.exec(words) ?? [];
  return plain ?? formula;
}

const TITLE =
  /^(?<title>[^*]*?[^*\s])(?:\s*(?:\[\d+\]|\(\d+\)))*(?:\s+Show\/hide Example Job Titles)?(?:\s*\*.*)?$/;

/**
 * “Chief executives(1)”, “Actors * Actor Understudy* Actress” of exports → the title; `undefined` for anything else. The
 * examples after the asterisks are left out.
 */
export function titleOf(words: string): string | undefined {
  return TITLE.exec(words)?.groups?.title;
}

/** What stands where the publisher gives no value. */
export function isNotGiven(words: string): boolean {
  return words === "—" || words === "N/A";
}

const NUMBER = /^[-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;

/** “1,397.7” → 1397.7, “−0.5” → −0.5; `undefined` for anything else. */
export function numberOf(words: string): number | undefined {
  return NUMBER.test(words) ? Number(words.replaceAll(",", "").replace("−", "-")) : undefined;
}

/** 1397.7 thousand are 1,397,700 persons. */
export function personsOf(thousands: number): number {
  return Math.round(thousands * 1_000);
}
