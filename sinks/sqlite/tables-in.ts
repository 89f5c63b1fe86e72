import type Database from "better-sqlite3";
import { SCHEMA_VERSION, TABLES } from "../../transforms/model/model.ts";
import type { TableShape } from "../../transforms/model/table.ts";

/** The tables and columns of the model that a snapshot has: one of an older schema lacks those that came later. */
export function tablesIn(connection: Database.Database): readonly TableShape[] {
  return TABLES.map((table) => withColumnsIn(connection, table)).filter(
    ({ columns }) => Object.keys(columns).length > 0,
  );
}

/**
 * The tables and columns that a version must have: those of the model or, where an older minor step of the schema made it,
 * those that it has. Which tables that were is told by its manifest.
 */
export function tablesOf(connection: Database.Database, schemaVersion: string): readonly TableShape[] {
  return isOlder(schemaVersion) ? tablesIn(connection) : TABLES;
}

function isOlder(schemaVersion: string): boolean {
  const [major = 0, minor = 0] = schemaVersion.split(".").map(Number);
  const [ownMajor = 0, ownMinor = 0] = SCHEMA_VERSION.split(".").map(Number);
  return major === ownMajor && minor < ownMinor;
}

function withColumnsIn(connection: Database.Database, table: TableShape): TableShape {
  const present = connection.pragma(`table_info(${table.name})`) as readonly { readonly name: string }[];
  const names = new Set(present.map(({ name }) => name));
  const columns = Object.fromEntries(Object.entries(table.columns).filter(([name]) => names.has(name)));
  return { ...table, columns, key: table.key.filter((name) => names.has(name)) };
}
