import type Database from "better-sqlite3";
import type { FactName } from "../fact-name.ts";
import { inSnapshot, type PublishedVersion } from "../published-version.ts";
import { byFigure, type Figure } from "./figure.ts";
import { readingsOf } from "./main-numbers.ts";
import { prepareToldBy, type ToldBy } from "./told-by.ts";

type Values = Readonly<Record<string, string | number>>;

/** What versions in a row say of a figure: of the newest period that each has. */
export type VersionEntry = {
  /** The first and the last of these versions, and how many they are. */
  readonly from: string;
  readonly to: string;
  readonly versions: number;
  /** The id that the occupation has in them. */
  readonly occupation_id: string;
  readonly period: string | null;
  /** NULL where the versions do not have the figure, although earlier ones do. */
  readonly values: Values | null;
  /** Who told it to the first of them. */
  readonly told_by: ToldBy | null;
};

/** A figure through the versions, the newest first. */
export type VersionSeries = { readonly figure: Figure; readonly entries: readonly VersionEntry[] };

type Told = Pick<VersionEntry, "occupation_id" | "period" | "values" | "told_by">;

/** `ids`: what the occupation was called, the newest first; `versions`: the oldest first. */
export function overVersions(
  versions: readonly PublishedVersion[],
  ids: readonly string[],
  name: FactName | undefined,
): readonly VersionSeries[] {
  const seen = versions.map((version) => ({
    version,
    told: inSnapshot(version, (database) => toldIn(database, ids, name)),
  }));
  const figures = new Map(
    seen.toReversed().flatMap(({ told }) => [...told].map(([key, { figure }]) => [key, figure])),
  );
  return [...figures].map(([key, figure]) => {
    const entries = seen.map(({ version, told }) => ({ version: version.id, told: told.get(key)?.told }));
    return { figure, entries: collapsed(entries, ids[0] ?? "") };
  });
}

function toldIn(
  database: Database.Database,
  ids: readonly string[],
  name: FactName | undefined,
): ReadonlyMap<string, { readonly figure: Figure; readonly told: Told }> {
  const find = database.prepare<[string], 1>("SELECT 1 FROM occupation WHERE id = ?").pluck();
  const occupation_id = ids.find((id) => find.get(id) !== undefined);
  if (occupation_id === undefined) return new Map();
  const toldBy = prepareToldBy(database);
  const groups = byFigure(readingsOf(database, occupation_id, name));
  return new Map(
    [...groups].flatMap(([key, [newest]]) => {
      if (newest === undefined) return [];
      const { figure, period, values, row } = newest;
      return [[key, { figure, told: { occupation_id, period, values, told_by: toldBy(row) } }] as const];
    }),
  );
}

/** Versions that say the same are one entry; those before the figure first came are none. */
function collapsed(
  seen: readonly { readonly version: string; readonly told: Told | undefined }[],
  occupationId: string,
): readonly VersionEntry[] {
  const entries: VersionEntry[] = [];
  for (const { version, told } of seen) {
    const last = entries.at(-1);
    if (last === undefined && told === undefined) continue;
    const now = told ?? { occupation_id: occupationId, period: null, values: null, told_by: null };
    if (last !== undefined && saysOf(last) === saysOf(now))
      entries[entries.length - 1] = { ...last, to: version, versions: last.versions + 1 };
    else entries.push({ from: version, to: version, versions: 1, ...now });
  }
  return entries.toReversed();
}

function saysOf({ occupation_id, period, values }: Told): string {
  return values === null ? "" : JSON.stringify([occupation_id, period, values]);
}
