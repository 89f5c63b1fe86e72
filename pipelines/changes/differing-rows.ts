import { comparedColumns, placeColumns } from "../../transforms/diff/compared-tables.ts";
import type { RowPair } from "../../transforms/diff/difference.ts";
import type { Value, Values } from "../../transforms/model/change.ts";
import type { TableShape } from "../../transforms/model/table.ts";
import { SCHEMAS, type Side, type TwoVersions } from "./two-versions.ts";

/**
 * The rows of a table that two versions don't have in common, in the order of its key. SQLite compares and sorts, so that
 * memory holds one row at a time.
 */
export function* differingRows(versions: TwoVersions, table: TableShape): Iterable<RowPair> {
  const columns = Object.keys(table.columns);
  const rows = versions.connection.prepare<[], Value[]>(selectDiffering(versions, table)).raw().iterate();
  for (const row of rows) {
    const [, , ...values] = row;
    yield {
      table,
      before: row[0] === null ? undefined : rowFrom(columns, values),
      after: row[1] === null ? undefined : rowFrom(columns, values.slice(columns.length)),
    };
  }
}

/** How many rows say the same and are read from another response, or from another place in it, by source. */
export function movedRows(
  versions: TwoVersions,
  table: TableShape,
): readonly { readonly source_id: string | null; readonly rows: number }[] {
  const places = placeColumns(table);
  if (places.length === 0) return [];
  const sql = `
    SELECT after.source_id, count(*) AS rows
    FROM ${rowsOf(versions, "after", table)} JOIN ${rowsOf(versions, "before", table)} ON ${sameKey(table)}
    WHERE (${differs(places)}) AND NOT (${differs(comparedColumns(table))})
    GROUP BY after.source_id ORDER BY after.source_id`;
  return versions.connection.prepare<[], { source_id: string | null; rows: number }>(sql).all();
}

/** Whether each side has the row, the row before, the row after. */
function selectDiffering(versions: TwoVersions, table: TableShape): string {
  const columns = Object.keys(table.columns);
  const of = (side: Side) => columns.map((column) => `${side}.${column}`);
  const nothing = columns.map(() => "NULL");
  const [before, after] = [rowsOf(versions, "before", table), rowsOf(versions, "after", table)];
  const keys = (side: Side) => keyTerms(side, table).map((term, at) => `${term} AS key${at}`);
  return `
    SELECT has_before, has_after, ${columns.map((_, at) => `b${at}`).join(", ")}, ${columns.map((_, at) => `a${at}`).join(", ")}
    FROM (
      SELECT before.present AS has_before, 1 AS has_after,
        ${named(of("before"), "b")}, ${named(of("after"), "a")}, ${keys("after").join(", ")}
      FROM ${after} LEFT JOIN ${before} ON ${sameKey(table)}
      WHERE before.present IS NULL OR ${differs(comparedColumns(table))}
      UNION ALL
      SELECT 1, NULL, ${of("before").join(", ")}, ${nothing.join(", ")}, ${keys("before").join(", ")}
      FROM ${before}
      WHERE NOT EXISTS (SELECT 1 FROM ${after} WHERE ${sameKey(table)})
    ) ORDER BY ${table.key.map((_, at) => `key${at}`).join(", ")}`;
}

const named = (terms: readonly string[], letter: string) =>
  terms.map((term, at) => `${term} AS ${letter}${at}`).join(", ");

/** A table of a version with the columns of today's model: NULL where its schema has none, no row where it has no table. */
function rowsOf({ columnsOf }: TwoVersions, side: Side, { name, columns }: TableShape): string {
  const known = columnsOf(side, name);
  const terms = Object.keys(columns).map((column) =>
    known?.has(column) === true ? column : `NULL AS ${column}`,
  );
  const from = known === undefined ? "(SELECT 1) WHERE 0" : `${SCHEMAS[side]}.${name}`;
  return `(SELECT 1 AS present, ${terms.join(", ")} FROM ${from}) AS ${side}`;
}

/** NULL counts as a value in a key. */
function keyTerms(side: Side, { key, columns }: TableShape): readonly string[] {
  return key.map((name) => (columns[name]?.nullable ? `ifnull(${side}.${name}, '')` : `${side}.${name}`));
}

function sameKey(table: TableShape): string {
  const before = keyTerms("before", table);
  return keyTerms("after", table)
    .map((term, at) => `${term} = ${before[at]}`)
    .join(" AND ");
}

function differs(columns: readonly string[]): string {
  return columns.map((column) => `before.${column} IS NOT after.${column}`).join(" OR ");
}

function rowFrom(columns: readonly string[], values: readonly Value[]): Values {
  return Object.fromEntries(columns.map((column, at) => [column, values[at] ?? null]));
}
