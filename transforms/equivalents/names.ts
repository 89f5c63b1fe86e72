import { type BridgeRows, schemeOf } from "./bridge-rows.ts";
import { isRole, nameKey, wordsOf } from "./words.ts";

/** A name of an occupation, taken apart; `row` is the row that tells it. */
export type Name = { readonly words: readonly string[]; readonly row: string };

/** The names of an occupation, each once; the first is its title. */
export type Names = ReadonlyMap<string, readonly Name[]>;

export function namesOf({ occupations, names }: BridgeRows, schemes: readonly string[]): Names {
  const found = new Map<string, Name[]>();
  for (const { id, scheme, title } of occupations)
    if (schemes.includes(scheme)) found.set(id, [{ words: wordsOf(title), row: id }]);
  for (const { occupation_id, name } of names)
    if (schemes.includes(schemeOf(occupation_id)))
      found.get(occupation_id)?.push({ words: wordsOf(name), row: `${occupation_id}: ${name}` });
  return new Map([...found].map(([id, own]) => [id, distinct(own)]));
}

/** Names that differ, by their words; a name without words is none. */
export function distinct(names: readonly Name[]): Name[] {
  const seen = new Set<string>();
  return names.filter(({ words }) => {
    const key = nameKey(words);
    if (key === "" || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Words that few occupations have tell more than words of many; words for roles tell half. */
export type WeightOf = (word: string) => number;

const ROLE_WEIGHT = 0.5;

/** `ln(occupations / occupations with the word in any name)`. */
export function weighWords(all: readonly Names[]): WeightOf {
  const having = new Map<string, number>();
  let count = 0;
  for (const names of all)
    for (const own of names.values()) {
      count++;
      for (const word of new Set(own.flatMap(({ words }) => words)))
        having.set(word, (having.get(word) ?? 0) + 1);
    }
  const weights = new Map(
    [...having].map(([word, own]) => [word, Math.log(count / own) * (isRole(word) ? ROLE_WEIGHT : 1)]),
  );
  const unheard = Math.log(Math.max(count, 1));
  return (word) => weights.get(word) ?? unheard * (isRole(word) ? ROLE_WEIGHT : 1);
}

export function weightOfAll(words: readonly string[], weightOf: WeightOf): number {
  return words.reduce((sum, word) => sum + weightOf(word), 0);
}
