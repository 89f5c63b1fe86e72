import { createHash } from "node:crypto";
import type Database from "better-sqlite3";
import { keyTerms } from "../../sinks/sqlite/tables.ts";
import {
  COLUMNS_OUTSIDE_THE_HASH,
  TABLES,
  TABLES_OUTSIDE_THE_HASH,
  type TableName,
} from "../../transforms/model/model.ts";
import type { TableShape } from "../../transforms/model/table.ts";

/** Whether the content hash covers a table. */
export function isHashed({ name }: TableShape): boolean {
  return !TABLES_OUTSIDE_THE_HASH.has(name as TableName);
}

/** The columns of a table that the content hash covers. */
export function hashedColumns({ columns }: TableShape): readonly string[] {
  return Object.keys(columns).filter((column) => !COLUMNS_OUTSIDE_THE_HASH.has(column));
}

/** A content hash in the making. */
export type ContentHash = {
  readonly beginTable: (table: TableShape) => void;
  /** The hashed columns of a row, in their order; rows come in the order of their keys. */
  readonly addRow: (row: readonly unknown[]) => void;
  readonly digest: () => string;
};

/** The digest is fed in pieces of this size: a call a row would cost more than the digest. */
const PIECE_CHARACTERS = 1 << 16;

/**
 * SHA-256 over the facts of a version, wherever they are read: every hashed table in the order of the model, one line a
 * row, in the order of the keys. Where and when a fact was read is not in it: equal facts have equal hashes.
 *
 * @example The lines: `wage ["occupation_id","area",…]`, the header, then `wage ["us-ooh/actors","US",null,…,23.33,…]`.
 */
export function createContentHash(): ContentHash {
  const hash = createHash("sha256");
  let [piece, name] = ["", ""];
  const add = (row: readonly unknown[]) => {
    piece += `${name} ${JSON.stringify(row)}\n`;
    if (piece.length < PIECE_CHARACTERS) return;
    hash.update(piece);
    piece = "";
  };
  return {
    beginTable: (table) => {
      name = table.name;
      add(hashedColumns(table));
    },
    addRow: add,
    digest: () => hash.update(piece).digest("hex"),
  };
}

/** The content hash of a snapshot, finished or not; `tables`: the model, as it was when the snapshot was made. */
export function hashContent(database: Database.Database, tables: readonly TableShape[] = TABLES): string {
  const hash = createContentHash();
  for (const table of tables.filter(isHashed)) {
    hash.beginTable(table);
    const order = keyTerms(table).join(", ");
    const rows = database
      .prepare<[], readonly unknown[]>(
        `SELECT ${hashedColumns(table).join(", ")} FROM ${table.name} ORDER BY ${order}`,
      )
      .raw()
      .iterate();
    for (const row of rows) hash.addRow(row as readonly unknown[]);
  }
  return hash.digest();
}
