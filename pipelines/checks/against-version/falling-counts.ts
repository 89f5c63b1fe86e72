import type { VersionRule } from "./version-rule.ts";

/** So much of a table may go between two versions: list items, links, figures of a corrected edition. */
const TOLERATED_SHARE = 0.02;

/** A few rows always may. */
const TOLERATED_ROWS = 5;

/** A profile that is gone takes names and links with it that stand in other documents: so many times its own share. */
const TAKEN_ALONG = 2;

export const fallingCounts: VersionRule = {
  rule: "falling-counts",
  protects: "A table that shrinks is what a reader lost, long before anybody misses a row of it.",
  find: ({ before, now, isTakenOut }) =>
    [...before.rows].flatMap(([table, byUrl]) => {
      const expected = sumOf([...byUrl].filter(([url]) => !isTakenOut(url)));
      const found = sumOf([...(now.rows.get(table) ?? [])]);
      const share = TOLERATED_SHARE + TAKEN_ALONG * shareTakenOut(before.urls, isTakenOut);
      const tolerated = Math.max(TOLERATED_ROWS, Math.floor(expected * share));
      return expected - found > tolerated
        ? [`${table} has ${found} rows instead of ${expected}; ${tolerated} may go`]
        : [];
    }),
};

function shareTakenOut(urls: ReadonlySet<string>, isTakenOut: (url: string) => boolean): number {
  return [...urls].filter(isTakenOut).length / Math.max(1, urls.size);
}

function sumOf(counts: readonly (readonly [url: string, rows: number])[]): number {
  return counts.reduce((sum, [, rows]) => sum + rows, 0);
}
