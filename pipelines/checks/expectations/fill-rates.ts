import { type Kysely, type RawBuilder, sql } from "kysely";
import type { FillRate } from "../../../sources/source.ts";
import { type Dataset, type FactTable, model } from "../../../transforms/model/model.ts";

export const FILL_RATES = {
  rule: "fill-rates",
  protects: "A field that a reader no longer finds on most pages would be missed by nobody but its users.",
} as const;

/** A small mirror has odd pages, too: so many may lack the thing beside the share. */
const TOLERATED = 2;

/** A fill rate that a source does not reach. */
export type Unfilled = {
  /** The same words every night. */
  readonly finding: string;
  /** How many, and which. */
  readonly detail: string;
};

/** The fill rates of a source that the staged facts do not reach. */
export async function unfilledOf(
  database: Kysely<Dataset>,
  sourceId: string,
  rates: readonly FillRate[],
): Promise<Unfilled[]> {
  const found: Unfilled[] = [];
  for (const rate of rates) {
    const { total, lacking } = await lackingOf(database, sourceId, rate);
    if (lacking.length <= Math.max(TOLERATED, Math.floor(total * (1 - rate.share) + 1e-9))) continue;
    const finding = `fewer than ${Math.round(rate.share * 1000) / 10} percent of ${rate.of} have ${rate.has}`;
    const examples = `${lacking.slice(0, 3).join(", ")}${lacking.length > 3 ? " …" : ""}`;
    found.push({ finding, detail: `${finding}: ${total - lacking.length} of ${total}, not ${examples}` });
  }
  return found;
}

async function lackingOf(
  database: Kysely<Dataset>,
  sourceId: string,
  { of, has }: FillRate,
): Promise<{ readonly total: number; readonly lacking: readonly string[] }> {
  const [scheme, level] = of.split(" ");
  const { rows } = await sql<{ id: string; has: number }>`
    SELECT id, (${condition(sourceId, has)}) AS has FROM occupation
    WHERE scheme = ${scheme} AND level = ${level} ORDER BY id`.execute(database);
  return { total: rows.length, lacking: rows.filter((row) => row.has === 0).map(({ id }) => id) };
}

/** "wage.median" → a row of wage with that word in one of its columns, and with a figure; "occupation.summary" → the column. */
function condition(sourceId: string, has: string): RawBuilder<unknown> {
  const [table = "", word] = has.split(".");
  if (table === "occupation") return sql`${sql.ref(word ?? "id")} IS NOT NULL`;
  const columns = model[table as FactTable].columns;
  const figures = FIGURES.filter((column) => column in columns).map(
    (column) => sql`${sql.ref(column)} IS NOT NULL`,
  );
  const words = WORDS.filter((column) => column in columns).map(
    (column) => sql`fact.${sql.ref(column)} IS ${word}`,
  );
  const subject = table === "relation" ? "from_id" : "occupation_id";
  return sql`EXISTS (SELECT 1 FROM ${sql.table(table)} AS fact
    WHERE fact.${sql.ref(subject)} = occupation.id AND fact.source_id = ${sourceId}
    ${word === undefined ? sql`` : sql`AND (${sql.join(words, sql` OR `)})`}
    ${figures.length === 0 ? sql`` : sql`AND (${sql.join(figures, sql` OR `)})`})`;
}

/** Columns whose words tell rows of one table apart. */
const WORDS: readonly string[] = ["statistic", "period", "kind", "topic", "basis"];

/** A row that says that there is no figure does not fill anything. */
const FIGURES: readonly string[] = ["amount", "jobs", "percent", "base_jobs", "value", "low", "high"];
