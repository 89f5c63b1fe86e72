import type Database from "better-sqlite3";
import { readRows, type SqlRow } from "../../sinks/tables.ts";
import type { TableShape } from "../../transforms/model/table.ts";
import { SNAPSHOT } from "./store-layout.ts";

/** Takes the rows of a file one by one, in the order of the file. */
export type TakeRow = (values: readonly unknown[]) => void;

/** What a file should have where SQLite has a value. */
export type Expected = (value: SqlRow[number]) => unknown;

/**
 * Holds the rows that a reader hands over against those of the SQLite file, value by value.
 *
 * @returns the first difference; nothing where there is none.
 */
export async function compareRows(
  database: Database.Database,
  table: TableShape,
  expected: Expected,
  read: (take: TakeRow) => Promise<void>,
): Promise<string | undefined> {
  const rows = readRows(database, table);
  const names = Object.keys(table.columns);
  let seen = 0;
  let difference: string | undefined;
  try {
    await read((values) => {
      seen += 1;
      difference ??= differenceBetween(names, seen, rows.next().value, values, expected);
    });
    return difference ?? (rows.next().done ? undefined : `after row ${seen}, ${SNAPSHOT} has more`);
  } finally {
    rows.return?.();
  }
}

function differenceBetween(
  names: readonly string[],
  place: number,
  own: SqlRow | undefined,
  values: readonly unknown[],
  expected: Expected,
): string | undefined {
  if (own === undefined) return `row ${place} is not in ${SNAPSHOT}`;
  if (values.length !== names.length)
    return `row ${place} has ${values.length} values for ${names.length} columns`;
  const index = own.findIndex((value, column) => values[column] !== expected(value));
  if (index === -1) return undefined;
  const [found, lawful] = [values[index], expected(own[index] ?? null)].map((value) => JSON.stringify(value));
  return `${names[index]} of row ${place} is ${found}; by ${SNAPSHOT} it should be ${lawful}`;
}
