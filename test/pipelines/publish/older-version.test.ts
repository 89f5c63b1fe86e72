import { chmodSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { beforeEach, describe, expect, test } from "vitest";
import { hashContent } from "../../../pipelines/publish/content-hash.ts";
import { verifyDocuments } from "../../../pipelines/publish/verify-documents.ts";
import { verifySnapshot } from "../../../pipelines/publish/verify-snapshot.ts";
import { verifyTables } from "../../../pipelines/publish/verify-tables.ts";
import { verifyRows } from "../../../pipelines/verify/verify-rows.ts";
import { countRows, type Manifest } from "../../../sinks/manifest.ts";
import { openSnapshot } from "../../../sinks/sqlite/open-snapshot.ts";
import { tablesIn } from "../../../sinks/sqlite/tables-in.ts";
import { temporaryFolder } from "../../sinks/temporary-folder.ts";
import { publishRows } from "./small-store.ts";

let folder: string;
let manifest: Manifest;

beforeEach(async () => {
  const store = temporaryFolder();
  const published = (await publishRows(store)).manifest;
  folder = join(store, "versions", published.id);
  changeSnapshot(`
    DROP TABLE correction;
    ALTER TABLE source DROP COLUMN state_since;
    ALTER TABLE source DROP COLUMN state_reason;
    UPDATE dataset SET schema_version = '1.1.0'`);
  manifest = { ...published, schema_version: "1.1.0", ...toldBySnapshot() };
});

/** Changes the SQLite file of the version. */
function changeSnapshot(sql: string): void {
  const path = join(folder, "occupations.sqlite");
  chmodSync(path, 0o644);
  const database = new Database(path);
  database.exec(sql);
  database.close();
}

/** What a program of that schema would have written into the manifest; it had no files of what came later. */
function toldBySnapshot(): Pick<Manifest, "counts" | "content_hash" | "files"> {
  const snapshot = openSnapshot(join(folder, "occupations.sqlite"));
  const tables = tablesIn(snapshot.connection);
  try {
    return {
      counts: countRows(snapshot, tables),
      content_hash: hashContent(snapshot.connection, tables),
      files: manifest?.files ?? [],
    };
  } finally {
    snapshot.connection.close();
  }
}

const problems = async (told: Manifest) => [
  ...verifySnapshot(folder, told),
  ...verifyDocuments(folder, { ...told, files: documentsOf(told) }),
  ...(await verifyTables(folder, told)),
];

const documentsOf = ({ counts }: Manifest): Manifest["files"] =>
  Array.from({ length: counts.occupation ?? 0 }, (_, place) => ({
    path: `json/${place}.json`,
    bytes: 0,
    sha256: "",
  }));

describe("a version of an older minor step of the schema", () => {
  test("is proved by the tables and columns that there were", async () => {
    expect(await problems(manifest)).toEqual([]);
    const rows = verifyRows({ id: manifest.id, folder });
    expect(rows.problems).toEqual([]);
    expect(rows.notes).toEqual([
      "It is of schema 1.1.0 and has no source.state_since, source.state_reason, correction: the model has had these only since.",
    ]);
  });

  test("that has lost a table of its own has a problem", async () => {
    changeSnapshot("DROP TABLE quality");
    expect(await problems(manifest)).toContainEqual(
      expect.stringMatching(/^occupations\.sqlite: quality has no rows; the manifest says \d+\.$/),
    );
  });
});

test("a version of today's schema that lacks a table has a problem", async () => {
  expect(await problems({ ...manifest, schema_version: "1.2.0" }).catch(String)).toContain("correction");
});
