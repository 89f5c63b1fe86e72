/** Rows of one shape without the repetition: the names of the columns once, and the values of each row. */
export type Columnar = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
};

/** All rows must have the columns of the first, in its order. */
export function columnar(rows: readonly Readonly<Record<string, unknown>>[]): Columnar {
  const columns = Object.keys(rows[0] ?? {});
  return { columns, rows: rows.map((row) => columns.map((column) => row[column])) };
}

/** The rows as they were. */
export function rowsOf<R>({ columns, rows }: Columnar): readonly R[] {
  return rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]])) as R);
}
