import type { IndexedName, NameIndex } from "./name-index.ts";
import type { Name, Names } from "./names.ts";
import { workKey } from "./words.ts";

/** How well the names of two occupations agree. */
export type NamesAgree = {
  /** The best agreement of a title with any name of the other. */
  readonly title: number;
  /** The mean, over the names of the one side, of each name's best agreement with the other side. */
  readonly names: number;
  /** The rows of the two names that agree best. */
  readonly best: readonly string[];
};

/** The names of an occupation, its titles among them. */
export type OwnNames = { readonly titles: readonly Name[]; readonly names: readonly Name[] };

export function agreementOf({ title, names }: NamesAgree): number {
  return (title + names) / 2;
}

/** The agreement with every occupation of an index; the mean is over the occupation's own names. */
export function compareOwnNames({ titles, names }: OwnNames, index: NameIndex): Map<string, NamesAgree> {
  const sums = new Map<string, number>();
  for (const name of names)
    for (const [id, { agreement }] of bestOf([name], index)) sums.set(id, (sums.get(id) ?? 0) + agreement);
  return joined(bestOf(titles, index), bestOf(names, index), (id) => (sums.get(id) ?? 0) / names.length);
}

/** The same, where the others have fewer names: the mean is over the names of each of them. */
export function compareIndexedNames({ titles, names }: OwnNames, index: NameIndex): Map<string, NamesAgree> {
  const best = new Map<IndexedName, number>();
  for (const { words } of names)
    index.visit(words, (found, agreement) => {
      if (agreement > (best.get(found) ?? 0)) best.set(found, agreement);
    });
  const sums = new Map<string, number>();
  for (const [{ id }, agreement] of best) sums.set(id, (sums.get(id) ?? 0) + agreement);
  return joined(
    bestOf(titles, index),
    bestOf(names, index),
    (id) => (sums.get(id) ?? 0) / Math.max(index.countOf(id), 1),
  );
}

type Best = { readonly agreement: number; readonly rows: readonly string[] };

function bestOf(names: readonly Name[], index: NameIndex): Map<string, Best> {
  const found = new Map<string, Best>();
  for (const { words, row } of names)
    index.visit(words, ({ id, name }, agreement) => {
      if (agreement > (found.get(id)?.agreement ?? 0)) found.set(id, { agreement, rows: [row, name.row] });
    });
  return found;
}

function joined(
  titles: ReadonlyMap<string, Best>,
  all: ReadonlyMap<string, Best>,
  meanOf: (id: string) => number,
): Map<string, NamesAgree> {
  return new Map(
    [...all].map(([id, { rows }]) => {
      const title = titles.get(id);
      return [id, { title: title?.agreement ?? 0, names: meanOf(id), best: title?.rows ?? rows }];
    }),
  );
}

/** Whether two occupations have a name in common, but for the words for roles. */
export function createEqualNames(names: Names): (own: readonly Name[], id: string) => boolean {
  const keys = new Map<string, ReadonlySet<string>>();
  const keysOf = (id: string) => {
    const known = keys.get(id) ?? new Set((names.get(id) ?? []).map(({ words }) => workKey(words)));
    keys.set(id, known);
    return known;
  };
  return (own, id) =>
    own.some(({ words }) => {
      const key = workKey(words);
      return key !== "" && keysOf(id).has(key);
    });
}
