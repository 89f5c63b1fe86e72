import type { Fact, FactTable, Row } from "../../../transforms/model/model.ts";

/** The rows of one table among facts. */
export function rowsOf<T extends FactTable>(facts: readonly Fact[], table: T): Row<T>[] {
  return facts.filter((fact) => fact.table === table).map(({ row }) => row as Row<T>);
}

/** The facts alone, without where they were read: one line each, in a fixed order. */
export function plainFacts(facts: readonly Fact[]): string[] {
  return facts
    .map(({ table, row }) => {
      const { capture_id, locator, raw, ...values } = row;
      return JSON.stringify([table, values]);
    })
    .sort();
}
