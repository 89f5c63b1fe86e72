import { chmodSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { differingRows } from "../../../pipelines/verify/differing-rows.ts";
import { temporaryFolder } from "../../sinks/temporary-folder.ts";
import { publishRows } from "../publish/small-store.ts";

/** Two snapshots with the same facts, of which the first is changed. */
async function compareAfter(sql: string): Promise<string> {
  const [published, rebuilt] = await Promise.all([snapshot(), snapshot()]);
  const database = new Database(published);
  database.exec(sql);
  database.close();
  return differingRows(published, rebuilt);
}

async function snapshot(): Promise<string> {
  const store = temporaryFolder();
  const { manifest } = await publishRows(store);
  const path = join(store, "versions", manifest.id, "occupations.sqlite");
  chmodSync(path, 0o644);
  return path;
}

test("a row that was changed is shown as it is and as it should be", async () => {
  const words = await compareAfter("UPDATE duty SET text = 'Sleep' WHERE rowid = 1");
  expect(words).toMatch(
    /^duty: the row \{.*"text":"Sleep".*\} should not be there\. duty: the row \{.*\} should be there\.$/,
  );
});

test("several rows of a table are counted, and the first is shown", async () => {
  const words = await compareAfter("DELETE FROM occupation_name; UPDATE wage SET amount = amount + 1");
  expect(words).toMatch(/wage: \d+ rows, such as \{.*\}, should not be there\./);
});

test("other columns are told as such", async () => {
  expect(await compareAfter("ALTER TABLE duty ADD COLUMN mine TEXT")).toMatch(
    /^duty: its columns were .*, mine, and are (?!.*mine)/,
  );
});

test("bytes can differ where no row does", async () => {
  expect(await compareAfter("PRAGMA user_version = 99")).toBe(
    "all rows are the same, but not the bytes of the file.",
  );
});
