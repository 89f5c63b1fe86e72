import type Database from "better-sqlite3";
import type { Row } from "../../transforms/model/model.ts";
import { OWNER_COLUMNS } from "../../transforms/model/owner-column.ts";
import { hasTable } from "../has-table.ts";
import { wrap } from "../text/wrap.ts";

/** A source of an occupation's facts, and the documents of it that they were read from. */
export type OwnSource = {
  readonly source: Row<"source">;
  readonly facts: number;
  readonly documents: readonly Pick<Row<"capture">, "id" | "url" | "fetched_at" | "sha256">[];
};

/** The sources of all facts of an occupation, those with most facts first. */
export function ownSources(database: Database.Database, occupationId: string): readonly OwnSource[] {
  const tables = [...OWNER_COLUMNS].filter(([table]) => hasTable(database, table));
  const rows = tables.map(
    ([table, owner]) => `SELECT source_id, capture_id FROM ${table} WHERE ${owner} = :id`,
  );
  const found = database
    .prepare<object, Pick<Row<"wage">, "source_id" | "capture_id"> & { readonly facts: number }>(
      `SELECT source_id, capture_id, count(*) AS facts FROM (${rows.join(" UNION ALL ")}) GROUP BY 1, 2 ORDER BY 1, 2`,
    )
    .all({ id: occupationId });
  const source = database.prepare<[string], Row<"source">>("SELECT * FROM source WHERE id = ?");
  const document = database.prepare<[string], OwnSource["documents"][number]>(
    "SELECT id, url, fetched_at, sha256 FROM capture WHERE id = ?",
  );
  return [...new Set(found.map(({ source_id }) => source_id))]
    .map((id) => {
      const own = found.filter(({ source_id }) => source_id === id);
      return {
        source: source.get(id) as Row<"source">,
        facts: own.reduce((sum, { facts }) => sum + facts, 0),
        documents: own.flatMap(({ capture_id }) => document.get(capture_id) ?? []),
      };
    })
    .toSorted((one, other) => other.facts - one.facts);
}

export function sourceText({ source, facts, documents }: OwnSource, width: number): string {
  const line = (label: string, text: string) => wrap(text, width, `  ${label.padEnd(10)} `, " ".repeat(13));
  const { state, state_since, state_reason, edition } = source;
  const since = state_since === undefined ? "" : ` since ${state_since}`;
  return [
    source.id,
    line("what", `${source.title}, ${source.publisher}`),
    line("edition", edition ?? "none told"),
    line("state", `${state}${since}${state_reason ? `: ${state_reason}` : ""}`),
    line("licence", `${source.licence}, ${source.licence_url}`),
    line("facts", String(facts)),
    ...documents.flatMap(({ url, fetched_at, sha256 }) => [
      line("address", url),
      line("fetched", fetched_at),
      line("content", `sha256 ${sha256}`),
    ]),
  ].join("\n");
}
