import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import Database from "better-sqlite3";
import { beforeEach, describe, expect, test } from "vitest";
import { capturesInUse } from "../../../pipelines/state/captures-in-use.ts";
import { type Migration, migrationWords } from "../../../pipelines/state/migrate-state.ts";
import { STATE_VERSION } from "../../../pipelines/state/schema.ts";
import { openState } from "../../../pipelines/state/state.ts";
import { temporaryFolder } from "../../sinks/temporary-folder.ts";

let store: string;
let path: string;
beforeEach(() => {
  store = temporaryFolder();
  path = join(store, "state.sqlite");
});

const SINCE = "2026-10-01T02:15:00Z";

/** What a program of version 4 left: everything that is worth keeping. */
const VERSION_4 = `
  CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  INSERT INTO setting VALUES ('content', 'publishers');
  CREATE TABLE round (id INTEGER PRIMARY KEY AUTOINCREMENT, source_id TEXT NOT NULL, started_at TEXT NOT NULL,
    finished_at TEXT, is_light INTEGER NOT NULL DEFAULT 0) STRICT;
  CREATE INDEX round_source ON round (source_id, id);
  INSERT INTO round VALUES (6, 'us-ooh', '${SINCE}', '2026-09-30T02:40:00Z', 0);
  INSERT INTO round VALUES (7, 'us-ooh', '${SINCE}', '2026-10-01T02:40:00Z', 1);
  CREATE TABLE quarantine (url TEXT PRIMARY KEY, source_id TEXT NOT NULL, capture_id TEXT NOT NULL,
    sha256 TEXT NOT NULL, fingerprint TEXT NOT NULL, reason TEXT NOT NULL, since TEXT NOT NULL) STRICT;
  INSERT INTO quarantine VALUES ('https://www.bls.gov/ooh/a.htm', 'us-ooh', 'a1b2c3d4e5f60718', 'ab', 'p', 'No title.', '${SINCE}');
  CREATE TABLE let_pass (rule TEXT NOT NULL, source_id TEXT NOT NULL, finding TEXT NOT NULL, reason TEXT NOT NULL,
    accepted_by TEXT, accepted_at TEXT NOT NULL, PRIMARY KEY (rule, source_id, finding)) STRICT;
  INSERT INTO let_pass VALUES ('lost-figures', 'us-ooh', 'a wage', 'a correction', 'Ada', '${SINCE}');
  CREATE TABLE budget (host TEXT NOT NULL, day TEXT NOT NULL, requests INTEGER NOT NULL, PRIMARY KEY (host, day)) STRICT;
  INSERT INTO budget VALUES ('www.bls.gov', '2026-10-01', 341);
  CREATE TABLE publication (one INTEGER PRIMARY KEY CHECK (one = 1), version TEXT NOT NULL, inputs TEXT NOT NULL) STRICT;
  INSERT INTO publication VALUES (1, '20261001T024000Z-1a2b3c4d', 'digest');
  PRAGMA application_id = 0x4f435354;
  PRAGMA user_version = 4;`;

/** Before rounds told whether they were light, and readings had digests. */
const VERSION_2 = `
  CREATE TABLE round (id INTEGER PRIMARY KEY AUTOINCREMENT, source_id TEXT NOT NULL, started_at TEXT NOT NULL,
    finished_at TEXT) STRICT;
  INSERT INTO round VALUES (3, 'us-ooh', '${SINCE}', '2026-10-01T02:40:00Z');
  CREATE TABLE reading (url TEXT NOT NULL, sha256 TEXT NOT NULL, fingerprint TEXT NOT NULL, extract TEXT NOT NULL,
    remarks TEXT NOT NULL, PRIMARY KEY (url, sha256)) STRICT;
  INSERT INTO reading VALUES ('https://www.bls.gov/ooh/a.htm', 'ab', 'p', '{}', '[]');
  CREATE TABLE budget (host TEXT NOT NULL, day TEXT NOT NULL, requests INTEGER NOT NULL, PRIMARY KEY (host, day)) STRICT;
  INSERT INTO budget VALUES ('www.bls.gov', '2026-10-01', 12);
  PRAGMA application_id = 0x4f435354;
  PRAGMA user_version = 2;`;

function write(sql: string): void {
  new Database(path).exec(sql).close();
}

function ask(file: string, sql: string): unknown {
  const database = new Database(file, { readonly: true });
  try {
    return database.prepare(sql).pluck().get();
  } finally {
    database.close();
  }
}

function migrate(): Migration {
  const migrations: Migration[] = [];
  openState(path, (migration) => migrations.push(migration)).close();
  expect(migrations).toHaveLength(1);
  return migrations[0] as Migration;
}

describe("a state of an older program", () => {
  test("keeps what was accepted, refused, spent, gone through and published", () => {
    write(VERSION_4);
    const { from, to, carried, left } = migrate();
    expect({ from, to, left }).toEqual({ from: 4, to: STATE_VERSION, left: [] });
    expect(carried).toEqual({ budget: 1, let_pass: 1, publication: 1, quarantine: 1, round: 2, setting: 1 });
    const state = openState(path);
    expect(state.letPasses.all()).toMatchObject([{ rule: "lost-figures", acceptedBy: "Ada" }]);
    expect(state.quarantine.all()).toMatchObject([{ reason: "No title.", since: SINCE }]);
    expect(state.budgets.spent("www.bls.gov", "2026-10-01")).toBe(341);
    expect(state.rounds.lastFinished("us-ooh")).toBe("2026-10-01T02:40:00Z");
    expect(state.rounds.lastFull("us-ooh")).toBe("2026-09-30T02:40:00Z");
    expect(state.publications.latest()).toEqual({ version: "20261001T024000Z-1a2b3c4d", inputs: "digest" });
    expect(state.settings.get("content")).toBe("publishers");
    state.close();
  });

  test("goes on counting its rounds where it was", () => {
    write(VERSION_4);
    migrate();
    const state = openState(path);
    expect(state.rounds.begin("uk-ncs", "2026-11-20T02:15:00Z", "2026-11-19T02:15:00Z").id).toBe(8);
    state.close();
  });

  test("lies beside as it was before anything was changed", () => {
    write(VERSION_4);
    const { backup } = migrate();
    expect(basename(backup)).toBe(`state.sqlite.before-v${STATE_VERSION}`);
    expect(ask(backup, "PRAGMA user_version")).toBe(4);
    expect(ask(backup, "SELECT requests FROM budget")).toBe(341);
    expect(ask(backup, "SELECT count(*) FROM sqlite_schema WHERE name = 'told'")).toBe(0);
  });

  test("is carried over as far as it fits, and what does not is told", () => {
    write(VERSION_2);
    const migration = migrate();
    expect(migration).toMatchObject({ from: 2, carried: { budget: 1, round: 1 }, left: ["reading"] });
    expect(ask(path, "SELECT kind FROM round WHERE id = 3")).toBe("full");
    expect(migrationWords(migration)).toContain("Not carried over: reading; this run fills them anew.");
  });

  test("is migrated once", () => {
    write(VERSION_4);
    migrate();
    const again: Migration[] = [];
    openState(path, (migration) => again.push(migration)).close();
    expect(again).toEqual([]);
  });

  test("is migrated although a crash has left half a copy of it", () => {
    write(VERSION_4);
    writeFileSync(`${path}.before-v${STATE_VERSION}.new`, "half a copy");
    migrate();
    expect(readdirSync(store).filter((name) => name.endsWith(".new"))).toEqual([]);
  });

  test("stays as it is where no copy of it can be made", () => {
    write(VERSION_4);
    mkdirSync(`${path}.before-v${STATE_VERSION}`);
    expect(() => openState(path)).toThrow(expect.objectContaining({ name: "StoreError" }));
    expect(ask(path, "PRAGMA user_version")).toBe(4);
    expect(ask(path, "SELECT requests FROM budget")).toBe(341);
  });

  test("tells prune which responses the next run needs", () => {
    write(`${VERSION_4}
      CREATE TABLE document (url TEXT PRIMARY KEY, capture_id TEXT) STRICT;
      INSERT INTO document VALUES ('https://www.bls.gov/ooh/b.htm', '0011223344556677');`);
    expect(capturesInUse(store).toSorted()).toEqual(["0011223344556677", "a1b2c3d4e5f60718"]);
    expect(existsSync(`${path}.before-v${STATE_VERSION}`)).toBe(false);
  });
});
