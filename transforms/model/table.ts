import { z } from "zod";
import type { Column } from "./column.ts";

export type Columns = Readonly<Record<string, Column>>;

/** A row as TypeScript sees it. */
export type RowOf<C extends Columns> = {
  -readonly [K in keyof C]: C[K] extends Column<infer T> ? T : never;
};

/** One table of the dataset. */
export type Table<C extends Columns = Columns> = {
  readonly name: string;
  readonly description: string;
  readonly columns: C;
  /** Columns that no two rows share; rows are stored, hashed and written in this order. NULL counts as a value. */
  readonly key: readonly (keyof C & string)[];
  /** Validates a whole row; unknown columns are refused. */
  readonly row: z.ZodType<RowOf<C>>;
};

/** What a table looks like, for whoever renders every table alike. */
export type TableShape = Omit<Table, "row">;

export function table<const C extends Columns>(
  name: string,
  description: string,
  key: readonly (keyof C & string)[],
  columns: C,
): Table<C> {
  const shape = Object.fromEntries(Object.entries(columns).map(([column, { schema }]) => [column, schema]));
  return { name, description, columns, key, row: z.strictObject(shape) as unknown as z.ZodType<RowOf<C>> };
}
