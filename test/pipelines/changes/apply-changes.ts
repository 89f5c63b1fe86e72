import { chmodSync, copyFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { hashContent } from "../../../pipelines/publish/content-hash.ts";
import { readChanges } from "../../../sinks/changes/read-changes.ts";
import { keyTerms } from "../../../sinks/sqlite/tables.ts";
import type { Change, Value, Values } from "../../../transforms/model/change.ts";
import { TABLES } from "../../../transforms/model/model.ts";
import { temporaryFolder } from "../../sinks/temporary-folder.ts";

/** What a consumer does: brings a copy of a version to the next one by its `changes.json`, and tells its content hash. */
export function hashAfterChanges(versionFolder: string, nextFolder: string): string {
  const path = join(temporaryFolder(), "copy.sqlite");
  copyFileSync(join(versionFolder, "occupations.sqlite"), path);
  chmodSync(path, 0o644);
  const copy = new Database(path);
  try {
    copy.pragma("foreign_keys = ON");
    const { head, rows } = readChanges(nextFolder);
    copy.transaction(() => {
      for (const capture of head.captures) insert(copy, "capture", capture);
      for (const change of rows) apply(copy, change);
    })();
    return hashContent(copy);
  } finally {
    copy.close();
  }
}

function apply(copy: Database.Database, { table, change, key, after }: Change): void {
  const where = whereKey(table);
  const keys = Object.values(key).map((value) => value ?? "");
  if (change === "added") insert(copy, table, after ?? {});
  else if (change === "removed") run(copy, `DELETE FROM ${table} WHERE ${where}`, keys);
  else {
    const set = Object.keys(after ?? {}).map((column) => `${column} = ?`);
    const values = [...Object.values(after ?? {}), ...keys];
    run(copy, `UPDATE ${table} SET ${set.join(", ")} WHERE ${where}`, values);
  }
}

function insert(copy: Database.Database, table: string, row: Values): void {
  const places = Object.keys(row).map(() => "?");
  const sql = `INSERT INTO ${table} (${Object.keys(row).join(", ")}) VALUES (${places.join(", ")})`;
  run(copy, sql, Object.values(row));
}

/** One row each: a change that meets another copy than it was made for does not go unnoticed. */
function run(copy: Database.Database, sql: string, values: readonly Value[]): void {
  const { changes } = copy.prepare(sql).run(...values);
  if (changes !== 1) throw new Error(`${sql} changed ${changes} rows.`);
}

function whereKey(name: string): string {
  const table = TABLES.find((shape) => shape.name === name);
  if (table === undefined) throw new Error(`There is no table ${name}.`);
  return keyTerms(table)
    .map((term) => `${term} = ?`)
    .join(" AND ");
}
