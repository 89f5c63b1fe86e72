import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readRows } from "../../../sinks/tables.ts";
import { TABLES } from "../../../transforms/model/model.ts";
import { dataPackageRules } from "../../sinks/data-package-rules.ts";
import { openDuckdb } from "../../sinks/duckdb.ts";
import { createStore, type TestStore } from "../published-store.ts";
import { refreshIn } from "../refresh/refreshed-store.ts";

let store: TestStore;
let database: Database.Database;

beforeAll(async () => {
  store = createStore();
  expect((await refreshIn(store.path, ["--sample"])).exit).toBe(0);
  database = new Database(inVersion("occupations.sqlite"), { readonly: true });
}, 120_000);

afterAll(() => {
  database?.close();
  store.remove();
});

const inVersion = (path: string) => join(store.path, "latest", path);
const readJson = (path: string) => JSON.parse(readFileSync(inVersion(path), "utf8"));

const ajv = new Ajv2020({ allowUnionTypes: true });

function expectValid(validate: ValidateFunction, value: unknown, what: string): void {
  if (!validate(value)) expect.fail(`${what}: ${ajv.errorsText(validate.errors)}`);
}

test("Ajv finds every document of the sample, the index and every row to be what the schemas say", () => {
  const isDocument = ajv.compile(readJson("schema/document.schema.json"));
  const index: { path: string }[] = readJson("json/index.json");
  for (const { path } of index) expectValid(isDocument, readJson(`json/${path}`), path);
  expectValid(ajv.compile(readJson("schema/index.schema.json")), index, "the index");
  for (const { name } of TABLES) {
    const isRow = ajv.compile(readJson(`schema/${name}.schema.json`));
    for (const row of database.prepare(`SELECT * FROM ${name}`).iterate()) expectValid(isRow, row, name);
  }
});

test("DuckDB reads from Parquet and from CSV of the sample what SQLite has", async () => {
  const ask = await openDuckdb();
  for (const table of TABLES) {
    const rows = [...readRows(database, table)];
    expect(await ask(`FROM '${inVersion(`parquet/${table.name}.parquet`)}'`), table.name).toEqual(rows);
    const texts = rows.map((row) => row.map((value) => (value === null ? null : String(value))));
    const options = "header = true, all_varchar = true, quote = '\"', escape = '\"', delim = ','";
    const query = `FROM read_csv('${inVersion(`csv/${table.name}.csv`)}', ${options})`;
    expect(await ask(query), table.name).toEqual(texts);
  }
});

test("the data package of the sample keeps the rules of its profile", () => {
  const { resources, sources } = dataPackageRules.parse(readJson("datapackage.json"));
  expect(resources).toHaveLength(TABLES.length);
  expect(sources).toHaveLength(database.prepare("SELECT count(*) FROM source").pluck().get() as number);
});
