import type Database from "better-sqlite3";
import type { OtherEditions } from "../../transforms/diff/group-tally.ts";
import { periodColumns } from "../../transforms/diff/period-columns.ts";
import type { Value, Values } from "../../transforms/model/change.ts";
import type { TableShape } from "../../transforms/model/table.ts";
import { SCHEMAS, type Side, type TwoVersions } from "./two-versions.ts";

/** Finds the same figure of the nearest other period: the earlier one in the version before, the later one in the one after. */
export function otherEditions(versions: TwoVersions): OtherEditions {
  const [earlier, later] = [nearest(versions, "before"), nearest(versions, "after")];
  return {
    earlier: ({ table, after }) => (after === undefined ? undefined : earlier(table, after)),
    later: ({ table, before }) => (before === undefined ? undefined : later(table, before)),
  };
}

function nearest({ connection, columnsOf }: TwoVersions, side: Side) {
  const statements = new Map<string, Database.Statement<Value[], Values>>();
  return (table: TableShape, row: Values): Values | undefined => {
    const periods = periodColumns(table);
    if (periods.length === 0 || columnsOf(side, table.name) === undefined) return undefined;
    const statement =
      statements.get(table.name) ?? connection.prepare<Value[], Values>(selectNearest(table, side));
    statements.set(table.name, statement);
    return statement.get(...table.key.map((column) => row[column] ?? ""));
  };
}

function selectNearest(table: TableShape, side: Side): string {
  const periods = periodColumns(table);
  const terms = table.key.map((name) => (table.columns[name]?.nullable ? `ifnull(${name}, '')` : name));
  const [others, own] = [terms.slice(0, -periods.length), terms.slice(-periods.length)];
  const [sign, order] = side === "before" ? ["<", "DESC"] : [">", "ASC"];
  return `
    SELECT * FROM ${SCHEMAS[side]}.${table.name}
    WHERE ${others.map((term) => `${term} = ?`).join(" AND ")}
      AND (${own.join(", ")}) ${sign} (${own.map(() => "?").join(", ")})
    ORDER BY ${own.map((term) => `${term} ${order}`).join(", ")} LIMIT 1`;
}
