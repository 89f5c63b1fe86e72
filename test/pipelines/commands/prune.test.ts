import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { lockStore } from "../../../pipelines/lock.ts";
import type { Verified } from "../../../pipelines/verify/verified.ts";
import { ACTORS, addressOf } from "../refresh/hostile-sample.ts";
import { nightOf, publishedNights } from "../refresh/published-nights.ts";
import { copyOf, latestOf, newStore, readStoreJson, versionsIn } from "../refresh/refreshed-store.ts";
import { runIn } from "../run-in.ts";

let nights: Awaited<ReturnType<typeof publishedNights>>;
let store: string;
let first: string;
let second: string;
let third: string;

beforeAll(async () => {
  nights = await publishedNights(3);
  [first = "", second = "", third = ""] = nights.versions;
}, 120_000);
afterAll(() => nights.remove());
beforeEach(() => {
  store = copyOf(nights.path);
});

type Answer = {
  readonly versions: { readonly kept: string[]; readonly removed: string[]; readonly bytes: number };
  readonly archive: { readonly captures: number; readonly bodies: number; readonly bytes: number } | null;
  readonly reports: { readonly removed: number };
  readonly bytes_freed: number;
  readonly error: { readonly code: string };
};

async function prune(argv: readonly string[], now = nightOf(3)) {
  const { exit, json } = await runIn(store, ["prune", ...argv], { now });
  return { exit, ...(json as Answer) };
}

/** A year after the nights of the tests. */
const LATER = "2027-11-25T02:15:00Z";

const listedIn = (folder: string) =>
  (readStoreJson(folder, "index.json") as { versions: { id: string }[] }).versions.map(({ id }) => id);

function inArchive<Row>(sql: string, ...values: unknown[]): Row[] {
  const database = new Database(join(store, "archive.sqlite"));
  try {
    const statement = database.prepare<unknown[], Row>(sql);
    if (statement.reader) return statement.all(...values);
    statement.run(...values);
    return [];
  } finally {
    database.close();
  }
}

const actorsCaptures = () =>
  inArchive<{ fetched_at: string }>(
    "SELECT fetched_at FROM capture WHERE url = ? ORDER BY fetched_at",
    addressOf(ACTORS),
  ).map(({ fetched_at }) => fetched_at.slice(0, 10));

describe("old versions", () => {
  test("go, and what is kept can still be proved and built again", async () => {
    const { exit, versions, archive, bytes_freed } = await prune(["--keep", "2"]);
    expect(exit).toBe(0);
    expect(versions).toMatchObject({ removed: [first], kept: [second, third] });
    expect(versions.bytes).toBeGreaterThan(1_000_000);
    expect(bytes_freed).toBe(versions.bytes);
    expect(archive).toBeNull();
    expect(versionsIn(store)).toEqual([second, third]);
    expect(listedIn(store)).toEqual([second, third]);
    expect(latestOf(store)).toBe(third);
    const verified = await runIn(store, ["verify", "--all", "--rebuild"]);
    expect(verified.exit).toBe(0);
    const [oldest, newest] = (verified.json as { versions: { parts: Verified[] }[] }).versions;
    expect(oldest?.parts.at(-1)?.notes).toEqual([
      expect.stringContaining(`${first}, the version before it, is gone`),
    ]);
    expect(newest?.parts.at(-1)?.notes).toEqual([]);
  }, 180_000);

  test("stay where they are younger than the days that are to be kept", async () => {
    const { versions } = await prune(["--keep", "1", "--keep-days", "2"], nightOf(3));
    expect(versions).toMatchObject({ removed: [first], kept: [second, third] });
  });

  test("stay where there are not more than are to be kept", async () => {
    expect(await prune(["--keep", "3"])).toMatchObject({
      exit: 0,
      versions: { removed: [] },
      bytes_freed: 0,
    });
    expect(versionsIn(store)).toHaveLength(3);
  });

  test("are only named by a dry run, which needs no lock and changes nothing", async () => {
    const lock = lockStore(store, { command: "refresh", startedAt: nightOf(3) });
    const argv = ["--keep", "1", "--archive-days", "1", "--dry-run"];
    const { exit, versions, archive } = await prune(argv, LATER);
    lock.release();
    expect(exit).toBe(0);
    expect(versions.removed).toEqual([first, second]);
    expect(archive).toMatchObject({ captures: 2, bodies: 2 });
    expect(versionsIn(store)).toHaveLength(3);
    expect(actorsCaptures()).toHaveLength(3);
  });

  test("of which one was rolled back to, or from, keep both", async () => {
    await runIn(store, ["rollback", first, "--reason", "wrong"], { now: nightOf(3) });
    expect((await prune(["--keep", "1"])).versions).toMatchObject({
      removed: [second],
      kept: [first, third],
    });
    expect(latestOf(store)).toBe(first);
    expect(await runIn(store, ["verify"])).toMatchObject({ exit: 0 });
  });

  test("lose the one that was rolled back from where that is asked for and others are newer", async () => {
    await runIn(store, ["rollback", second, "--reason", "wrong"], { now: nightOf(3) });
    await runIn(store, ["rollback", first, "--reason", "wrong too"], { now: nightOf(3) });
    const { versions } = await prune(["--keep", "1", "--rolled-back"]);
    expect(versions).toMatchObject({ removed: [second], kept: [first, third] });
  });
});

describe("the archive", () => {
  test("loses what only removed versions needed, and kept versions can still be built again", async () => {
    const { archive } = await prune(["--keep", "1", "--archive-days", "30"], LATER);
    expect(archive).toMatchObject({ captures: 2, bodies: 2 });
    expect(archive?.bytes).toBeGreaterThan(1000);
    expect(actorsCaptures()).toEqual(["2026-11-22"]);
    expect(inArchive("SELECT 1 FROM body WHERE sha256 NOT IN (SELECT sha256 FROM capture)")).toEqual([]);
    expect(await runIn(store, ["verify", "--rebuild"])).toMatchObject({ exit: 0 });
  }, 90_000);

  test("keeps what a kept version needs, however old it is", async () => {
    const { archive } = await prune(["--keep", "2", "--archive-days", "30"], LATER);
    expect(archive).toMatchObject({ captures: 1, bodies: 1 });
    expect(actorsCaptures()).toEqual(["2026-11-21", "2026-11-22"]);
  });

  test("keeps what is younger than the days that are to be kept", async () => {
    expect((await prune(["--keep", "1", "--archive-days", "30"])).archive).toMatchObject({ captures: 0 });
    expect(actorsCaptures()).toHaveLength(3);
  });

  test("keeps what a person brought in", async () => {
    inArchive(
      `INSERT INTO capture SELECT '0123456789abcdef', source_id, url, final_url, '2020-01-01T00:00:00.000Z', status,
        media_type, bytes, sha256, etag, last_modified, headers, 'import' FROM capture WHERE url = ? LIMIT 1`,
      addressOf(ACTORS),
    );
    await prune(["--keep", "1", "--archive-days", "30"], LATER);
    expect(actorsCaptures()).toEqual(["2020-01-01", "2026-11-22"]);
  });

  test("keeps the last good copy of a document, and what is in quarantine", async () => {
    const [old, newer] = inArchive<{ id: string }>(
      "SELECT id FROM capture WHERE url = ? ORDER BY fetched_at",
      addressOf(ACTORS),
    );
    const state = new Database(join(store, "state.sqlite"));
    state.prepare("UPDATE document SET capture_id = ? WHERE url = ?").run(old?.id, addressOf(ACTORS));
    state
      .prepare("INSERT INTO quarantine VALUES ('https://www.bls.gov/a', 'us-ooh', ?, 'x', 'x', 'x', 'x')")
      .run(newer?.id);
    state.close();
    expect((await prune(["--keep", "1", "--archive-days", "30"], LATER)).archive).toMatchObject({
      captures: 0,
    });
  });

  test("gives up nothing where a kept version can't tell what it needs", async () => {
    rmSync(join(store, "versions", third, "occupations.sqlite"));
    const { exit } = await prune(["--keep", "1", "--archive-days", "30"], LATER);
    expect(exit).toBe(7);
    expect(actorsCaptures()).toHaveLength(3);
  });
});

describe("reports of runs", () => {
  test("older than a year go, but never that of the last run", async () => {
    const before = readdirSync(join(store, "runs"))
      .filter((name) => name.endsWith(".json"))
      .toSorted();
    expect((await prune(["--keep", "3"])).reports).toMatchObject({ removed: 0 });
    expect((await prune(["--keep", "3"], LATER)).reports).toMatchObject({ removed: 2 });
    const last = before.at(-1)?.replace(".json", "");
    expect(readdirSync(join(store, "runs")).toSorted()).toEqual([`${last}.json`, `${last}.txt`]);
  });

  test("and files that are no reports stay", async () => {
    writeFileSync(join(store, "runs", "notes.txt"), "mine");
    await prune(["--keep", "3"], LATER);
    expect(existsSync(join(store, "runs", "notes.txt"))).toBe(true);
  });
});

describe("nothing is pruned", () => {
  test.each([[[]], [["--keep", "0"]], [["--keep", "all"]], [["--keep", "1", "--archive-days", "-1"]]])(
    "by words that make no sense: %j",
    async (argv) => {
      expect(await prune(argv)).toMatchObject({ exit: 2 });
      expect(versionsIn(store)).toHaveLength(3);
    },
  );

  test("of a store that is none, and it does not come into being", async () => {
    store = newStore();
    expect(await prune(["--keep", "1"])).toMatchObject({ exit: 2, error: { code: "nothing-published" } });
    expect(existsSync(store)).toBe(false);
  });

  test("while another process holds the store", async () => {
    const lock = lockStore(store, { command: "refresh", startedAt: nightOf(3) });
    try {
      expect(await prune(["--keep", "1"])).toMatchObject({ exit: 5 });
    } finally {
      lock.release();
    }
    expect(versionsIn(store)).toHaveLength(3);
  });
});

test("a folder among the versions that is none of ours is left alone", async () => {
  mkdirSync(join(store, "versions", "my copy"));
  await prune(["--keep", "1"]);
  expect(versionsIn(store)).toEqual([third, "my copy"]);
});
