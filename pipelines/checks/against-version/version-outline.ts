import { type Kysely, sql } from "kysely";
import { type Dataset, FACT_TABLES, type FactTable, model } from "../../../transforms/model/model.ts";
import { isOlderPeriod } from "../against-last/edition-order.ts";

/** What of a version the next one is measured by. */
export type VersionOutline = {
  readonly sources: ReadonlyMap<string, SourceOutline>;
  /** Every occupation, with the source and the address that it was read from. */
  readonly occupations: ReadonlyMap<string, { readonly sourceId: string; readonly url: string }>;
  /** Ids that lead to another occupation now. */
  readonly redirected: ReadonlySet<string>;
};

export type SourceOutline = {
  readonly edition: string | undefined;
  /** The addresses that its facts rest on. */
  readonly urls: ReadonlySet<string>;
  /** Rows of each table, by the address that they were read from. */
  readonly rows: ReadonlyMap<FactTable, ReadonlyMap<string, number>>;
  /** The newest period that each table tells of. */
  readonly periods: ReadonlyMap<FactTable, string>;
};

/** Outlines a version by SQL: one that is published, or the facts of one that is being built. */
export async function outlineOf(database: Kysely<Dataset>): Promise<VersionOutline> {
  const captures = await database.selectFrom("capture").select(["id", "source_id", "url"]).execute();
  const sources = await database.selectFrom("source").select(["id", "edition"]).execute();
  const urls = new Map(captures.map(({ id, url }) => [id, url]));
  const counts = (await Promise.all(FACT_TABLES.map((table) => countedRows(database, table)))).flat();
  const outlines = sources.map(({ id, edition }): [string, SourceOutline] => {
    const own = counts.filter(({ source_id }) => source_id === id);
    return [
      id,
      {
        edition: edition ?? undefined,
        urls: new Set(captures.filter(({ source_id }) => source_id === id).map(({ url }) => url)),
        rows: rowsByTable(own, urls),
        periods: newestPeriods(own),
      },
    ];
  });
  return {
    sources: new Map(outlines),
    occupations: await occupationsIn(database, urls),
    redirected: await redirectedIn(database),
  };
}

type Counted = {
  readonly table: FactTable;
  readonly source_id: string;
  readonly capture_id: string;
  readonly rows: number;
  readonly period: string | number | null;
};

async function countedRows(database: Kysely<Dataset>, table: FactTable): Promise<Counted[]> {
  const period = ["reference_period", "target_year"].find((column) => column in model[table].columns);
  const newest = period === undefined ? sql`NULL` : sql`max(${sql.ref(period)})`;
  const { rows } = await sql<Omit<Counted, "table">>`
    SELECT source_id, capture_id, count(*) AS rows, ${newest} AS period
    FROM ${sql.table(table)} GROUP BY source_id, capture_id`.execute(database);
  return rows.map((row) => ({ table, ...row }));
}

function rowsByTable(
  counted: readonly Counted[],
  urls: ReadonlyMap<string, string>,
): ReadonlyMap<FactTable, ReadonlyMap<string, number>> {
  const tables = new Map<FactTable, Map<string, number>>();
  for (const { table, capture_id, rows } of counted) {
    const byUrl = tables.get(table) ?? new Map<string, number>();
    tables.set(table, byUrl.set(urls.get(capture_id) ?? capture_id, rows));
  }
  return tables;
}

function newestPeriods(counted: readonly Counted[]): ReadonlyMap<FactTable, string> {
  const newest = new Map<FactTable, string>();
  for (const { table, period } of counted)
    if (period !== null && isOlderPeriod(newest.get(table) ?? "", String(period)))
      newest.set(table, String(period));
  return newest;
}

async function occupationsIn(
  database: Kysely<Dataset>,
  urls: ReadonlyMap<string, string>,
): Promise<VersionOutline["occupations"]> {
  const rows = await database.selectFrom("occupation").select(["id", "source_id", "capture_id"]).execute();
  return new Map(
    rows.map(({ id, source_id, capture_id }) => [
      id,
      { sourceId: source_id, url: urls.get(capture_id) ?? capture_id },
    ]),
  );
}

/** Versions before schema 1.2 know no redirects. */
async function redirectedIn(database: Kysely<Dataset>): Promise<ReadonlySet<string>> {
  const { rows } = await sql`SELECT 1 FROM sqlite_schema WHERE name = 'occupation_redirect'`.execute(
    database,
  );
  if (rows.length === 0) return new Set();
  const redirects = await database.selectFrom("occupation_redirect").select("from_id").execute();
  return new Set(redirects.map(({ from_id }) => from_id));
}
