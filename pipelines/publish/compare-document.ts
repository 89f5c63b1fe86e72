import { isDeepStrictEqual } from "node:util";
import type Database from "better-sqlite3";
import { PARTS } from "../../sinks/document/parts.ts";
import { TABLES } from "../../transforms/model/model.ts";
import type { TableShape } from "../../transforms/model/table.ts";
import { SNAPSHOT } from "./store-layout.ts";

/** A document as it was read back. */
export type ReadDocument = { readonly id: string; readonly [part: string]: unknown };

type Compare = (document: ReadDocument) => string | undefined;

/**
 * Prepares a look at the facts in a document: each list of it must have the rows of its table, with the same values.
 *
 * @returns a function that tells the first difference; nothing where there is none.
 */
export function prepareDocumentComparison(
  database: Database.Database,
  tables: readonly TableShape[] = TABLES,
): Compare {
  const comparisons = PARTS.flatMap(({ part, table, owner }): Compare[] => {
    const shape = tables.find(({ name }) => name === table);
    if (shape === undefined) return [];
    const columns = Object.keys(shape.columns).filter((name) => name !== owner);
    const rowsOf = database
      .prepare<[string], unknown[]>(
        `SELECT ${columns.join(", ")} FROM ${table} WHERE ${owner} = ? ORDER BY rowid`,
      )
      .raw();
    return [(document) => compareList(part, columns, rowsOf.all(document.id), document[part])];
  });
  return (document) => {
    for (const compare of comparisons) {
      const difference = compare(document);
      if (difference !== undefined) return difference;
    }
    return undefined;
  };
}

function compareList(
  part: string,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
  list: unknown,
): string | undefined {
  if (!Array.isArray(list) || list.length !== rows.length)
    return `${part} has ${Array.isArray(list) ? list.length : "no"} rows; ${SNAPSHOT} has ${rows.length}`;
  for (const [place, row] of rows.entries()) {
    const column = columns.find((name, index) => !isSame(list[place][name], row[index]));
    if (column !== undefined) return `${column} of row ${place + 1} of ${part} is not that of ${SNAPSHOT}`;
  }
  return undefined;
}

/** A list of places is a JSON array in SQLite, and a list in a document. */
function isSame(shown: unknown, stored: unknown): boolean {
  if (shown === stored) return true;
  return Array.isArray(shown) && isDeepStrictEqual(shown, JSON.parse(String(stored)));
}
