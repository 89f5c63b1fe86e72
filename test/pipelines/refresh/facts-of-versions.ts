import { join } from "node:path";
import Database from "better-sqlite3";
import { openForReading } from "../../../sources/archive/open-for-reading.ts";
import { COLUMNS_OUTSIDE_THE_HASH, FACT_TABLES, model } from "../../../transforms/model/model.ts";

/** A version: the store that holds it, and its id. */
export type Published = { readonly store: string; readonly version: string };

type FactRow = Readonly<Record<string, unknown>>;

/** The facts that only one of two versions has, by table; places and times of reading do not count. */
export function factsOnlyIn(one: Published, other: Published): Readonly<Record<string, readonly FactRow[]>> {
  const database = new Database(snapshotOf(one), { readonly: true });
  try {
    database.prepare("ATTACH ? AS other").run(snapshotOf(other));
    const found = FACT_TABLES.map((table): [string, FactRow[]] => {
      const columns = Object.keys(model[table].columns).filter((name) => !COLUMNS_OUTSIDE_THE_HASH.has(name));
      const list = columns.join(", ");
      const sql = `SELECT ${list} FROM main.${table} EXCEPT SELECT ${list} FROM other.${table}`;
      return [table, database.prepare<[], FactRow>(sql).all()];
    });
    return Object.fromEntries(found.filter(([, rows]) => rows.length > 0));
  } finally {
    database.close();
  }
}

/** Whether two versions say the same, row by row. */
export function sayTheSame(one: Published, other: Published): boolean {
  const apart = [factsOnlyIn(one, other), factsOnlyIn(other, one)];
  return apart.every((tables) => Object.keys(tables).length === 0);
}

/** Rows of a published version. */
export function select<Row>({ store, version }: Published, sql: string): Row[] {
  return selectFrom(snapshotOf({ store, version }), sql);
}

/** Rows of `archive.sqlite` or `state.sqlite`. */
export function selectIn<Row>(store: string, file: "archive" | "state", sql: string): Row[] {
  return selectFrom(join(store, `${file}.sqlite`), sql);
}

function selectFrom<Row>(path: string, sql: string): Row[] {
  const database = openForReading(path);
  try {
    return database.prepare<[], Row>(sql).all();
  } finally {
    database.close();
  }
}

function snapshotOf({ store, version }: Published): string {
  return join(store, "versions", version, "occupations.sqlite");
}
