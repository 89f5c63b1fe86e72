import { type Kysely, sql } from "kysely";
import type { Dataset } from "../../../transforms/model/model.ts";
import type { Unfilled } from "./fill-rates.ts";

export const MINIMUM_FACTS = {
  rule: "minimum-facts",
  protects: "A first run has no version before it: what it must give at least is known all the same.",
} as const;

/** The tables of which a source gives fewer rows than it always has. */
export async function tooFewOf(
  database: Kysely<Dataset>,
  sourceId: string,
  minima: Readonly<Record<string, number>>,
): Promise<Unfilled[]> {
  const found: Unfilled[] = [];
  for (const [table, minimum] of Object.entries(minima)) {
    const { rows } = await sql<{ count: number }>`
      SELECT count(*) AS count FROM ${sql.table(table)} WHERE source_id = ${sourceId}`.execute(database);
    const count = rows[0]?.count ?? 0;
    if (count >= minimum) continue;
    const finding = `it gives fewer than ${minimum} rows of ${table}`;
    found.push({ finding, detail: `${finding}: ${count}` });
  }
  return found;
}
