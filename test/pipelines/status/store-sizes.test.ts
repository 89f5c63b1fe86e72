import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { storeSizes } from "../../../pipelines/status/store-sizes.ts";
import { temporaryFolder } from "../../sinks/temporary-folder.ts";

function storeOf(files: Readonly<Record<string, number>>): string {
  const store = temporaryFolder();
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(store, path)), { recursive: true });
    writeFileSync(join(store, path), Buffer.alloc(bytes));
  }
  return store;
}

test("each part of a store is measured by itself, and links are not followed", () => {
  const store = storeOf({
    "archive.sqlite": 1000,
    "archive.sqlite-wal": 24,
    "state.sqlite": 200,
    "state.sqlite.before-v5": 50,
    "versions/one/occupations.sqlite": 4000,
    "versions/one/csv/wage.csv": 11,
    "runs/one.json": 7,
    "latest.json": 3,
  });
  symlinkSync("versions/one", join(store, "latest"));
  expect(storeSizes(store)).toMatchObject({
    ...{ archive: 1024, state: 250, versions: 4011, runs: 7, other: 3, total: 5295 },
  });
});

test("a store that is still to come has no bytes, and the room of the disk that it will lie on", () => {
  const folder = temporaryFolder();
  const { total, free } = storeSizes(join(folder, "not", "there"));
  expect(total).toBe(0);
  expect(free).toBeGreaterThan(0);
});
