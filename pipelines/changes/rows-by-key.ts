import type Database from "better-sqlite3";
import { keyTerms } from "../../sinks/sqlite/tables.ts";
import type { Value, Values } from "../../transforms/model/change.ts";
import type { TableShape } from "../../transforms/model/table.ts";

/** The row of a table that has the key of another row; `undefined` where there is none. */
export type RowsByKey = (table: TableShape, row: Values) => Values | undefined;

export function rowsByKey(database: Database.Database): RowsByKey {
  const statements = new Map<string, Database.Statement<Value[], Values>>();
  const statementFor = (table: TableShape) => {
    const known = statements.get(table.name);
    if (known !== undefined) return known;
    const conditions = keyTerms(table).map((term) => `${term} = ?`);
    const sql = `SELECT * FROM ${table.name} WHERE ${conditions.join(" AND ")}`;
    const statement = database.prepare<Value[], Values>(sql);
    statements.set(table.name, statement);
    return statement;
  };
  return (table, row) => statementFor(table).get(...table.key.map((name) => row[name] ?? ""));
}
