import type { DocumentRow } from "./select-rows.ts";

/** Rows that share some columns: those columns, and the rest of each row. */
export type RowGroup = { readonly shared: DocumentRow; readonly rows: readonly DocumentRow[] };

/** Groups rows by the values of some columns; groups and rows stay in the order in which they came. */
export function groupRows(rows: readonly DocumentRow[], columns: readonly string[]): readonly RowGroup[] {
  const groups = new Map<string, { shared: DocumentRow; rows: DocumentRow[] }>();
  for (const row of rows) {
    const shared = pick(row, columns);
    const key = JSON.stringify(shared);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { shared, rows: [row] });
    else group.rows.push(row);
  }
  return [...groups.values()];
}

/** The named columns of a row, in that order. */
export function pick(row: DocumentRow, columns: readonly string[]): DocumentRow {
  return Object.fromEntries(columns.map((column) => [column, row[column]]));
}
