import type { Change, Value, Values } from "../../transforms/model/change.ts";
import { type ChangesReading, readChanges } from "../changes/read-changes.ts";
import type { WrittenFile } from "../written-file.ts";
import { columnar } from "./columnar.ts";
import { writeDataFile } from "./data-file.ts";

/** The main numbers of an occupation as they were in the version before; NULL where they are as they were. */
type Before = { median_annual_amount: Value; jobs: Value; growth_percent: Value };

/** Where a main number stands, and which rows are about the whole occupation. */
const MEASURES: readonly {
  readonly number: keyof Before;
  readonly table: string;
  readonly column: string;
  readonly period: string;
  readonly whole: Values;
}[] = [
  {
    number: "median_annual_amount",
    table: "wage",
    column: "amount",
    period: "reference_period",
    whole: { industry_id: null, group_title: null, statistic: "median", period: "year" },
  },
  {
    number: "jobs",
    table: "employment",
    column: "jobs",
    period: "reference_period",
    whole: { industry_id: null, group_title: null },
  },
  {
    number: "growth_percent",
    table: "projection",
    column: "change_percent",
    period: "target_year",
    whole: { industry_id: null, group_title: null },
  },
];

/**
 * Writes what the main numbers of occupations were in the version before, where they were others, and which occupations
 * are new. The map colours by it.
 */
export function writeChangedNumbers(folder: string): WrittenFile {
  const { head, rows } = readChanges(folder);
  const added: string[] = [];
  const before = head.from === null ? new Map() : numbersBefore(rows, added);
  const data = {
    from: head.from === null ? null : { version: head.from.version, created_at: head.from.created_at },
    added: added.toSorted(),
    before: columnar([...before.keys()].toSorted().map((id) => ({ id, ...before.get(id) }))),
  };
  return writeDataFile(folder, "changed", JSON.stringify(data));
}

function numbersBefore(rows: ChangesReading["rows"], added: string[]): ReadonlyMap<string, Before> {
  const numbers = new Map<string, Before>();
  const periods = new Map<string, string>();
  for (const change of rows) {
    if (change.table === "occupation" && change.change === "added") added.push(String(change.key.id));
    const found = formerNumber(change);
    if (found === undefined) continue;
    // Of several editions that have gone or changed, the latest was the main number.
    const place = `${found.number} ${found.id}`;
    if ((periods.get(place) ?? "") > found.period) continue;
    periods.set(place, found.period);
    const known = numbers.get(found.id) ?? { median_annual_amount: null, jobs: null, growth_percent: null };
    numbers.set(found.id, { ...known, [found.number]: found.value });
  }
  return numbers;
}

function formerNumber({ table, change, key, before }: Change) {
  if (change === "added" || before === null) return undefined;
  const measure = MEASURES.find((one) => one.table === table);
  if (measure === undefined) return undefined;
  const row = { ...key, ...before };
  const isWhole = Object.entries(measure.whole).every(([column, value]) => (key[column] ?? null) === value);
  const value = before[measure.column];
  if (!isWhole || typeof value !== "number") return undefined;
  return {
    number: measure.number,
    id: String(row.occupation_id),
    period: String(row[measure.period]),
    value,
  };
}
