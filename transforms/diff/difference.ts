import type { Change, Values } from "../model/change.ts";
import type { TableShape } from "../model/table.ts";
import { comparedColumns } from "./compared-tables.ts";

/** A row of one key in two versions; `undefined` where a version does not have it. */
export type RowPair = {
  readonly table: TableShape;
  readonly before: Values | undefined;
  readonly after: Values | undefined;
};

/** Whether two rows say the same, wherever they were read. A missing row says what another missing row says. */
export function saysTheSame(table: TableShape, one: Values | undefined, other: Values | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return comparedColumns(table).every((column) => valueIn(one, column) === valueIn(other, column));
}

/** What of a row was added, removed or changed: enough to make the one row out of the other. */
export function differenceOf({ table, before, after }: RowPair): Omit<Change, "causes"> {
  const { name, key } = table;
  const keyOf = (row: Values) => pick(row, key);
  if (before === undefined && after === undefined) throw new Error(`${name}: there is no row to compare.`);
  if (before === undefined)
    return { table: name, change: "added", key: keyOf(after ?? {}), before: null, after: after ?? null };
  if (after === undefined) return { table: name, change: "removed", key: keyOf(before), before, after: null };
  const differing = Object.keys(table.columns).filter(
    (column) => valueIn(before, column) !== valueIn(after, column),
  );
  return {
    ...{ table: name, change: "changed", key: keyOf(after) },
    before: pick(before, differing),
    after: pick(after, differing),
  };
}

/** The whole rows of a change; of a changed one, what is known of it: its key and the columns that differ. */
export function rowsOf({ key, before, after }: Change): {
  readonly before: Values | undefined;
  readonly after: Values | undefined;
} {
  const whole = (row: Values | null) => (row === null ? undefined : { ...key, ...row });
  return { before: whole(before), after: whole(after) };
}

function pick(row: Values, columns: readonly string[]): Values {
  return Object.fromEntries(columns.map((column) => [column, valueIn(row, column)]));
}

/** A version of an older schema has no such column: it says nothing there. */
function valueIn(row: Values, column: string) {
  return row[column] ?? null;
}
