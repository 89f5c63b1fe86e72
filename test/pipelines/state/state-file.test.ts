import { join } from "node:path";
import Database from "better-sqlite3";
import { beforeEach, describe, expect, test } from "vitest";
import { programRegistry } from "../../../pipelines/program-registry.ts";
import { openStateFile, openStateFileForReading } from "../../../pipelines/state/state-file.ts";
import { temporaryFolder } from "../../sinks/temporary-folder.ts";

let store: string;
let path: string;
beforeEach(() => {
  store = temporaryFolder();
  path = join(store, "state.sqlite");
});

function change(sql: string): void {
  new Database(path).exec(sql).close();
}

describe("a state that is only looked at", () => {
  test("is read where this program made it", () => {
    openStateFile(path).close();
    const database = openStateFileForReading(path);
    expect(database?.prepare("SELECT count(*) FROM round").pluck().get()).toBe(0);
    database?.close();
  });

  test.each([
    ["without tables, since its writer was killed", () => change("PRAGMA journal_mode = WAL")],
    [
      "of an older program",
      () => {
        openStateFile(path).close();
        change("ALTER TABLE round DROP COLUMN tried_at; PRAGMA user_version = 2");
      },
    ],
  ])("has nothing to tell: %s", (_, prepare) => {
    prepare();
    expect(openStateFileForReading(path)).toBeUndefined();
    expect(programRegistry.quarantine(store)).toEqual([]);
    expect(programRegistry.lastRound(store, "us-ooh")).toBeUndefined();
    openStateFile(path).close();
    expect(programRegistry.quarantine(store)).toEqual([]);
  });

  test.each([
    ["store-newer", "PRAGMA user_version = 1000"],
    ["store-foreign", "PRAGMA application_id = 1"],
  ])("is refused as %s", (code, sql) => {
    openStateFile(path).close();
    change(sql);
    expect(() => openStateFileForReading(path)).toThrow(expect.objectContaining({ code }));
  });
});
