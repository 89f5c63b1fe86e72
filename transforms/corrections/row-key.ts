import type { Scalar } from "../facts.ts";
import { type FactTable, model } from "../model/model.ts";
import { OWNER_COLUMNS } from "../model/owner-column.ts";

type Keyed = {
  readonly table: string;
  readonly key: Readonly<Record<string, Scalar>>;
  /** `undefined` where `key` names the occupation, too. */
  readonly occupationId: string | undefined;
};

/** The columns that no two rows of a table share, with their values, in the order of the model. */
export function rowKey({ table, key, occupationId }: Keyed): Readonly<Record<string, Scalar>> {
  const owner = OWNER_COLUMNS.get(table as FactTable);
  const columns: readonly string[] = model[table as FactTable].key;
  return Object.fromEntries(
    columns.map((column) => [
      column,
      column === owner && occupationId !== undefined ? occupationId : (key[column] ?? null),
    ]),
  );
}

/** The same as one text, to find a row by. */
export function rowKeyOf(keyed: Keyed): string {
  return `${keyed.table} ${JSON.stringify(rowKey(keyed))}`;
}
