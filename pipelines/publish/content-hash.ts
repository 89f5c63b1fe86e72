import { createHash, type Hash } from "node:crypto";
import type Database from "better-sqlite3";
import { keyTerms } from "../../sinks/sqlite/tables.ts";
import {
  COLUMNS_OUTSIDE_THE_HASH,
  TABLES,
  TABLES_OUTSIDE_THE_HASH,
  type TableName,
} from "../../transforms/model/model.ts";
import type { TableShape } from "../../transforms/model/table.ts";

/**
 * SHA-256 over the facts of a snapshot, finished or not: every hashed table in the order of the model, one line a row, in
 * the order of the keys. Where and when a fact was read is not in it: equal facts have equal hashes.
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

/** The digest is fed in pieces of this size: a call a row would cost more than the digest. */
const PIECE_CHARACTERS = 1 << 16;

function hashTable(hash: Hash, database: Database.Database, table: TableShape): void {
  const { name, columns } = table;
  const hashed = Object.keys(columns).filter((column) => !COLUMNS_OUTSIDE_THE_HASH.has(column));
  const rows = database
    .prepare(`SELECT ${hashed.join(", ")} FROM ${name} ORDER BY ${keyTerms(table).join(", ")}`)
    .raw()
    .iterate();
  let piece = `${name} ${JSON.stringify(hashed)}\n`;
  for (const row of rows) {
    piece += `${name} ${JSON.stringify(row)}\n`;
    if (piece.length < PIECE_CHARACTERS) continue;
    hash.update(piece);
    piece = "";
  }
  hash.update(piece);
}
