import { rmSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { sayTheSame, select, selectIn } from "./facts-of-versions.ts";
import { ACTORS, CHEFS, type HostileSample, startHostileSample } from "./hostile-sample.ts";
import { answers } from "./misbehaviours.ts";
import {
  copyOf,
  FOURTH_NIGHT,
  latestOf,
  publishedSample,
  readStoreJson,
  refreshIn,
  SECOND_NIGHT,
  THIRD_NIGHT,
} from "./refreshed-store.ts";

let published: Awaited<ReturnType<typeof publishedSample>>;
let sample: HostileSample;
let store: string;

beforeAll(async () => {
  published = await publishedSample();
});
afterAll(() => published.remove());
beforeEach(async () => {
  sample = await startHostileSample();
  store = copyOf(published.path);
});

const refresh = (now: string, ...argv: string[]) =>
  refreshIn(store, ["--mirror", sample.url, ...argv], { now });
const now = () => ({ store, version: latestOf(store) ?? "" });
const lastNight = () => ({ store, version: published.version });
const inState = (sql: string) => {
  const state = new Database(join(store, "state.sqlite"));
  state.exec(sql);
  state.close();
};
const openings = () =>
  select<{ annual_openings: number }>(
    now(),
    "SELECT annual_openings FROM projection WHERE occupation_id = 'us-ooh/chefs-and-head-cooks' AND source_id = 'us-ooh'",
  )[0]?.annual_openings;

/** The page agrees with itself: only the last good copy tells that another figure stood there. */
function misprint(): void {
  sample.edit(CHEFS, { "24,400": "42,400" });
}

describe("a figure that jumps without a new edition", () => {
  test("is held back, with both values and the rule to accept", async () => {
    const was = openings();
    misprint();
    const { exit, report } = await refresh(SECOND_NIGHT);
    expect(exit).toBe(3);
    expect(report.message).toContain(
      "annual_openings of us-ooh/chefs-and-head-cooks, US, 2024, 2034 was 24400 and is 42400",
    );
    expect(report.message).toContain("--accept jumping-values");
    expect(openings()).toBe(was);
  });

  test.each([
    ["the state of the store is lost", () => rmSync(join(store, "state.sqlite"))],
    ["the program has changed", () => inState("UPDATE reading SET fingerprint = 'the program before'")],
  ])("is held back although %s: the latest version knows better", async (_, lose) => {
    lose();
    misprint();
    const { report } = await refresh(SECOND_NIGHT);
    expect(report.message).toContain("jumping-values");
    expect(sayTheSame(lastNight(), now())).toBe(true);
  });

  test("is held back again by other rules: what was refused is looked at once more", async () => {
    misprint();
    await refresh(SECOND_NIGHT);
    inState("UPDATE quarantine SET fingerprint = 'the rules before'");
    const { report } = await refresh(THIRD_NIGHT);
    expect(report.sources[0]).toMatchObject({ parsed: 1, rejected: 1 });
  });

  test("is published when a person accepts it, and is the measure from then on", async () => {
    misprint();
    await refresh(SECOND_NIGHT);
    const words = ["--accept", "jumping-values", "--reason", "a correction", "--by", "the operator"];
    expect(await refresh(THIRD_NIGHT, ...words)).toMatchObject({ exit: 0 });
    expect(openings()).toBe(42_400);
    sample.restore();
    expect((await refresh(FOURTH_NIGHT)).report.message).toContain("was 42400 and is 24400");
  });

  test("that is accepted in a dry run is told by the version that publishes it", async () => {
    misprint();
    const words = ["--accept", "jumping-values", "--reason", "a correction", "--by", "the operator"];
    await refresh(SECOND_NIGHT, "--dry-run", ...words);
    expect(selectIn(store, "state", "SELECT * FROM let_pass")).toHaveLength(1);
    await refresh(THIRD_NIGHT);
    expect(readStoreJson(store, "latest", "manifest.json").acceptances).toEqual([
      expect.objectContaining({ rule: "jumping-values", accepted_at: expect.stringContaining("2026-11-21") }),
    ]);
    expect(selectIn(store, "state", "SELECT * FROM let_pass")).toEqual([]);
  });

  test("is not let pass by the acceptance of another rule", async () => {
    misprint();
    const words = ["--accept", "lost-figures", "--reason", "a correction", "--by", "the operator"];
    expect((await refresh(SECOND_NIGHT, ...words)).exit).toBe(3);
    expect(sayTheSame(lastNight(), now())).toBe(true);
  });
});

test("a section that goes is held back", async () => {
  sample.drop(CHEFS, /<h3>Work Schedules<\/h3>\s*<p>[^<]*/);
  const { report } = await refresh(SECOND_NIGHT);
  expect(report.message).toContain("lost-text");
  expect(sayTheSame(lastNight(), now())).toBe(true);
});

test("a night on which the clock has gone back never brings back what a page said before", async () => {
  sample.edit(ACTORS, { "Learn the text by heart": "Learn the words by heart" });
  expect((await refresh(THIRD_NIGHT)).exit).toBe(0);
  sample.restore();
  sample.edit(ACTORS, { "Learn the text by heart": "Learn the lines by heart" });
  expect((await refresh(SECOND_NIGHT)).exit).toBe(0);
  const fetched = now();
  sample.misbehave(ACTORS, answers(451));
  expect((await refresh(FOURTH_NIGHT)).exit).toBe(3);
  expect(sayTheSame(now(), fetched)).toBe(true);
});
