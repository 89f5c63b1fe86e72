import { join } from "node:path";
import Database from "better-sqlite3";
import {
  COLUMNS_OUTSIDE_THE_HASH,
  FACT_TABLES,
  type FactTable,
  model,
} from "../../transforms/model/model.ts";
import { SNAPSHOT } from "../publish/store-layout.ts";
import type { PublishedVersion } from "../published-version.ts";

/** Facts that one version has and another has not. A changed fact is one added and one removed. */
export type TableChange = { readonly table: string; readonly added: number; readonly removed: number };

/** Compares the facts of two versions, without where and when they were read. Tables without a change are left out. */
export function changesBetween(before: PublishedVersion, after: PublishedVersion): TableChange[] {
  const database = new Database(join(after.folder, SNAPSHOT), { readonly: true, fileMustExist: true });
  try {
    database.prepare("ATTACH ? AS before").run(join(before.folder, SNAPSHOT));
    return FACT_TABLES.map((table) => ({
      table,
      added: countOnlyIn(database, "main", "before", table),
      removed: countOnlyIn(database, "before", "main", table),
    })).filter(({ added, removed }) => added + removed > 0);
  } finally {
    database.close();
  }
}

function countOnlyIn(database: Database.Database, here: string, there: string, table: FactTable): number {
  const columns = Object.keys(model[table].columns).filter((column) => !COLUMNS_OUTSIDE_THE_HASH.has(column));
  const list = columns.join(", ");
  const sql = `SELECT count(*) FROM (SELECT ${list} FROM ${here}.${table} EXCEPT SELECT ${list} FROM ${there}.${table})`;
  return Number(database.prepare(sql).pluck().get());
}
