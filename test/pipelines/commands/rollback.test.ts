import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { lockStore } from "../../../pipelines/lock.ts";
import { sayTheSame } from "../refresh/facts-of-versions.ts";
import { nightOf, publishedNights } from "../refresh/published-nights.ts";
import { copyOf, latestOf, readStoreJson, refreshIn, versionsIn } from "../refresh/refreshed-store.ts";
import { runIn } from "../run-in.ts";

let nights: Awaited<ReturnType<typeof publishedNights>>;
let store: string;
let old: string;
let bad: string;

beforeAll(async () => {
  nights = await publishedNights(2);
  [old = "", bad = ""] = nights.versions;
}, 120_000);
afterAll(() => nights.remove());
beforeEach(() => {
  store = copyOf(nights.path);
});

const NOW = { now: nightOf(2) };
const rollback = (...argv: string[]) => runIn(store, ["rollback", ...argv], NOW);
const goBack = () => rollback(old, "--reason", "a wrong duty");
const offline = (...argv: string[]) => refreshIn(store, ["--offline", ...argv], NOW);
const errorIn = (json: unknown) => (json as { error: { code: string; message: string } }).error;

describe("a rollback", () => {
  test("makes the older version the latest, and says from which and why", async () => {
    const { exit, json } = await goBack();
    expect(exit).toBe(0);
    const rolled_back = { from: bad, at: nightOf(2), reason: "a wrong duty" };
    expect(json).toEqual({ version: old, rolled_back });
    expect(latestOf(store)).toBe(old);
    expect(readStoreJson(store, "latest.json")).toMatchObject({
      ...{ id: old, path: `versions/${old}`, rolled_back },
      checked_at: "2026-11-21T02:15:00.000Z",
    });
    expect(versionsIn(store)).toEqual([old, bad]);
    expect(await runIn(store, ["verify", "--all"])).toMatchObject({ exit: 0 });
  });

  test("holds: the next night publishes nothing, says so, and ends as degraded", async () => {
    await goBack();
    const { exit, report } = await offline();
    expect(exit).toBe(3);
    expect(report).toMatchObject({ outcome: "degraded", version: old, is_new: false });
    expect(report.message).toContain(`Rolled back from ${bad} to ${old}`);
    expect(report.message).toContain("a wrong duty");
    expect(versionsIn(store)).toEqual([old, bad]);
    expect(readStoreJson(store, "latest.json")).toMatchObject({
      id: old,
      checked_at: "2026-11-22T02:15:00.000Z",
      rolled_back: { from: bad },
    });
  });

  test("is told by status, which is degraded", async () => {
    await goBack();
    const { exit, json } = await runIn(store, ["status"], NOW);
    expect(exit).toBe(3);
    expect(json).toMatchObject({
      state: "degraded",
      problems: [expect.stringContaining(`Rolled back from ${bad}`)],
      rolled_back: { from: bad, reason: "a wrong duty" },
    });
  });

  test("lets a rehearsal tell what would be published", async () => {
    await goBack();
    const { report } = await offline("--dry-run");
    expect(report).toMatchObject({ outcome: "published", message: expect.stringContaining("A dry run") });
    expect(versionsIn(store)).toEqual([old, bad]);
  });

  test("is over when a person lets go: the next run publishes what the archive holds", async () => {
    await goBack();
    expect(await rollback("--release")).toMatchObject({ exit: 0, json: { version: old } });
    expect(readStoreJson(store, "latest.json")).not.toHaveProperty("rolled_back");
    expect(latestOf(store)).toBe(old);
    const { exit, report } = await offline();
    expect(exit).toBe(0);
    expect(report.is_new).toBe(true);
    expect(sayTheSame({ store, version: bad }, { store, version: latestOf(store) ?? "" })).toBe(true);
    expect(await runIn(store, ["status"], NOW)).toMatchObject({ exit: 0, json: { rolled_back: null } });
  });
});

describe("nothing is changed by a rollback", () => {
  const toldNow = () => readStoreJson(store, "latest.json");

  test("to a version that is not as it was published", async () => {
    const path = join(store, "versions", old, "ATTRIBUTION.md");
    chmodSync(path, 0o644);
    writeFileSync(path, "nobody");
    const { exit, json } = await goBack();
    expect(exit).toBe(4);
    expect(errorIn(json)).toMatchObject({
      code: "version-damaged",
      message: expect.stringContaining("ATTRIBUTION.md is not what was published"),
    });
    expect(toldNow()).toMatchObject({ id: bad });
    expect(latestOf(store)).toBe(bad);
  });

  test.each([
    ["that is not there", () => ["20200101T000000Z-00000000", "--reason", "words"], "unknown-version"],
    ["to the latest itself", () => [bad, "--reason", "words"], "not-older"],
    ["without a reason", () => [old], "usage"],
    ["with an empty reason", () => [old, "--reason", " "], "usage"],
    ["without a version", () => ["--reason", "words"], "usage"],
    ["that is released although there is none", () => ["--release"], "not-rolled-back"],
    ["that is released and named at once", () => [old, "--release"], "usage"],
  ])("%s", async (_, argv, code) => {
    const told = toldNow();
    const { exit, json } = await rollback(...argv());
    expect(exit).toBe(2);
    expect(errorIn(json).code).toBe(code);
    expect(toldNow()).toEqual(told);
  });

  test("while another process holds the store", async () => {
    const lock = lockStore(store, { command: "refresh", startedAt: "2026-11-22T02:00:00Z" });
    try {
      expect(await goBack()).toMatchObject({ exit: 5 });
    } finally {
      lock.release();
    }
    expect(toldNow()).toMatchObject({ id: bad });
  });
});
