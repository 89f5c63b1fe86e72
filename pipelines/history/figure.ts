import { type FactTable, model } from "../../transforms/model/model.ts";
import { OWNER_COLUMNS } from "../../transforms/model/owner-column.ts";
import { type FactRow, valuesOf } from "../fact-name.ts";

type Values = Readonly<Record<string, string | number>>;

/** What a row says, apart from when that holds: the same figure has a value for each period, and in each version. */
export type Figure = {
  readonly table: FactTable;
  /** The columns that tell it from other figures of the occupation; empty ones left out. */
  readonly about: Values;
};

/** A figure at one time. */
export type Reading = {
  readonly figure: Figure;
  /** `2024-05`, `2024-2034`; NULL where the publisher gives no date. */
  readonly period: string | null;
  readonly values: Values;
  readonly row: FactRow;
};

/** Columns of a key that say when something holds. */
const TIMES: ReadonlySet<string> = new Set(["reference_period", "base_year", "target_year"]);

export function readingOf(table: FactTable, row: FactRow): Reading {
  const key: readonly string[] = model[table].key;
  const told = valuesOf(table, row);
  const pick = (isWanted: (column: string) => boolean): Values =>
    Object.fromEntries(told.filter(([column]) => isWanted(column)));
  const owner = OWNER_COLUMNS.get(table);
  const times = told.filter(([column]) => TIMES.has(column)).map(([, value]) => value);
  return {
    figure: {
      table,
      about: pick((column) => key.includes(column) && column !== owner && !TIMES.has(column)),
    },
    period: times.length === 0 ? null : times.join("-"),
    values: pick((column) => !key.includes(column) && !TIMES.has(column)),
    row,
  };
}

/** The same figure has the same key. */
export function figureKey({ table, about }: Figure): string {
  return `${table} ${JSON.stringify(about)}`;
}

/** "wage · US · Hospitals · median · year" */
export function figureWords({ table, about }: Figure, titleOf: (industryId: string) => string): string {
  const words = Object.entries(about).map(([column, value]) =>
    column === "industry_id" ? titleOf(String(value)) : String(value),
  );
  return [table, ...words].join(" · ");
}

/** Readings by their figures, in the order in which these first come; of each, the newest period first. */
export function byFigure(readings: readonly Reading[]): ReadonlyMap<string, readonly Reading[]> {
  const groups = new Map<string, Reading[]>();
  for (const reading of readings) {
    const key = figureKey(reading.figure);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [reading]);
    else group.push(reading);
  }
  const newestFirst = (one: Reading, other: Reading) => ((one.period ?? "") < (other.period ?? "") ? 1 : -1);
  return new Map([...groups].map(([key, group]) => [key, group.toSorted(newestFirst)]));
}
