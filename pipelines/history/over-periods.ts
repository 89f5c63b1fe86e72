import type Database from "better-sqlite3";
import type { FactName } from "../fact-name.ts";
import { byFigure, type Figure } from "./figure.ts";
import { readingsOf } from "./main-numbers.ts";
import { prepareToldBy, type ToldBy } from "./told-by.ts";

type Values = Readonly<Record<string, string | number>>;

/** A figure through the periods that one version has of it, the newest first. */
export type PeriodSeries = {
  readonly figure: Figure;
  readonly entries: readonly (ToldBy & { readonly period: string | null; readonly values: Values })[];
};

export function overPeriods(
  database: Database.Database,
  occupationId: string,
  name: FactName | undefined,
): readonly PeriodSeries[] {
  const toldBy = prepareToldBy(database);
  return [...byFigure(readingsOf(database, occupationId, name)).values()].flatMap((readings) => {
    const figure = readings[0]?.figure;
    if (figure === undefined) return [];
    return [
      { figure, entries: readings.map(({ period, values, row }) => ({ period, values, ...toldBy(row) })) },
    ];
  });
}
