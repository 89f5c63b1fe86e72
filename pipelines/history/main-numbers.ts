import type Database from "better-sqlite3";
import { type FactName, type FactRow, factNameFrom, rowsNamed } from "../fact-name.ts";
import { type Reading, readingOf } from "./figure.ts";

/** What people look for first: what all workers earn, how many they are, and where that is heading. */
const MAIN_TABLES = ["wage", "pay_band", "employment", "projection"].map(factNameFrom);

const MAIN_STATISTICS: ReadonlySet<unknown> = new Set(["median", "starter", "experienced"]);

/** The facts of an occupation that a name means; without one, its main numbers. */
export function readingsOf(
  database: Database.Database,
  occupationId: string,
  name: FactName | undefined,
): readonly Reading[] {
  const names = name === undefined ? MAIN_TABLES : [name];
  return names.flatMap((one) =>
    rowsNamed(database, occupationId, one)
      .filter((row) => name !== undefined || isMain(row))
      .map((row) => readingOf(one.table, row)),
  );
}

/** Of all workers, in all industries. */
function isMain({ industry_id, group_title, statistic }: FactRow): boolean {
  const isWhole = (industry_id ?? null) === null && (group_title ?? null) === null;
  return isWhole && (statistic === undefined || MAIN_STATISTICS.has(statistic));
}
