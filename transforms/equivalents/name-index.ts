import { type Name, type Names, type WeightOf, weightOfAll } from "./names.ts";
import { LEAST_AGREEMENT } from "./score.ts";

/** A name of an occupation in the index. */
export type IndexedName = { readonly id: string; readonly name: Name; readonly weight: number };

/** All names of one side, found by their words. */
export type NameIndex = {
  /**
   * Visits the names that agree with words: the agreement is twice the weight of the shared words, by the weight of all
   * words of both, and 1 for equal names.
   */
  readonly visit: (words: readonly string[], see: (found: IndexedName, agreement: number) => void) => void;
  readonly countOf: (id: string) => number;
};

export function indexNames(names: Names, weightOf: WeightOf): NameIndex {
  const entries = [...names].flatMap(([id, own]) =>
    own.map((name): IndexedName => ({ id, name, weight: weightOfAll(name.words, weightOf) })),
  );
  const places = placesByWord(entries);
  // One buffer for all questions: what is shared with each name, cleared after each.
  const shared = new Float64Array(entries.length);
  return {
    visit: (words, see) => {
      const own = weightOfAll(words, weightOf);
      const touched: number[] = [];
      for (const word of words) {
        const weight = weightOf(word);
        for (const at of weight > 0 ? (places.get(word) ?? []) : []) {
          const before = shared[at] ?? 0;
          if (before === 0) touched.push(at);
          shared[at] = before + weight;
        }
      }
      for (const at of touched) {
        const found = entries[at];
        const agreement = (2 * (shared[at] ?? 0)) / (own + (found?.weight ?? 0));
        shared[at] = 0;
        if (found !== undefined && agreement >= LEAST_AGREEMENT) see(found, agreement);
      }
    },
    countOf: (id) => names.get(id)?.length ?? 0,
  };
}

function placesByWord(entries: readonly IndexedName[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [at, { name }] of entries.entries())
    for (const word of name.words) {
      const known = places.get(word);
      if (known === undefined) places.set(word, [at]);
      else known.push(at);
    }
  return places;
}
