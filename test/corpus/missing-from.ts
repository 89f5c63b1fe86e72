/** What stands in one list and not in the other, as often as it stands there. */
export function missingFrom(list: readonly string[], other: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const one of other) left.set(one, (left.get(one) ?? 0) + 1);
  return list.filter((one) => {
    const count = left.get(one) ?? 0;
    left.set(one, count - 1);
    return count <= 0;
  });
}

/** What only one of two readings has. */
export function differences(first: readonly string[], second: readonly string[]) {
  return { missing: missingFrom(second, first), extra: missingFrom(first, second) };
}

export const SAME = { missing: [], extra: [] };
