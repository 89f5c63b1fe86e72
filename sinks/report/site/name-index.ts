import MiniSearch, { type SearchResult } from "minisearch";

/** What can be found: an occupation by its place in the list, its title and its other names. */
export type Named = {
  readonly title: string;
  readonly isProfile: boolean;
  readonly names: readonly string[];
};

/** An occupation that was found, and the name that led to it where that is not its title. */
export type Found = { readonly index: number; readonly name: string | null; readonly score: number };

type Entry = {
  readonly id: number;
  readonly index: number;
  readonly name: string;
  readonly isTitle: boolean;
};

/** An index of tens of thousands of names. Prefixes count as words, and errors in typing are forgiven. */
export function createNameIndex(occupations: readonly Named[]): (words: string) => readonly Found[] {
  const entries = entriesOf(occupations);
  const search = new MiniSearch<Entry>({ fields: ["name"], processTerm, tokenize });
  search.addAll(entries);
  return (words) => {
    const results = lenient(search, words);
    return bestOf(results, entries, occupations, fold(words));
  };
}

function entriesOf(occupations: readonly Named[]): Entry[] {
  let id = 0;
  return occupations.flatMap(({ title, names }, index) =>
    [title, ...names].map((name, place) => ({ id: id++, index, name, isTitle: place === 0 })),
  );
}

/** All words must be there; where no name has them all, names with some of them are better than none. */
function lenient(search: MiniSearch<Entry>, words: string): readonly SearchResult[] {
  const options = { prefix: true, fuzzy: errorsForgiven, maxFuzzy: 2, weights: { fuzzy: 0.3, prefix: 0.6 } };
  const all = search.search(words, { ...options, combineWith: "AND" });
  return all.length > 0 ? all : search.search(words, { ...options, combineWith: "OR" });
}

/** One error in a short word, two in a long one; none in three letters, where it would make another word. */
function errorsForgiven(term: string): number | boolean {
  if (term.length < 4) return false;
  return term.length < 8 ? 1 : 2;
}

/** Each occupation once, by its best name. Titles count more than other names, profiles more than codes. */
function bestOf(
  results: readonly SearchResult[],
  entries: readonly Entry[],
  occupations: readonly Named[],
  folded: string,
): readonly Found[] {
  const best = new Map<number, Found>();
  for (const result of results) {
    const entry = entries[result.id as number];
    if (entry === undefined) continue;
    const score = result.score * weightOf(entry, occupations[entry.index], folded);
    if (score <= (best.get(entry.index)?.score ?? 0)) continue;
    best.set(entry.index, { index: entry.index, name: entry.isTitle ? null : entry.name, score });
  }
  return [...best.values()].toSorted((one, other) => other.score - one.score || one.index - other.index);
}

function weightOf({ name, isTitle }: Entry, named: Named | undefined, folded: string): number {
  const own = fold(name);
  const nearness = own === folded ? 3 : own.startsWith(folded) ? 1.5 : 1;
  return nearness * (isTitle ? 1.5 : 1) * (named?.isProfile === true ? 1.5 : 1);
}

function tokenize(text: string): string[] {
  return text.split(/[^\p{L}\p{N}'’]+/u).filter((word) => word !== "");
}

function processTerm(term: string): string {
  return fold(term).replaceAll("'", "");
}

function fold(words: string): string {
  return words.normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll("’", "'").toLowerCase().trim();
}
