/** What a figure is about, as far as it tells whether that is the whole occupation. */
type Delimited = { readonly group_title: string | null; readonly industry_id?: string | null };

/** A figure of the whole occupation, in all industries. */
export function isWhole({ group_title, industry_id }: Delimited): boolean {
  return group_title === null && (industry_id ?? null) === null;
}

/** The rows of the latest period that there is; undated ones where none has a date. */
export function latestOf<R extends { readonly reference_period: string | null }>(
  rows: readonly R[],
): readonly R[] {
  const last = rows.reduce((latest, { reference_period }) => later(latest, reference_period), "");
  return rows.filter(({ reference_period }) => (reference_period ?? "") === last);
}

function later(one: string, other: string | null): string {
  return other !== null && other > one ? other : one;
}

/** Rows by the value of one column, in the order in which the values come. */
export function groupedBy<R, K>(
  rows: readonly R[],
  keyOf: (row: R) => K,
): readonly (readonly [K, readonly R[]])[] {
  const groups = new Map<K, R[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return [...groups];
}
