/** The first and the last year of a projection. */
export type Edition = { readonly base: number; readonly target: number };

/** The publisher projects ten years, and once twelve. */
const LONGEST_SPAN = 12;

/**
 * The edition that words name: “2024–2034”, “2014-24”, “2014 and projected 2024”; `undefined` where they name none, or
 * more than one.
 */
export function editionIn(words: string): Edition | undefined {
  const spans = [...words.matchAll(/\b(\d{4})(?:\s?[-–]\s?| and projected )(\d{4}|\d{2})\b/g)].flatMap(
    ([, first = "", second = ""]) => editionOf(first, second) ?? [],
  );
  const [edition, ...others] = spans;
  const isOne = others.every(({ base, target }) => base === edition?.base && target === edition.target);
  return isOne ? edition : undefined;
}

function editionOf(first: string, second: string): Edition | undefined {
  const base = Number(first);
  const target = Number(second.length === 2 ? first.slice(0, 2) + second : second);
  return target > base && target - base <= LONGEST_SPAN ? { base, target } : undefined;
}

/** Pattern source for the span in a header: “2024–34”, “2024-2034”. */
export function spanPattern({ base, target }: Edition): string {
  return `${base}\\s?[-–]\\s?(?:${target}|${String(target).slice(2)})`;
}
