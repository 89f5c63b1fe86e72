import { chmodSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { beforeEach, describe, expect, test } from "vitest";
import { verifyVersion } from "../../../pipelines/publish/verify.ts";
import { listFiles } from "../../../sinks/digest.ts";
import { temporaryFolder } from "../../sinks/temporary-folder.ts";
import { publishRows } from "./small-store.ts";

let folder: string;

beforeEach(async () => {
  const store = temporaryFolder();
  const { manifest } = await publishRows(store);
  folder = join(store, "versions", manifest.id);
});

function rewrite(path: string, change: (bytes: Buffer) => Buffer | string): void {
  chmodSync(join(folder, path), 0o644);
  writeFileSync(join(folder, path), change(readFileSync(join(folder, path))));
}

test("a version that was published has no problems", () => {
  expect(verifyVersion(folder)).toEqual([]);
});

test("one changed byte is found, in whichever file and wherever it is", () => {
  for (const path of listFiles(folder)) {
    const whole = readFileSync(join(folder, path));
    for (const share of [0, 0.5, 0.999]) {
      const place = Math.floor(whole.length * share);
      rewrite(path, (bytes) => {
        bytes[place] = (bytes[place] ?? 0) ^ 1;
        return bytes;
      });
      expect(verifyVersion(folder), `${path} at ${place}`).not.toEqual([]);
      rewrite(path, () => whole);
    }
  }
  expect(verifyVersion(folder)).toEqual([]);
});

test("a changed file is named", () => {
  rewrite("json/us-ooh/actors.json", (bytes) => `${bytes} `);
  expect(verifyVersion(folder)).toEqual([
    "json/us-ooh/actors.json is not what was published: its SHA-256 differs from SHA256SUMS.",
  ]);
});

test("a missing file is named", () => {
  rmSync(join(folder, "ATTRIBUTION.md"));
  expect(verifyVersion(folder)).toContain("ATTRIBUTION.md is missing.");
});

test("a file that nobody published is named", () => {
  writeFileSync(join(folder, "notes.txt"), "mine");
  expect(verifyVersion(folder)).toEqual(["notes.txt is not in SHA256SUMS."]);
});

test("a version without its manifest is no version", () => {
  renameSync(join(folder, "manifest.json"), join(folder, "manifest.old"));
  expect(verifyVersion(folder)).toEqual([expect.stringMatching(/^manifest\.json cannot be read: ENOENT/)]);
});

test("a SQLite file that is none is told in a sentence", () => {
  rewrite("occupations.sqlite", () => "no database");
  expect(verifyVersion(folder)).toContainEqual(
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
  ])("%s", (statement, problem) => {
    const path = join(folder, "occupations.sqlite");
    chmodSync(path, 0o644);
    const database = new Database(path);
    database.pragma("foreign_keys = OFF");
    database.exec(statement);
    database.close();
    expect(verifyVersion(folder).join("\n")).toContain(problem);
  });
});

test("an index that lacks an occupation is found, also by itself", () => {
  rewrite("json/index.json", (bytes) => bytes.toString().replace(/^\{"id":"us-ooh\/actors".*\n/m, ""));
  expect(verifyVersion(folder)).toContain("json/index.json has 8 of 9 occupations.");
});

test("a document that is about another occupation is found", () => {
  rewrite("json/us-ooh/actors.json", (bytes) =>
    bytes.toString().replace('"us-ooh/actors"', '"us-ooh/actor"'),
  );
  expect(verifyVersion(folder)).toContain(
    "json/us-ooh/actors.json is about us-ooh/actor; the index says us-ooh/actors.",
  );
});
