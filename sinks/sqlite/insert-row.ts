import type Database from "better-sqlite3";
import { z } from "zod";
import { model, type Row, type TableName } from "../../transforms/model/model.ts";

/** A row was not put in: it is not what the model says, or another row has its key. */
export class RowError extends Error {
  override readonly name = "RowError";
  readonly table: TableName;

  constructor(table: TableName, row: object, reason: string, cause: unknown) {
    const key = Object.fromEntries(Object.entries(row).filter(([name]) => isInKey(table, name)));
    super(`${table} ${JSON.stringify(key)} is refused: ${reason}. The row was not stored.`, { cause });
    this.table = table;
  }
}

type ConstraintError = Error & { readonly code: string };

/** Puts a row into its table, validated by the model unless the caller has done so. */
export type InsertRow = <T extends TableName>(table: T, row: Row<T>, isValidated?: boolean) => void;

/** @returns a function that throws `RowError`. */
export function prepareInserts(database: Database.Database): InsertRow {
  const inserts = new Map(
    Object.keys(model).map((table) => [table, prepareInsert(database, table as TableName)]),
  );
  return (table, row, isValidated = false) => {
    if (!isValidated) validate(table, row);
    inserts.get(table)?.(row);
  };
}

function prepareInsert(database: Database.Database, table: TableName): (row: object) => void {
  const columns = Object.keys(model[table].columns);
  const places = columns.map(() => "?").join(", ");
  const insert = database.prepare(`INSERT INTO ${table} (${columns.join(", ")}) VALUES (${places})`);
  return (row) => {
    try {
      insert.run(columns.map((column) => (row as Readonly<Record<string, unknown>>)[column]));
    } catch (error) {
      throw isConstraint(error) ? new RowError(table, row, reasonOf(error), error) : error;
    }
  };
}

function validate<T extends TableName>(table: T, row: Row<T>): void {
  const { error } = model[table].row.safeParse(row);
  if (error !== undefined) throw new RowError(table, row, z.prettifyError(error), error);
}

function isConstraint(error: unknown): error is ConstraintError {
  return error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_CONSTRAINT");
}

function reasonOf({ code, message }: ConstraintError): string {
  const isTaken = code === "SQLITE_CONSTRAINT_UNIQUE" || code === "SQLITE_CONSTRAINT_PRIMARYKEY";
  return isTaken ? "another row has the same key" : message;
}

function isInKey(table: TableName, name: string): boolean {
  return (model[table].key as readonly string[]).includes(name);
}
