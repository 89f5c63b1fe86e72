import type Database from "better-sqlite3";
import type { Column } from "../../transforms/model/column.ts";
import { model, type TableName } from "../../transforms/model/model.ts";

/** A row as a document shows it. */
export type DocumentRow = { readonly [column: string]: unknown };

/** Gives the rows of one table that are about an occupation, in the order of their keys. */
export type SelectRows = (occupationId: string) => readonly DocumentRow[];

/**
 * Prepares a look at one table: the rows whose `owner` column is the occupation, without that column, which would say the
 * same in each. Beside the id of an industry or another occupation stands its title, and an occupation's address.
 */
export function prepareRows(database: Database.Database, table: TableName, owner: string): SelectRows {
  const columns = Object.entries<Column>(model[table].columns).filter(([name]) => name !== owner);
  const parts = columns.map(([name, column]) => selectColumn(table, name, column));
  // Rows of a snapshot are stored in the order of their keys.
  const statement = database.prepare<[string], DocumentRow>(
    `SELECT ${parts.flatMap(({ terms }) => terms).join(", ")}
    FROM ${table} ${parts.map(({ join }) => join).join(" ")}
    WHERE ${table}.${owner} = ? ORDER BY ${table}.rowid`,
  );
  return (occupationId) => statement.all(occupationId).map(withPlaces);
}

/** What is told of the thing that a column points at. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  "industry.id": ["title"],
  "occupation.id": ["title", "url"],
};

/** `industry_id` → `industry_id, industry_title`; only itself where the table has such a title of its own, as `group_title`. */
function selectColumn(table: TableName, name: string, { references = "" }: Column) {
  const term = `${table}.${name}`;
  const thing = name.replace(/_id$/, "");
  const told = TOLD[references];
  if (told === undefined || `${thing}_title` in model[table].columns) return { terms: [term], join: "" };
  const [other] = references.split(".");
  return {
    terms: [term, ...told.map((column) => `"${thing}".${column} AS ${thing}_${column}`)],
    join: `LEFT JOIN ${other} AS "${thing}" ON "${thing}".id = ${term}`,
  };
}

/** A row that draws on several places has them, and the words read there, as JSON arrays: here they become arrays. */
function withPlaces(row: DocumentRow): DocumentRow {
  const locator = listIn(row.locator);
  if (locator === undefined) return row;
  return { ...row, locator, raw: listIn(row.raw) ?? row.raw };
}

function listIn(text: unknown): readonly (string | null)[] | undefined {
  // `[id="x"]` and `[table.xlsx]All!A1` are locators, too.
  if (typeof text !== "string" || !/^\[(?:"|null)/.test(text)) return undefined;
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) && list.every(isWords) ? list : undefined;
  } catch {
    return undefined;
  }
}

function isWords(value: unknown): value is string | null {
  return typeof value === "string" || value === null;
}
