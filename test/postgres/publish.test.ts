import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openSnapshot } from "../../sinks/sqlite/reader.ts";
import { model, TABLES } from "../../transforms/model/model.ts";
import {
  createStore,
  HANDBOOK,
  publishRows,
  sourceRow,
  type TestStore,
} from "../pipelines/published-store.ts";
import { runCommand } from "../pipelines/run-command.ts";
import { type AnyRow, rowOf } from "../sinks/small-dataset.ts";
import { PASSWORD, postgresPrograms, startPostgres, type TestPostgres } from "./server.ts";

const isHere = postgresPrograms !== undefined;
if (!isHere)
  console.warn("SKIPPED: there is no PostgreSQL on this machine (Debian: apt-get install postgresql).");

describe.skipIf(!isHere)("versions in a PostgreSQL", () => {
  let postgres: TestPostgres;
  let client: pg.Client;
  let store: TestStore;
  let nights: string[];

  beforeAll(async () => {
    postgres = await startPostgres(postgresPrograms ?? "");
    store = createStore();
    nights = [
      await publishRows(store, ROWS, "2026-11-23T02:15:00Z"),
      await publishRows(store, [...ROWS, NEWS], "2026-11-24T02:15:00Z"),
    ];
  });
  afterAll(async () => {
    store?.remove();
    await postgres?.stop();
  });
  beforeEach(async () => {
    client = new pg.Client({ connectionString: postgres.url, types: NUMBERS });
    await client.connect();
    for (const schema of await schemas()) await client.query(`DROP SCHEMA ${schema} CASCADE`);
  });
  afterEach(() => client.end());

  const publish = (...words: readonly string[]) =>
    runCommand(["publish", "--to", postgres.url, "--store", store.path, ...words]);
  const rows = async (query: string) => (await client.query(query)).rows;
  const schemas = async (): Promise<string[]> =>
    (await rows("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'occupations%' ORDER BY nspname")).map(
      ({ nspname }) => nspname,
    );
  const shown = async () => (await rows("SELECT version FROM occupations.dataset"))[0]?.version;
  const schemaOf = (version = "") => `occupations_${version.toLowerCase().replace("-", "_")}`;

  test("a version has a schema of its own, and the views show the latest", async () => {
    expect(await publish()).toMatchObject({ exit: 0 });
    expect(await schemas()).toEqual(["occupations", schemaOf(nights[1])]);
    expect(await shown()).toBe(nights[1]);
  });

  test("an older version stands beside it, and the views stay", async () => {
    await publish();
    expect(await publish("--version", nights[0] ?? "")).toMatchObject({ exit: 0 });
    expect(await schemas()).toEqual(["occupations", ...nights.map(schemaOf)]);
    expect(await shown()).toBe(nights[1]);
  });

  test("a version that is there already stays as it is", async () => {
    await publish();
    const again = await publish("--json");
    expect(JSON.parse(again.stdout)).toMatchObject({ isLoaded: false, isSwitched: false, latest: nights[1] });
  });

  test("every table has the rows of SQLite, value by value", async () => {
    await publish();
    using snapshot = openSnapshot(store.path);
    for (const { name, key, columns } of TABLES) {
      const order = key
        .map((column) => `${column} ${columns[column]?.nullable ? "NULLS FIRST" : ""}`)
        .join(", ");
      const expected = await snapshot.database
        .selectFrom(name as keyof typeof model)
        .selectAll()
        .orderBy("rowid" as never)
        .execute();
      expect(await rows(`SELECT * FROM occupations.${name} ORDER BY ${order}`), name).toEqual(expected);
    }
  });

  test.each(["us_overview", "uk_overview", "comparison"] as const)(
    "%s says what it says in SQLite",
    async (view) => {
      await publish();
      using snapshot = openSnapshot(store.path);
      const expected = await snapshot.database.selectFrom(view).selectAll().execute();
      const found = await rows(`SELECT * FROM occupations.${view}`);
      expect(expected.length).toBeGreaterThan(0);
      expect(sorted(found)).toEqual(sorted(expected));
      expect(Object.keys(found[0] ?? {})).toEqual(Object.keys(expected[0] ?? {}));
    },
  );

  test("full text finds a word by its beginning, in the title first", async () => {
    await publish();
    const found = await rows(
      `SELECT id FROM occupations.occupation_search, to_tsquery('simple', 'medic:* & rec:*') AS query
      WHERE words @@ query ORDER BY ts_rank(words, query) DESC, id`,
    );
    expect(found[0]).toEqual({ id: "us-ooh/medical-records-and-health-information-technicians" });
  });

  test("tables and columns are described by the model, and rows that break it are refused", async () => {
    await publish();
    const described = await rows(
      `SELECT obj_description('${schemaOf(nights[1])}.wage'::regclass) AS wage,
        col_description('${schemaOf(nights[1])}.wage'::regclass, 1) AS occupation_id`,
    );
    const { description, columns } = model.wage;
    expect(described).toEqual([{ wage: description, occupation_id: columns.occupation_id.description }]);
    const table = `${schemaOf(nights[1])}.wage`;
    await expect(rows(`UPDATE ${table} SET currency = 'EUR'`)).rejects.toThrow(/check constraint/);
    await expect(rows(`UPDATE ${table} SET source_id = 'nobody'`)).rejects.toThrow(/foreign key/);
    await expect(rows(`INSERT INTO ${table} SELECT * FROM ${table} LIMIT 1`)).rejects.toThrow(/unique/);
  });

  test("--keep drops the oldest versions, never the one that the views show", async () => {
    await publish("--version", nights[0] ?? "");
    const { stdout } = await publish("--keep", "1", "--json");
    expect(JSON.parse(stdout)).toMatchObject({ dropped: [schemaOf(nights[0])], latest: nights[1] });
    expect(await schemas()).toEqual(["occupations", schemaOf(nights[1])]);
    await publish("--version", nights[0] ?? "", "--keep", "1");
    expect(await shown()).toBe(nights[1]);
  });

  test("what was built on the views and who may read them survives the next version", async () => {
    await publishAs(nights[0]);
    await client.query("CREATE ROLE reader; GRANT SELECT ON occupations.occupation TO reader");
    await client.query("CREATE VIEW public.titles AS SELECT title FROM occupations.occupation");
    await publish();
    expect(await shown()).toBe(nights[1]);
    expect(
      await rows("SELECT has_table_privilege('reader', 'occupations.occupation', 'SELECT') AS may"),
    ).toEqual([{ may: true }]);
    expect((await rows("SELECT * FROM public.titles")).length).toBeGreaterThan(0);
    await client.query("DROP VIEW public.titles; DROP OWNED BY reader; DROP ROLE reader");
  });

  test("a version that does not arrive as its manifest says leaves nothing", async () => {
    await publish("--version", nights[0] ?? "");
    const before = await schemas();
    const tampered = createStore();
    cpSync(store.path, tampered.path, { recursive: true, verbatimSymlinks: true });
    const path = join(tampered.path, "latest", "manifest.json");
    const manifest = JSON.parse(readFileSync(path, "utf8"));
    manifest.counts.duty += 1;
    rmSync(path);
    writeFileSync(path, JSON.stringify({ ...manifest, content_hash: "00".repeat(32) }));
    const { exit, stderr } = await runCommand(["publish", "--to", postgres.url, "--store", tampered.path]);
    tampered.remove();
    expect(exit).toBe(4);
    expect(stderr).toMatch(/duty has \d+ rows; the manifest says/);
    expect(stderr).toMatch(/content hash [0-9a-f]{64}; the manifest says 0000/);
    expect(await schemas()).toEqual(before);
  });

  test("a database that refuses half-way leaves nothing, and is told from one that cannot be reached", async () => {
    await client.query("CREATE SCHEMA occupations; CREATE TABLE occupations.dataset (version text)");
    const refused = await publish("--json");
    expect(refused.exit).toBe(7);
    expect(JSON.parse(refused.stdout).error.code).toBe("database-refused");
    expect(await schemas()).toEqual(["occupations"]);
    const nowhere = await runCommand([
      ...["publish", "--to", "postgres://writer:other-s3cret@127.0.0.1:1/postgres"],
      ...["--store", store.path, "--json"],
    ]);
    expect(nowhere.exit).toBe(7);
    expect(JSON.parse(nowhere.stdout).error.code).toBe("database-unreachable");
    expect(nowhere.stdout + nowhere.stderr).not.toContain("other-s3cret");
  });

  test("the password is never printed", async () => {
    const wrong = postgres.url.replace(encodeURIComponent(PASSWORD), "wr0ng");
    const outputs = [
      await publish("--verbose"),
      await publish("--json"),
      await runCommand(["publish", "--to", wrong, "--store", store.path, "--verbose"]),
    ];
    const printed = outputs.map(({ stdout, stderr }) => stdout + stderr).join("\n");
    expect(outputs.map(({ exit }) => exit)).toEqual([0, 0, 7]);
    for (const secret of [PASSWORD, encodeURIComponent(PASSWORD), "wr0ng"])
      expect(printed).not.toContain(secret);
    expect(printed).toContain("postgres://writer:***@127.0.0.1");
  });

  /** Publishes a night as it was when it was the latest. */
  async function publishAs(version = ""): Promise<void> {
    const earlier = createStore();
    await publishRows(earlier, ROWS, "2026-11-23T02:15:00Z");
    const { exit } = await runCommand(["publish", "--to", postgres.url, "--store", earlier.path]);
    earlier.remove();
    expect([exit, await shown()]).toEqual([0, version]);
  }
});

/** A bigint as a number, as SQLite has it. */
const NUMBERS: pg.CustomTypesConfig = {
  getTypeParser: (type, format) => (type === 20 ? Number : pg.types.getTypeParser(type, format as "text")),
};

const CODERS = "us-ooh/medical-records-and-health-information-technicians";

/** A profile of the other country, and words that COPY has signs for. */
const ROWS: readonly AnyRow[] = [
  sourceRow(),
  ...HANDBOOK,
  rowOf("occupation", {
    ...{ id: "uk-soc-2020/4131", scheme: "uk-soc-2020", code: "4131", level: "unit", country: "UK" },
    title: "Records clerks and assistants",
  }),
  rowOf("occupation", {
    ...{ id: "uk-soc-2020/41", scheme: "uk-soc-2020", code: "41", level: "sub-major", country: "UK" },
    title: "Administrative occupations",
  }),
  rowOf("projection", {
    ...{ occupation_id: "uk-soc-2020/41", area: "England", base_year: 2020, target_year: 2035 },
    ...{ base_jobs: 2_600_000, target_jobs: 2_500_000, change_jobs: -100_000, change_percent: -3.8 },
  }),
  rowOf("wage", { occupation_id: "uk-soc-2020/4131", area: "UK", currency: "GBP", amount: 24_500.5 }),
  rowOf("relation", {
    ...{ from_id: CODERS, to_id: "uk-soc-2020/4131", kind: "equivalent", method: "titles" },
    ...{ score: 0.5, weight: 0 },
  }),
  rowOf("duty", {
    occupation_id: CODERS,
    position: 90,
    text: "Tab\there, line\nthere, a \\N and a \\. and £ – 日本",
  }),
];

const NEWS = rowOf("duty", { occupation_id: CODERS, position: 91, text: "Answer questions" });

function sorted(found: readonly object[]): object[] {
  return [...found].toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}
