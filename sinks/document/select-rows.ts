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

/** A column of another table that a row shows beside the id that points there. */
export type ToldColumn = {
  readonly name: string;
  /** The other table, as the query calls it. */
  readonly alias: string;
  readonly table: TableName;
  readonly column: string;
};

/** `industry_id` → `industry_title`; nothing where the table has such a title of its own, as `group_title`. */
export function toldBeside(
  table: TableName,
  name: string,
  { references = "" }: Column,
): readonly ToldColumn[] {
  const alias = name.replace(/_id$/, "");
  if (`${alias}_title` in model[table].columns) return [];
  const other = references.split(".")[0] as TableName;
  return (TOLD[references] ?? []).map((column) => ({
    name: `${alias}_${column}`,
    ...{ alias, table: other, column },
  }));
}

function selectColumn(table: TableName, name: string, column: Column) {
  const term = `${table}.${name}`;
  const told = toldBeside(table, name, column);
  const [first] = told;
  return {
    terms: [term, ...told.map((one) => `"${one.alias}".${one.column} AS ${one.name}`)],
    join:
      first === undefined
        ? ""
        : `LEFT JOIN ${first.table} AS "${first.alias}" ON "${first.alias}".id = ${term}`,
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
