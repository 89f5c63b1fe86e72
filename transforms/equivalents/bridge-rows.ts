/** What the bridge between the countries is composed from: rows of the dataset, in the order of their keys. */
export type BridgeRows = {
  readonly occupations: readonly BridgeOccupation[];
  readonly names: readonly { readonly occupation_id: string; readonly name: string }[];
  /** Relations of kind `equivalent` that publishers tell or support: nothing that was computed. */
  readonly equivalents: readonly PublishedPair[];
  /** Relations of kind `covers`. */
  readonly covers: readonly { readonly from_id: string; readonly to_id: string }[];
};

export type BridgeOccupation = {
  readonly id: string;
  readonly scheme: string;
  readonly level: string;
  readonly title: string;
  readonly parent_id: string | null;
};

export type PublishedPair = {
  readonly from_id: string;
  readonly to_id: string;
  readonly method: string;
  readonly weight: number | null;
};

/** A counterpart in the other country, as a row of `relation` without where it was read. */
export type Counterpart = {
  readonly from_id: string;
  readonly to_id: string;
  readonly method: string;
  readonly score: number;
  /** Paths through the crosswalks; 0 where names alone tell it. */
  readonly weight: number;
  /** The rows that it rests on: `from > to` for a relation, `id: name` for a name, `id` for a title. */
  readonly restsOn: readonly string[];
};

export function schemeOf(id: string): string {
  return id.slice(0, id.indexOf("/"));
}

export function groupBy<Item>(items: Iterable<Item>, keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
