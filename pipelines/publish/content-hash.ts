import { createHash, type Hash } from "node:crypto";
import type Database from "better-sqlite3";
import {
  COLUMNS_OUTSIDE_THE_HASH,
  TABLES,
  TABLES_OUTSIDE_THE_HASH,
  type TableName,
} from "../../transforms/model/model.ts";
import type { TableShape } from "../../transforms/model/table.ts";

/**
 * SHA-256 over the facts of a snapshot, finished or not: every hashed table in the order of the model, one line a row, in
 * the order of the hashed columns. Where and when a fact was read is not in it: equal facts have equal hashes.
 *
 * @example The lines: `wage ["occupation_id","area",…]`, the header, then `wage ["us-ooh/actors","US",null,…,23.33,…]`.
 */
export function hashContent(database: Database.Database): string {
  const hash = createHash("sha256");
  for (const table of TABLES) {
    if (!TABLES_OUTSIDE_THE_HASH.has(table.name as TableName)) hashTable(hash, database, table);
  }
  return hash.digest("hex");
}

function hashTable(hash: Hash, database: Database.Database, { name, columns }: TableShape): void {
  const hashed = Object.keys(columns).filter((column) => !COLUMNS_OUTSIDE_THE_HASH.has(column));
  const terms = hashed.join(", ");
  const rows = database.prepare(`SELECT ${terms} FROM ${name} ORDER BY ${terms}`).raw().iterate();
  hash.update(`${name} ${JSON.stringify(hashed)}\n`);
  for (const row of rows) hash.update(`${name} ${JSON.stringify(row)}\n`);
}
