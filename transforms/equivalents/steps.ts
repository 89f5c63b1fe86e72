import { PARTIAL_METHOD } from "../crosswalk/published-method.ts";
import { groupBy, type PublishedPair } from "./bridge-rows.ts";
import { PARTIAL } from "./score.ts";

/** A way from one group to another, and how much of it is sure; `row` is the relation that tells it. */
export type Step = { readonly to: string; readonly share: number; readonly row: string };

/** The steps from each group. */
export type Steps = ReadonlyMap<string, readonly Step[]>;

/** The key of a relation, as `restsOn` names it. */
export function relationKey({
  from_id,
  to_id,
}: {
  readonly from_id: string;
  readonly to_id: string;
}): string {
  return `${from_id} > ${to_id}`;
}

/** Pairs that a publisher tells and does not count: an alternative among three is a third, less where it is partial. */
export function publishedSteps(pairs: readonly PublishedPair[], direction: "onwards" | "backwards"): Steps {
  const ends = pairs.map((pair) => {
    const [from, to] = direction === "onwards" ? [pair.from_id, pair.to_id] : [pair.to_id, pair.from_id];
    return { from, to, pair };
  });
  const groups = groupBy(ends, ({ from }) => from);
  return mapValues(groups, (alternatives) =>
    alternatives.map(({ to, pair }) => ({
      to,
      share: (pair.method === PARTIAL_METHOD ? PARTIAL : 1) / alternatives.length,
      row: relationKey(pair),
    })),
  );
}

/** Pairs with counted entries: the mean of the share that the pair has of the entries of either end. */
export function countedSteps(pairs: readonly PublishedPair[], direction: "onwards" | "backwards"): Steps {
  const counted = pairs.map((pair) => ({ pair, weight: pair.weight ?? 0 }));
  const ofFrom = sumBy(counted, ({ pair }) => pair.from_id);
  const ofTo = sumBy(counted, ({ pair }) => pair.to_id);
  const ends = counted.map(({ pair, weight }) => {
    const shares = [ofFrom.get(pair.from_id), ofTo.get(pair.to_id)].map((sum) => weight / (sum || 1));
    const share = ((shares[0] ?? 0) + (shares[1] ?? 0)) / 2;
    const [from, to] = direction === "onwards" ? [pair.from_id, pair.to_id] : [pair.to_id, pair.from_id];
    return { from, step: { to, share, row: relationKey(pair) } };
  });
  return mapValues(
    groupBy(ends, ({ from }) => from),
    (group) => group.map(({ step }) => step),
  );
}

function sumBy<Item extends { readonly weight: number }>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const item of items) sums.set(keyOf(item), (sums.get(keyOf(item)) ?? 0) + item.weight);
  return sums;
}

function mapValues<Value, Result>(
  map: ReadonlyMap<string, Value>,
  change: (value: Value) => Result,
): Map<string, Result> {
  return new Map([...map].map(([key, value]) => [key, change(value)]));
}
