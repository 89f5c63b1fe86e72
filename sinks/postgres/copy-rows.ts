import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type Database from "better-sqlite3";
import type { Client } from "pg";
import { from } from "pg-copy-streams";
import type { TableShape } from "../../transforms/model/table.ts";

/** The database is fed in pieces of this size: a message a row would cost more than the rows. */
const PIECE_CHARACTERS = 1 << 16;

/** Copies the rows of a table of a snapshot into the table of the same name, in the order of their keys. */
export async function copyRows(
  connection: Database.Database,
  client: Client,
  { name, columns }: TableShape,
): Promise<void> {
  const names = Object.keys(columns).join(", ");
  const rows = connection
    .prepare<[], readonly unknown[]>(`SELECT ${names} FROM ${name} ORDER BY rowid`)
    .raw()
    .iterate();
  await pipeline(Readable.from(piecesOf(rows)), client.query(from(`COPY ${name} (${names}) FROM STDIN`)));
}

function* piecesOf(rows: Iterable<unknown>): Generator<string> {
  let piece = "";
  for (const row of rows) {
    piece += `${(row as readonly unknown[]).map(copyText).join("\t")}\n`;
    if (piece.length < PIECE_CHARACTERS) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}

const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

/** A value as COPY's text format has it. */
export function copyText(value: unknown): string {
  return value === null ? "\\N" : String(value).replaceAll(/[\\\t\n\r]/g, (sign) => ESCAPES[sign] ?? sign);
}
