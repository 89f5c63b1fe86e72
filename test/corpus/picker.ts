/** Chooses one of `count` places. */
export type Pick = (count: number) => number;

/** The same places on every run: a small generator of numbers, seeded by words. */
export function picker(seed: string): Pick {
  let state = [...seed].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0, 7);
  return (count) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
}
