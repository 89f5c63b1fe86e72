import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { listIndexes } from "../../../sinks/sqlite/indexes.ts";
import { openSnapshot } from "../../../sinks/sqlite/open-snapshot.ts";
import { createSnapshot } from "../../../sinks/sqlite.ts";
import { APPLICATION_ID } from "../../../transforms/model/model.ts";
import { datasetRow, rowOf, SMALL_DATASET } from "../small-dataset.ts";
import { createEmptySnapshot, insertAll, openSmallSnapshot, writeSnapshot } from "../small-snapshot.ts";
import { temporaryFolder } from "../temporary-folder.ts";

test("the same rows give the same bytes, in whatever order they came", () => {
  const one = readFileSync(writeSnapshot());
  const other = readFileSync(writeSnapshot(SMALL_DATASET.toReversed()));
  expect(one.equals(other)).toBe(true);
});

test("rows are stored in the order of their keys", () => {
  const { connection } = openSmallSnapshot();
  const ids = connection.prepare("SELECT id FROM occupation ORDER BY rowid").pluck().all();
  expect(ids).toEqual(ids.toSorted());
});

test("a snapshot is one file, in rollback mode, so that it opens where nothing can be written", () => {
  const path = writeSnapshot();
  expect(readdirSync(dirname(path))).toEqual(["occupations.sqlite"]);
  const header = readFileSync(path).subarray(0, 100);
  expect([header[18], header[19]]).toEqual([1, 1]);
});

test("a reader finds the application's mark, the schema's major version and the row of the version", async () => {
  const { connection, database } = openSmallSnapshot();
  expect(connection.pragma("application_id", { simple: true })).toBe(APPLICATION_ID);
  expect(connection.pragma("user_version", { simple: true })).toBe(1);
  const { version } = await database.selectFrom("dataset").select("version").executeTakeFirstOrThrow();
  expect(version).toBe("20261123T021500Z-0123abcd");
});

test("a reader cannot write", () => {
  const { connection } = openSmallSnapshot();
  expect(() => connection.exec("DELETE FROM wage")).toThrow("readonly");
});

test("a missing snapshot is not created by opening it", () => {
  const folder = temporaryFolder();
  expect(() => openSnapshot(join(folder, "occupations.sqlite"))).toThrow();
  expect(readdirSync(folder)).toEqual([]);
});

test("a snapshot is written once", () => {
  const path = writeSnapshot();
  expect(() => createSnapshot(path)).toThrow("exists already");
});

test("what has been put in so far can be read before the snapshot is finished", () => {
  const writer = createEmptySnapshot();
  insertAll(writer, SMALL_DATASET);
  const jobs = writer.connection.prepare("SELECT jobs FROM us_overview WHERE code = 'registered-nurses'");
  expect(jobs.pluck().get()).toBe(3_391_000);
});

test("a row that points at nothing is named with its table, its key and what it points at", () => {
  const path = join(temporaryFolder(), "occupations.sqlite");
  const writer = createSnapshot(path);
  const orphan = rowOf("duty", { occupation_id: "us-ooh/nobody", position: 3, text: "Nothing" });
  insertAll(writer, [...SMALL_DATASET, orphan, datasetRow()]);
  expect(() => writer.finish()).toThrow(
    'duty {"occupation_id":"us-ooh/nobody","position":3}: occupation_id points at occupation "us-ooh/nobody", which does not exist.',
  );
  expect(readdirSync(dirname(path))).toEqual([]);
});

test("of many rows that point at nothing, the first ten are named and the rest are counted", () => {
  const writer = createEmptySnapshot();
  const orphans = Array.from({ length: 13 }, (_, index) =>
    rowOf("duty", { occupation_id: "us-ooh/nobody", position: index + 1, text: "Nothing" }),
  );
  insertAll(writer, [...SMALL_DATASET, ...orphans, datasetRow()]);
  expect(() => writer.finish()).toThrow("… and 3 more such rows.");
});

test("a snapshot without the row of its version is refused", () => {
  const writer = createEmptySnapshot();
  insertAll(writer, SMALL_DATASET);
  expect(() => writer.finish()).toThrow("dataset has 0 rows");
});

test("giving up leaves nothing on disk", () => {
  const folder = temporaryFolder();
  const writer = createSnapshot(join(folder, "occupations.sqlite"));
  insertAll(writer, SMALL_DATASET);
  writer.discard();
  expect(readdirSync(folder)).toEqual([]);
});

test("words are found by their beginning, and without accents", () => {
  const { connection } = openSmallSnapshot();
  const search = connection.prepare("SELECT id FROM occupation_search(?) ORDER BY rank").pluck();
  expect(search.all("infirmiere")).toEqual(["us-ooh/registered-nurses"]);
  expect(search.all("nurs* AND observations")).toEqual(["us-ooh/registered-nurses"]);
});

test("a word in the title weighs more than one in another name, and that more than one in a duty", () => {
  const place = (code: string, title: string) => {
    const id = `us-soc-2018/${code}`;
    return rowOf("occupation", { id, scheme: "us-soc-2018", code, title, level: "detailed" });
  };
  const { connection } = openSmallSnapshot([
    ...SMALL_DATASET,
    place("duty", "Gaffers"),
    rowOf("duty", { occupation_id: "us-soc-2018/duty", position: 1, text: "Luthier" }),
    place("name", "Artisans"),
    rowOf("occupation_name", { occupation_id: "us-soc-2018/name", name: "Luthier" }),
    place("title", "Luthier"),
    rowOf("occupation_name", { occupation_id: "us-soc-2018/title", name: "Maker" }),
  ]);
  const found = connection.prepare("SELECT id FROM occupation_search('luthier') ORDER BY rank").pluck().all();
  expect(found).toEqual(["us-soc-2018/title", "us-soc-2018/name", "us-soc-2018/duty"]);
});

test.each([
  "SELECT * FROM wage WHERE occupation_id = 'x'",
  "SELECT * FROM employer_share WHERE industry_id = 'x'",
  "SELECT * FROM wage WHERE industry_id = 'x'",
  "SELECT * FROM relation WHERE to_id = 'x'",
  "SELECT * FROM occupation WHERE scheme = 'us-ooh' AND code = 'x'",
  "SELECT * FROM occupation WHERE title = 'x' COLLATE NOCASE",
  "SELECT * FROM occupation_name WHERE name = 'x' COLLATE NOCASE",
])("an index answers %s", (question) => {
  const { connection } = createEmptySnapshot();
  for (const statement of listIndexes()) connection.exec(statement.replace("INDEX", "INDEX IF NOT EXISTS"));
  const plan = connection.prepare(`EXPLAIN QUERY PLAN ${question}`).all() as { readonly detail: string }[];
  expect(plan.map(({ detail }) => detail).join("\n")).toContain("USING INDEX");
});

test("a snapshot can be attached beside another", () => {
  const database = new Database(writeSnapshot(), { readonly: true });
  database.prepare("ATTACH ? AS older").run(writeSnapshot(SMALL_DATASET.slice(0, -1)));
  const gone = database.prepare("SELECT rule FROM issue EXCEPT SELECT rule FROM older.issue").pluck().all();
  expect(gone).toEqual(["new-section"]);
  database.close();
});
