import { chmodSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { beforeEach, describe, expect, test } from "vitest";
import { verifyVersion } from "../../../pipelines/publish/verify.ts";
import { verifyTables } from "../../../pipelines/publish/verify-tables.ts";
import { listFiles } from "../../../sinks/digest.ts";
import type { Manifest } from "../../../sinks/manifest.ts";
import { rowOf, SMALL_DATASET } from "../../sinks/small-dataset.ts";
import { temporaryFolder } from "../../sinks/temporary-folder.ts";
import { writtenTables } from "../../sinks/written-tables.ts";
import { publishRows } from "./small-store.ts";

let folder: string;
let manifest: Manifest;

beforeEach(async () => {
  const store = temporaryFolder();
  manifest = (await publishRows(store)).manifest;
  folder = join(store, "versions", manifest.id);
});

function rewrite(path: string, change: (bytes: Buffer) => Buffer | string): void {
  chmodSync(join(folder, path), 0o644);
  writeFileSync(join(folder, path), change(readFileSync(join(folder, path))));
}

test("a version that was published has no problems", async () => {
  expect(await verifyVersion(folder)).toEqual([]);
});

test("one changed byte is found, in whichever folder and wherever it is", async () => {
  const files = new Map(listFiles(folder).map((path) => [path.includes("/") ? dirname(path) : path, path]));
  expect([...files.keys()]).toEqual(expect.arrayContaining(["csv", "json/us-ooh", "parquet", "schema"]));
  for (const path of files.values()) {
    const whole = readFileSync(join(folder, path));
    for (const share of [0, 0.5, 0.999]) {
      const place = Math.floor(whole.length * share);
      rewrite(path, (bytes) => {
        bytes[place] = (bytes[place] ?? 0) ^ 1;
        return bytes;
      });
      expect(await verifyVersion(folder), `${path} at ${place}`).not.toEqual([]);
      rewrite(path, () => whole);
    }
  }
  expect(await verifyVersion(folder)).toEqual([]);
}, 120_000);

test("a changed file is named", async () => {
  rewrite("json/us-ooh/actors.json", (bytes) => `${bytes} `);
  expect(await verifyVersion(folder)).toEqual([
    "json/us-ooh/actors.json is not what was published: its SHA-256 differs from SHA256SUMS.",
  ]);
});

test("a missing file is named", async () => {
  rmSync(join(folder, "ATTRIBUTION.md"));
  expect(await verifyVersion(folder)).toContain("ATTRIBUTION.md is missing.");
});

test("a file that nobody published is named", async () => {
  writeFileSync(join(folder, "notes.txt"), "mine");
  expect(await verifyVersion(folder)).toEqual(["notes.txt is not in SHA256SUMS."]);
});

test("a version without its manifest is no version", async () => {
  renameSync(join(folder, "manifest.json"), join(folder, "manifest.old"));
  expect(await verifyVersion(folder)).toEqual([
    expect.stringMatching(/^manifest\.json cannot be read: ENOENT/),
  ]);
});

test("a SQLite file that is none is told in a sentence", async () => {
  rewrite("occupations.sqlite", () => "no database");
  expect(await verifyVersion(folder)).toContainEqual(
    expect.stringMatching(/^occupations\.sqlite cannot be read: /),
  );
});

describe("a SQLite file that was tampered with", () => {
  test.each([
    ["UPDATE wage SET amount = 1 WHERE amount = 93600", "its rows don't give the content hash"],
    ["DELETE FROM issue", "issue has 0 rows; the manifest says 1."],
    ["UPDATE duty SET occupation_id = 'us-ooh/nobody' WHERE position = 2", "which does not exist"],
    ["UPDATE dataset SET version = 'another'", "it says that it is version another"],
    ["PRAGMA application_id = 7", "application_id is 7"],
    ["PRAGMA user_version = 7", "user_version is 7; it should be 1."],
  ])("%s", async (statement, problem) => {
    const path = join(folder, "occupations.sqlite");
    chmodSync(path, 0o644);
    const database = new Database(path);
    database.pragma("foreign_keys = OFF");
    database.exec(statement);
    database.close();
    expect((await verifyVersion(folder)).join("\n")).toContain(problem);
  });
});

test("an index that lacks an occupation is found, also by itself", async () => {
  rewrite("json/index.json", (bytes) => bytes.toString().replace(/^\{"id":"us-ooh\/actors".*\n/m, ""));
  expect(await verifyVersion(folder)).toContain("json/index.json has 8 of 9 occupations.");
});

test("a document that is about another occupation is found", async () => {
  rewrite("json/us-ooh/actors.json", (bytes) =>
    bytes.toString().replace('"us-ooh/actors"', '"us-ooh/actor"'),
  );
  expect(await verifyVersion(folder)).toContain(
    "json/us-ooh/actors.json is about us-ooh/actor; the index says us-ooh/actors.",
  );
});

test.each([
  [
    "another value",
    (text: string) => text.replace("93600", "93601"),
    /^csv\/wage\.csv: amount of row \d+ is "93601"; by occupations\.sqlite it should be "93600"\.$/,
  ],
  [
    "a row less",
    (text: string) => text.replace(/us-ooh\/actors,[^\r]*\r\n/, ""),
    /^csv\/wage\.csv: .* of row 1 is /,
  ],
  [
    "a row less at the end",
    (text: string) => text.replace(/[^\n]+\r\n$/, ""),
    /^csv\/wage\.csv: after row 11, occupations\.sqlite has more\.$/,
  ],
  [
    "a row twice",
    (text: string) => `${text}${text.split("\r\n").at(-2)}\r\n`,
    /^csv\/wage\.csv: row 13 is not in occupations\.sqlite\.$/,
  ],
  [
    "another header",
    (text: string) => text.replace("amount", "sum"),
    /^csv\/wage\.csv: its header is .*,sum,.*; it should be .*,amount,/,
  ],
  [
    "a line break in the open",
    (text: string) => text.replace("$93,600 per year", "$93,600\nper year").replaceAll('"', ""),
    /^csv\/wage\.csv: it cannot be read: Invalid Record Length/,
  ],
])("a CSV file with %s is found", async (_, change, problem) => {
  rewrite("csv/wage.csv", (bytes) => change(bytes.toString()));
  expect(await verifyTables(folder, manifest)).toEqual([expect.stringMatching(problem)]);
});

test("a Parquet file with other rows, other columns, or none at all is found", async () => {
  const other = writtenTables([
    ...SMALL_DATASET,
    rowOf("duty", { occupation_id: "us-ooh/actors", position: 9, text: "x" }),
  ]);
  rewrite("parquet/duty.parquet", () => readFileSync(join(other.folder, "parquet/duty.parquet")));
  rewrite("parquet/quality.parquet", () => readFileSync(join(other.folder, "parquet/specialty.parquet")));
  rewrite("parquet/wage.parquet", (bytes) => bytes.subarray(0, 1_000));
  rmSync(join(folder, "parquet/source.parquet"));
  const problems = await verifyTables(folder, manifest);
  expect(problems).toEqual([
    expect.stringMatching(/^parquet\/source\.parquet: it cannot be read: ENOENT/),
    expect.stringMatching(/^parquet\/duty\.parquet: occupation_id of row 1 is "us-ooh\/actors"; by /),
    expect.stringMatching(
      /^parquet\/quality\.parquet: its columns are .*; they should be .*text byte_array optional/,
    ),
    expect.stringMatching(/^parquet\/wage\.parquet: it cannot be read: /),
  ]);
});

test("a document whose facts are not those of SQLite is found, and so is a line of NDJSON that is not the document", async () => {
  rewrite("json/us-ooh/registered-nurses.json", (bytes) =>
    bytes.toString().replaceAll('"amount":93600', '"amount":93601'),
  );
  rewrite("json/us-ooh/military-careers.json", (bytes) =>
    bytes.toString().replace(/"duties": \[[^\]]*\]/, '"duties": []'),
  );
  rewrite("json/us-ooh/bus-drivers.json", (bytes) => bytes.toString().replace('"wages"', '"pages"'));
  rewrite("occupations.ndjson", (bytes) => bytes.toString().replace("23.33", "23.34"));
  const problems = (await verifyVersion(folder)).filter((problem) => !problem.includes("SHA256SUMS"));
  expect(problems).toEqual([
    "json/us-ooh/bus-drivers.json: wages has no rows; occupations.sqlite has 2.",
    "json/us-ooh/military-careers.json: duties has 0 rows; occupations.sqlite has 1.",
    expect.stringMatching(
      /^json\/us-ooh\/registered-nurses\.json: amount of row \d of wages is not that of occupations\.sqlite\.$/,
    ),
    "occupations.ndjson: its line of us-ooh/actors is another.",
  ]);
});

test("a place of a document that is another than in SQLite is found", async () => {
  rewrite("json/us-ooh/registered-nurses.json", (bytes) =>
    bytes.toString().replace('"#tab-5 p:nth-of-type(3)"', '"#tab-5"'),
  );
  const problems = await verifyVersion(folder);
  expect(problems).toContainEqual(
    expect.stringMatching(/: locator of row \d of wages is not that of occupations\.sqlite\.$/),
  );
});

test("lines of NDJSON that no document has are found", async () => {
  rewrite("occupations.ndjson", (bytes) => `${bytes}{}\n`);
  const problems = await verifyVersion(folder);
  expect(problems).toContainEqual(
    expect.stringMatching(/^occupations\.ndjson: it has \d+ bytes; the documents have \d+\.$/),
  );
});

test("a version that is older than a format is whole without it", async () => {
  const files = manifest.files.filter(({ path }) => !path.startsWith("csv/"));
  rmSync(join(folder, "csv"), { recursive: true });
  expect(await verifyTables(folder, { ...manifest, files })).toEqual([]);
});
