import { expect } from "vitest";
import { type Fact, model } from "../../../transforms/model/model.ts";

/** The table and the key of a fact: no two facts of a document have the same. */
function keyOf({ table, row }: Fact): string {
  const values = row as Readonly<Record<string, unknown>>;
  return JSON.stringify([table, ...model[table].key.map((column) => values[column])]);
}

/** The model allows every fact, and no two stand under one key. */
export function expectLawful(facts: readonly Fact[]): void {
  for (const { table, row } of facts) {
    const { error } = model[table].row.safeParse(row);
    if (error !== undefined) throw new Error(`${table} at ${row.locator}: ${error.message}`);
  }
  const seen = new Set<string>();
  expect(facts.map(keyOf).filter((key) => seen.size === seen.add(key).size)).toEqual([]);
}
