import { DocumentError } from "../sources/reading/document-error.ts";
import { provenance } from "./model/columns.ts";
import { type Fact, model } from "./model/model.ts";

/**
 * The facts of one document, each once. A document may say the same thing in two places; where it says two different
 * things under one key, it is refused.
 *
 * @throws DocumentError
 */
export function withoutRepeats(facts: readonly Fact[], url: string): Fact[] {
  const seen = new Map<string, Fact>();
  return facts.filter((fact) => {
    const key = keyOf(fact);
    const known = seen.get(key);
    if (known === undefined) seen.set(key, fact);
    else if (saidBy(known) !== saidBy(fact))
      throw new DocumentError({
        url,
        locator: fact.row.locator,
        expected: `what ${known.row.locator} says: ${saidBy(known)}`,
        found: saidBy(fact),
      });
    return known === undefined;
  });
}

function keyOf({ table, row }: Fact): string {
  const values = row as Readonly<Record<string, unknown>>;
  return JSON.stringify([table, ...model[table].key.map((column) => values[column])]);
}

function saidBy({ row }: Fact): string {
  return JSON.stringify(Object.entries(row).filter(([column]) => !(column in provenance)));
}
