import type { CauseKind, Change, ChangeGroup } from "../model/change.ts";
import { TABLES } from "../model/model.ts";

/** The editions of a source in two versions. */
export type Editions = Pick<ChangeGroup, "edition_before" | "edition_after">;

/** Counts changes by source, causes and table. */
export type Summary = {
  readonly note: (sourceId: string | null, causes: readonly CauseKind[], change: CountedChange) => void;
  /** By source, causes, and table in the order of the model. */
  readonly groups: () => readonly ChangeGroup[];
};

export type CountedChange = Pick<Change, "table" | "change"> & { readonly rows?: number };

type Counts = Record<Change["change"], number>;

const POSITIONS = new Map(TABLES.map(({ name }, position) => [name, position]));

export function createSummary(editionsOf: (sourceId: string) => Editions): Summary {
  const groups = new Map<string, ChangeGroup & Counts>();
  const groupOf = (source_id: string | null, causes: readonly CauseKind[], table: string) => {
    const name = JSON.stringify([source_id, causes, table]);
    const known = groups.get(name);
    if (known !== undefined) return known;
    const editions =
      source_id === null ? { edition_before: null, edition_after: null } : editionsOf(source_id);
    const group = { source_id, causes: [...causes], table, added: 0, removed: 0, changed: 0, ...editions };
    groups.set(name, group);
    return group;
  };
  return {
    note: (sourceId, causes, { table, change, rows = 1 }) => {
      const counts: Counts = groupOf(sourceId, causes, table);
      counts[change] += rows;
    },
    groups: () => [...groups.values()].sort(inOrder),
  };
}

function inOrder(one: ChangeGroup, other: ChangeGroup): number {
  const placeOf = ({ table }: ChangeGroup) => POSITIONS.get(table) ?? POSITIONS.size;
  return (
    byText(one.source_id ?? "\uffff", other.source_id ?? "\uffff") ||
    byText(one.causes.join(), other.causes.join()) ||
    placeOf(one) - placeOf(other)
  );
}

function byText(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
