/** A whole wording and what it means. Wordings are tried in order; only a match from end to end counts. */
export type Wording<T> = {
  readonly pattern: RegExp;
  readonly meaning: (groups: Readonly<Record<string, string>>) => T;
};

export function wording<T>(
  pattern: RegExp,
  meaning: (groups: Readonly<Record<string, string>>) => T,
): Wording<T> {
  return { pattern: new RegExp(`^(?:${pattern.source})$`, pattern.flags), meaning };
}

/** What the words mean, or `undefined` where no wording of the table is theirs. */
export function understand<T>(words: string, table: readonly Wording<T>[]): T | undefined {
  for (const { pattern, meaning } of table) {
    const groups = pattern.exec(words)?.groups;
    if (groups !== undefined) return meaning(groups);
    if (pattern.test(words)) return meaning({});
  }
  return undefined;
}
