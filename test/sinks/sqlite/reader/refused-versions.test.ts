import { chmodSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { openLatest, openSnapshot, ReaderError } from "../../../../sinks/sqlite/reader.ts";
import { SCHEMA_VERSION } from "../../../../transforms/model/model.ts";
import { publishRows } from "../../../pipelines/publish/small-store.ts";
import { temporaryFolder } from "../../temporary-folder.ts";

/** Publishes a version and lets its SQLite file be spoilt. */
async function spoilt(spoil: (path: string) => void): Promise<string> {
  const store = temporaryFolder();
  const { manifest } = await publishRows(store);
  const path = join(store, "versions", manifest.id, "occupations.sqlite");
  chmodSync(path, 0o644);
  spoil(path);
  return store;
}

function refusalOf(open: () => unknown): ReaderError {
  try {
    open();
  } catch (error) {
    if (error instanceof ReaderError) return error;
    throw error;
  }
  throw new Error("It was opened.");
}

test("a version of a newer schema is refused with both numbers", async () => {
  const newer = Number.parseInt(SCHEMA_VERSION, 10) + 1;
  const store = await spoilt((path) => {
    const database = new Database(path);
    database.pragma(`user_version = ${newer}`);
    database.close();
  });
  const { code, message } = refusalOf(() => openSnapshot(store));
  expect(code).toBe("newer-schema");
  expect(message).toMatch(new RegExp(`has schema ${newer}; .* up to ${newer - 1}.*Update the package`));
  expect(refusalOf(() => openLatest(store)).code).toBe("newer-schema");
});

test("a version that lacks what the questions are about is refused, and says what", async () => {
  const store = await spoilt((path) => {
    const database = new Database(path);
    database.exec("DROP VIEW comparison");
    database.close();
  });
  const { code, message } = refusalOf(() => openSnapshot(store));
  expect(code).toBe("older-schema");
  expect(message).toContain("no such table: comparison");
});

test("a file that is no snapshot, or not whole, is refused", async () => {
  const words = await spoilt((path) => writeFileSync(path, "no database at all, only words"));
  const other = await spoilt((path) => writeFileSync(path, ""));
  const missing = await spoilt((path) => rmSync(path));
  for (const store of [words, other, missing]) {
    const { code, message } = refusalOf(() => openSnapshot(store));
    expect(code).toBe("damaged");
    expect(message).toContain("occupations verify");
  }
});

test("a folder that is no store, an empty store and an unknown version are told apart", async () => {
  const store = temporaryFolder();
  expect(refusalOf(() => openSnapshot(store)).code).toBe("no-store");
  mkdirSync(join(store, "versions"));
  expect(refusalOf(() => openSnapshot(store)).code).toBe("nothing-published");
  await publishRows(store);
  const unknown = refusalOf(() => openSnapshot(store, { version: "20200101T000000Z-00000000" }));
  expect(unknown.code).toBe("unknown-version");
  expect(refusalOf(() => openSnapshot(store, { version: "../.." })).code).toBe("unknown-version");
});

test("a copy of a store without links is read by latest.json", async () => {
  const store = temporaryFolder();
  const { manifest } = await publishRows(store);
  rmSync(join(store, "latest"));
  using snapshot = openSnapshot(store);
  expect(snapshot.dataset.version).toBe(manifest.id);
});
