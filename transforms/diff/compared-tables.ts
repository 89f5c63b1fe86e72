import { COLUMNS_OUTSIDE_THE_HASH, TABLES, TABLES_OUTSIDE_THE_HASH, type TableName } from "../model/model.ts";
import type { TableShape } from "../model/table.ts";

/** The tables that two versions can differ by: those of the content hash. */
export const COMPARED_TABLES: readonly TableShape[] = TABLES.filter(
  ({ name }) => !TABLES_OUTSIDE_THE_HASH.has(name as TableName),
);

/** The columns that a row can differ by: where and when it was read is no difference. */
export function comparedColumns({ columns }: TableShape): readonly string[] {
  return Object.keys(columns).filter((column) => !COLUMNS_OUTSIDE_THE_HASH.has(column));
}

/** The columns that tell where a row was read. */
export function placeColumns({ columns }: TableShape): readonly string[] {
  return ["capture_id", "locator", "raw"].filter((column) => column in columns);
}
