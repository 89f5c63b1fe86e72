import type Database from "better-sqlite3";
import { FACT_TABLES, type FactTable } from "../../../transforms/model/model.ts";
import type { FactRow } from "./fact-proof.ts";

/** The facts that were read from one response, as the numbers of their rows in each table. */
export type FactsOfCapture = ReadonlyMap<FactTable, readonly number[]>;

/** The facts of a version by the response that they were read from. Numbers only: the rows themselves are too many. */
export function factsByCapture(database: Database.Database): ReadonlyMap<string, FactsOfCapture> {
  const captures = new Map<string, Map<FactTable, number[]>>();
  for (const table of FACT_TABLES) {
    const rows = database.prepare<[], { readonly number: number; readonly capture_id: string }>(
      `SELECT rowid AS number, capture_id FROM ${table} ORDER BY rowid`,
    );
    for (const { number, capture_id } of rows.iterate()) {
      const facts = captures.get(capture_id) ?? new Map<FactTable, number[]>();
      captures.set(capture_id, facts);
      facts.set(table, facts.get(table) ?? []);
      facts.get(table)?.push(number);
    }
  }
  return captures;
}

export function sizeOf(facts: FactsOfCapture): number {
  return [...facts.values()].reduce((sum, numbers) => sum + numbers.length, 0);
}

/** Reads the rows of facts, one at a time. */
export function createFactReader(
  database: Database.Database,
): (facts: FactsOfCapture) => Iterable<{ readonly table: FactTable; readonly row: FactRow }> {
  const rowOf = new Map(
    FACT_TABLES.map((table) => [
      table,
      database.prepare<[number], FactRow>(`SELECT * FROM ${table} WHERE rowid = ?`),
    ]),
  );
  return function* read(facts) {
    for (const [table, numbers] of facts)
      for (const number of numbers) {
        const row = rowOf.get(table)?.get(number);
        if (row !== undefined) yield { table, row };
      }
  };
}
