import type Database from "better-sqlite3";
import { TABLES } from "../../transforms/model/model.ts";
import type { TableShape } from "../../transforms/model/table.ts";

/** The tables and columns of the model that a snapshot has: one of an older schema lacks those that came later. */
export function tablesIn(connection: Database.Database): readonly TableShape[] {
  return TABLES.map((table) => withColumnsIn(connection, table)).filter(
    ({ columns }) => Object.keys(columns).length > 0,
  );
}

function withColumnsIn(connection: Database.Database, table: TableShape): TableShape {
  const present = connection.pragma(`table_info(${table.name})`) as readonly { readonly name: string }[];
  const names = new Set(present.map(({ name }) => name));
  const columns = Object.fromEntries(Object.entries(table.columns).filter(([name]) => names.has(name)));
  return { ...table, columns, key: table.key.filter((name) => names.has(name)) };
}
