import { type Kysely, type RawBuilder, sql } from "kysely";
import type { FillRates } from "../../../sources/source.ts";
import { type Dataset, FACT_TABLES, type FactTable, model } from "../../../transforms/model/model.ts";

export const FILL_RATES = {
  rule: "fill-rates",
  protects: "A field that a reader no longer finds on most pages would be missed by nobody but its users.",
} as const;

/** Of fewer occupations a share says little: a small mirror has mostly the odd ones. */
const FEWEST_MEASURED = 50;

/** So many more than the share may lack the thing. */
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
  { of, has }: FillRates,
): Promise<Unfilled[]> {
  const things = Object.entries(has);
  const rows = await occupationsWith(
    database,
    sourceId,
    of,
    things.map(([thing]) => thing),
  );
  if (rows.length < FEWEST_MEASURED) return [];
  return things.flatMap(([thing, share], index) => {
    const lacking = rows.filter((row) => row[`thing_${index}`] === 0).map(({ id }) => id);
    const tolerated = Math.floor(rows.length * (1 - share) + 1e-9) + TOLERATED;
    if (lacking.length <= tolerated) return [];
    const finding = `fewer than ${Math.round(share * 1000) / 10} percent of ${of} have ${thing}`;
    const examples = `${lacking.slice(0, 3).join(", ")}${lacking.length > 3 ? " …" : ""}`;
    const count = rows.length - lacking.length;
    return [{ finding, detail: `${finding}: ${count} of ${rows.length}, and not ${examples}` }];
  });
}

type OccupationRow = { readonly id: string } & Readonly<Record<string, unknown>>;

/** The occupations of a kind that the source tells of, and whether it tells each thing of them. */
async function occupationsWith(
  database: Kysely<Dataset>,
  sourceId: string,
  of: string,
  things: readonly string[],
): Promise<readonly OccupationRow[]> {
  const [scheme, level] = of.split(" ");
  const columns = things.map(
    (thing, index) => sql`(${isTold(sourceId, thing)}) AS ${sql.ref(`thing_${index}`)}`,
  );
  const anything = FACT_TABLES.flatMap((table) => factOf(sourceId, table) ?? []);
  const { rows } = await sql<OccupationRow>`
    SELECT id, ${sql.join(columns)} FROM occupation
    WHERE scheme = ${scheme} AND level = ${level}
      AND (source_id = ${sourceId} OR ${sql.join(anything, sql` OR `)})
    ORDER BY id`.execute(database);
  return rows;
}

/** "wage.median": a row of wage with that word in one of its columns; "occupation.summary": the column. */
function isTold(sourceId: string, thing: string): RawBuilder<unknown> {
  const [table = "", word] = thing.split(".");
  if (table === "occupation") return sql`${sql.ref(word ?? "id")} IS NOT NULL`;
  const exists = factOf(sourceId, table as FactTable, filledWith(table as FactTable, word));
  if (exists === undefined) throw new Error(`Nothing of ${thing} is about an occupation.`);
  return exists;
}

/** A row of the table that the source tells of the occupation; `undefined` where the table is about no occupation. */
function factOf(
  sourceId: string,
  table: FactTable,
  conditions: readonly RawBuilder<unknown>[] = [],
): RawBuilder<unknown> | undefined {
  const subject = ["occupation_id", "from_id"].find((column) => column in model[table].columns);
  if (subject === undefined) return undefined;
  const isItsOwn = sql`${sql.ref(`fact.${subject}`)} = occupation.id AND fact.source_id = ${sourceId}`;
  return sql`EXISTS (SELECT 1 FROM ${sql.table(table)} AS fact WHERE ${sql.join([isItsOwn, ...conditions], sql` AND `)})`;
}

/** It has a figure where its table has figures, and the word where one is asked for. */
function filledWith(table: FactTable, word: string | undefined): RawBuilder<unknown>[] {
  const among = (names: readonly string[]) =>
    names.filter((name) => name in model[table].columns).map((name) => sql.ref(`fact.${name}`));
  const figures = among(FIGURES).map((column) => sql`${column} IS NOT NULL`);
  const words = word === undefined ? [] : among(WORDS).map((column) => sql`${column} = ${word}`);
  return [figures, words]
    .filter((alternatives) => alternatives.length > 0)
    .map((alternatives) => sql`(${sql.join(alternatives, sql` OR `)})`);
}

/** Columns whose words tell rows of one table apart. */
const WORDS: readonly string[] = ["statistic", "period", "kind", "topic", "basis"];

/** A row that says that there is no figure fills nothing. */
const FIGURES: readonly string[] = ["amount", "jobs", "percent", "base_jobs", "value", "low", "high"];
