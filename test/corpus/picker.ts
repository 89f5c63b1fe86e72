/** Chooses one of `count` places. */
export type Pick = (count: number) => number;

/** The same places on every run, others for every seed: the small generator “mulberry32”, seeded by words. */
export function picker(seed: string): Pick {
  let state = [...seed].reduce(
    (sum, letter) => Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 0x01000193),
    0x811c9dc5,
  );
  return (count) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * count);
  };
}

/** One of a list; `undefined` where it is empty. */
export function pickOf<Item>(list: readonly Item[], pick: Pick): Item | undefined {
  return list.length === 0 ? undefined : list[pick(list.length)];
}
