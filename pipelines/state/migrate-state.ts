import { renameSync, rmSync } from "node:fs";
import type Database from "better-sqlite3";
import { STATE_SCHEMA, STATE_VERSION } from "./schema.ts";

/** What became of a state that an older program wrote. */
export type Migration = {
  readonly from: number;
  readonly to: number;
  /** A copy of the file as it was. */
  readonly backup: string;
  /** Tables whose rows were carried over, with how many. */
  readonly carried: Readonly<Record<string, number>>;
  /** Tables that today's cannot be filled from; the runs fill them anew. */
  readonly left: readonly string[];
};

/**
 * Makes today's tables, and carries over whatever of the older ones fits them. The file is copied before anything is
 * changed, and changed in one transaction: a crash leaves the old file or the new one.
 */
export function migrateState(database: Database.Database, path: string, from: number): Migration {
  const backup = `${path}.before-v${STATE_VERSION}`;
  backUp(database, backup);
  database.prepare("ATTACH ? AS before").run(backup);
  try {
    return {
      from,
      to: STATE_VERSION,
      backup,
      ...database.transaction(() => carryOver(database)).immediate(),
    };
  } finally {
    database.exec("DETACH before");
  }
}

/** A copy that is not whole never bears the name of a backup. */
function backUp(database: Database.Database, backup: string): void {
  const temporary = `${backup}.new`;
  rmSync(temporary, { force: true });
  database.prepare("VACUUM INTO ?").run(temporary);
  renameSync(temporary, backup);
}

function carryOver(database: Database.Database): Pick<Migration, "carried" | "left"> {
  for (const table of tablesOf(database, "main")) database.exec(`DROP TABLE main.${table}`);
  database.exec(STATE_SCHEMA);
  const older = tablesOf(database, "before");
  const carried = tablesOf(database, "main")
    .filter((table) => older.includes(table) && fits(database, table))
    .map((table) => [table, copyRows(database, table)] as const);
  const names = carried.map(([table]) => table);
  return { carried: Object.fromEntries(carried), left: older.filter((table) => !names.includes(table)) };
}

/** Columns that an older file has under another name or not at all, in SQL over its own columns. */
const TRANSLATED: Readonly<Record<string, Readonly<Record<string, Translation>>>> = {
  // Before there were light rounds, every round was full.
  round: {
    kind: (older) =>
      older.includes("is_light") ? "CASE is_light WHEN 1 THEN 'light' ELSE 'full' END" : "'full'",
  },
};

type Translation = (older: readonly string[]) => string;

type Column = {
  readonly name: string;
  readonly notnull: number;
  readonly dflt_value: string | null;
  readonly pk: number;
};

/** Whatever today's table must have is there, or follows from what is. */
function fits(database: Database.Database, table: string): boolean {
  const filled = filledFrom(database, table).map(([name]) => name);
  return columnsOf(database, "main", table)
    .filter(({ notnull, dflt_value, pk }) => pk > 0 || (notnull === 1 && dflt_value === null))
    .every(({ name }) => filled.includes(name));
}

function copyRows(database: Database.Database, table: string): number {
  const filled = filledFrom(database, table);
  const names = filled.map(([name]) => name).join(", ");
  const values = filled.map(([, value]) => value).join(", ");
  return database.prepare(`INSERT INTO main.${table} (${names}) SELECT ${values} FROM before.${table}`).run()
    .changes;
}

/** The columns of today's table that the older one fills, each with its SQL. */
function filledFrom(database: Database.Database, table: string): readonly (readonly [string, string])[] {
  const older = columnsOf(database, "before", table).map(({ name }) => name);
  return columnsOf(database, "main", table).flatMap(({ name }) => {
    const value = older.includes(name) ? name : TRANSLATED[table]?.[name]?.(older);
    return value === undefined ? [] : [[name, value] as const];
  });
}

function tablesOf(database: Database.Database, schema: "main" | "before"): readonly string[] {
  return database
    .prepare<[], string>(
      `SELECT name FROM ${schema}.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .pluck()
    .all();
}

function columnsOf(database: Database.Database, schema: "main" | "before", table: string): readonly Column[] {
  return database
    .prepare<[string, string], Column>("SELECT * FROM pragma_table_info(?, ?)")
    .all(table, schema);
}

/** For the operator, once. */
export function migrationWords({ from, to, backup, carried, left }: Migration): string {
  const kept = Object.entries(carried).map(([table, rows]) => `${table} (${rows})`);
  const lost = left.length === 0 ? "" : ` Not carried over: ${left.join(", ")}; this run fills them anew.`;
  return `state.sqlite was migrated from version ${from} to ${to}: ${kept.join(", ")}.${lost} As it was, it lies in ${backup}; remove that when all is well.`;
}
