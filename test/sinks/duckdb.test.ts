import { join } from "node:path";
import { expect, test } from "vitest";
import { readRows } from "../../sinks/tables.ts";
import type { Column } from "../../transforms/model/column.ts";
import { TABLES } from "../../transforms/model/model.ts";
import type { TableShape } from "../../transforms/model/table.ts";
import { openDuckdb } from "./duckdb.ts";
import { writtenTables } from "./written-tables.ts";

const DUCKDB_TYPES = { TEXT: "VARCHAR", INTEGER: "BIGINT", REAL: "DOUBLE" } as const;

/** The types of a table's columns, as `read_csv` takes them. */
function typesOf({ columns }: TableShape): string {
  const types = Object.entries<Column>(columns).map(
    ([name, { sqlType }]) => `'${name}': '${DUCKDB_TYPES[sqlType]}'`,
  );
  return `{${types.join(", ")}}`;
}

test("DuckDB reads from Parquet and from CSV what SQLite has, row by row and value by value", async () => {
  const { folder, snapshot } = writtenTables();
  const ask = await openDuckdb();
  for (const table of TABLES) {
    const rows = [...readRows(snapshot.connection, table)];
    const parquet = join(folder, `parquet/${table.name}.parquet`);
    expect(await ask(`FROM '${parquet}'`), table.name).toEqual(rows);
    const csv = join(folder, `csv/${table.name}.csv`);
    const options = `header = true, quote = '"', escape = '"', delim = ',', columns = ${typesOf(table)}`;
    expect(await ask(`FROM read_csv('${csv}', ${options})`), table.name).toEqual(rows);
  }
});

test("DuckDB sees the types of the model in Parquet, and which columns can be NULL", async () => {
  const { folder } = writtenTables();
  const ask = await openDuckdb();
  for (const table of TABLES) {
    const parquet = join(folder, `parquet/${table.name}.parquet`);
    const columns = Object.entries<Column>(table.columns);
    const seen = await ask(`SELECT column_name, column_type FROM (DESCRIBE FROM '${parquet}')`);
    expect(seen).toEqual(columns.map(([name, { sqlType }]) => [name, DUCKDB_TYPES[sqlType]]));
    const told = await ask(
      `SELECT name, repetition_type FROM parquet_schema('${parquet}') WHERE type IS NOT NULL`,
    );
    expect(told).toEqual(columns.map(([name, { nullable }]) => [name, nullable ? "OPTIONAL" : "REQUIRED"]));
  }
});

test("a search for a text finds its row, whatever the statistics of the row group keep of it", async () => {
  const { folder, snapshot } = writtenTables();
  const ask = await openDuckdb();
  const texts = snapshot.connection.prepare("SELECT text FROM duty").pluck().all() as string[];
  for (const text of texts) {
    const query = `SELECT text FROM '${folder}/parquet/duty.parquet' WHERE text = '${text.replaceAll("'", "''")}'`;
    expect(await ask(query)).toEqual([[text]]);
  }
});
