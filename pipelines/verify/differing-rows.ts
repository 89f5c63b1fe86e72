import Database from "better-sqlite3";
import { TABLES } from "../../transforms/model/model.ts";

/** What SQL can tell of two snapshots whose bytes differ: tables, how many rows, and the first of them. */
export function differingRows(published: string, rebuilt: string): string {
  const database = new Database(rebuilt, { readonly: true });
  try {
    database.prepare("ATTACH ? AS published").run(published);
    const found = TABLES.flatMap(({ name }) => differenceOf(database, name));
    return found.length === 0 ? "all rows are the same, but not the bytes of the file." : found.join(" ");
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    return `it cannot be read (${error.message}).`;
  } finally {
    database.close();
  }
}

function differenceOf(database: Database.Database, table: string): string[] {
  const [had, has] = ["published", "main"].map((schema) => columnsOf(database, schema, table));
  if (had !== has) return [`${table}: its columns were ${had || "none"}, and are ${has}.`];
  const wrong = onlyIn(database, table, "published", "main");
  const missing = onlyIn(database, table, "main", "published");
  return [
    ...(wrong === undefined ? [] : [`${table}: ${wrong} should not be there.`]),
    ...(missing === undefined ? [] : [`${table}: ${missing} should be there.`]),
  ];
}

function columnsOf(database: Database.Database, schema: string, table: string): string {
  return database.prepare("SELECT name FROM pragma_table_info(?, ?)").pluck().all(table, schema).join(", ");
}

/** "3 rows, such as {…}": those of one file that the other does not have. */
function onlyIn(database: Database.Database, table: string, one: string, other: string): string | undefined {
  const sql = `SELECT * FROM ${one}.${table} EXCEPT SELECT * FROM ${other}.${table}`;
  const count = database.prepare(`SELECT count(*) FROM (${sql})`).pluck().get() as number;
  if (count === 0) return undefined;
  const example = JSON.stringify(database.prepare(`${sql} LIMIT 1`).get());
  return count === 1 ? `the row ${example}` : `${count} rows, such as ${example},`;
}
