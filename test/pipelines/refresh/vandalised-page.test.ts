import { rmSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { runIn } from "../run-in.ts";
import { sayTheSame, select, selectIn } from "./facts-of-versions.ts";
import {
  ACTORS,
  addressOf,
  CHEFS,
  type HostileSample,
  PROFILES,
  startHostileSample,
} from "./hostile-sample.ts";
import {
  copyOf,
  FOURTH_NIGHT,
  latestOf,
  publishedSample,
  refreshIn,
  SECOND_NIGHT,
  THIRD_NIGHT,
  versionsIn,
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

const refresh = (now = SECOND_NIGHT, ...argv: string[]) =>
  refreshIn(store, ["--mirror", sample.url, ...argv], { now });
const now = () => ({ store, version: latestOf(store) ?? "" });
const quarantine = () =>
  selectIn<{ url: string; reason: string }>(store, "state", "SELECT * FROM quarantine");

const VANDALISMS: readonly (readonly [string, (of: HostileSample) => void, string])[] = [
  [
    "whose median moved by a decimal",
    (of) => of.edit(CHEFS, { "$60,990     per year": "$6,099     per year" }),
    "6,099",
  ],
  [
    "without one of its quick facts",
    (of) => of.drop(CHEFS, /<tr>\s*<th id="quickfacts-5-0"[\s\S]*?<\/tr>/),
    "Number of Jobs",
  ],
  [
    "whose outlook table lost its rows",
    (of) => of.drop(CHEFS, /(?<=<table[^>]*id="outlook-table"[\s\S]*?<tbody>)[\s\S]*?(?=<\/tbody>)/),
    "outlook",
  ],
];

describe.each(VANDALISMS)("a page %s", (_, vandalise, reason) => {
  test("is put into quarantine with the reason, and its last good facts stay", async () => {
    vandalise(sample);
    const { exit, report } = await refresh();
    expect(exit).toBe(3);
    expect(report).toMatchObject({ outcome: "degraded", is_new: true });
    expect(report.sources[0]).toMatchObject({ state: "carried-forward", parsed: 1, rejected: 1 });
    expect(report.message).toContain(addressOf(CHEFS));
    expect(quarantine()).toEqual([
      expect.objectContaining({ url: addressOf(CHEFS), reason: expect.stringContaining(reason) }),
    ]);
    expect(sayTheSame({ store, version: published.version }, now())).toBe(true);
  });
});

describe("a page that its reader refuses", () => {
  const vandalise = () => sample.edit(CHEFS, { "$60,990     per year": "$6,099     per year" });

  test("marks its source in the version, where too many pages are like it", async () => {
    vandalise();
    await refresh();
    expect(select(now(), "SELECT state FROM source")).toEqual([{ state: "carried-forward" }]);
    expect(select(now(), "SELECT rule FROM issue WHERE rule LIKE '%carried-forward'")).toEqual([
      { rule: "source-carried-forward" },
    ]);
  });

  test("is listed by the report of the run", async () => {
    vandalise();
    const { report } = await refresh();
    expect(report.quarantine).toEqual([
      {
        ...{ url: addressOf(CHEFS), source: "us-ooh", since: "2026-11-21T02:15:00.000Z" },
        reason: expect.stringContaining("6,099"),
      },
    ]);
  });

  test("is listed by `status`, which is no longer fresh", async () => {
    vandalise();
    await refresh();
    const { exit, json } = await runIn(store, ["status"], { now: SECOND_NIGHT });
    expect(exit).toBe(3);
    expect(json).toMatchObject({
      state: "degraded",
      quarantine: [{ url: addressOf(CHEFS), reason: expect.stringContaining("6,099") }],
    });
  });

  test("is asked for with the validators of its last good copy", async () => {
    vandalise();
    await refresh();
    sample.forget();
    await refresh(THIRD_NIGHT);
    const [asked, ...others] = sample.askedFor(CHEFS);
    expect(others).toEqual([]);
    expect(asked).toMatchObject({ status: 200, etag: expect.not.stringContaining("changed") });
  });

  test("is not parsed again while page and program are the same", async () => {
    vandalise();
    await refresh();
    const { report } = await refresh(THIRD_NIGHT);
    expect(report.sources[0]).toMatchObject({ rejected: 1, parsed: 0 });
  });

  test("is published about once: the next night changes nothing, and is no success either", async () => {
    vandalise();
    await refresh();
    const versions = versionsIn(store);
    const { exit, report } = await refresh(THIRD_NIGHT);
    expect(exit).toBe(3);
    expect(report).toMatchObject({ outcome: "degraded", is_new: false });
    expect(versionsIn(store)).toEqual(versions);
    expect(quarantine()).toHaveLength(1);
  });

  test("keeps the day since when it is refused", async () => {
    vandalise();
    await refresh();
    await refresh(THIRD_NIGHT);
    expect(quarantine()).toEqual([expect.objectContaining({ since: "2026-11-21T02:15:00.000Z" })]);
  });

  test.each(["as it was", "mended"])("is fresh again when it is %s", async (how) => {
    vandalise();
    await refresh();
    sample.restore();
    if (how === "mended") sample.edit(CHEFS, { "<!--QF-->": "<!-- mended -->" });
    const { exit, report } = await refresh(FOURTH_NIGHT);
    expect(exit).toBe(0);
    expect(report).toMatchObject({ outcome: "published", is_new: true });
    expect(report.changes?.summary.filter(({ table }) => table !== "issue" && table !== "source")).toEqual(
      [],
    );
    expect(report.sources[0]).toMatchObject({ state: "fresh", rejected: 0 });
    expect(quarantine()).toEqual([]);
    expect(versionsIn(store)).toHaveLength(3);
    expect(sayTheSame({ store, version: published.version }, now())).toBe(true);
    expect((await runIn(store, ["status"], { now: FOURTH_NIGHT })).exit).toBe(0);
  });

  test("holds back what has changed on other pages, until it is good again", async () => {
    vandalise();
    sample.edit(ACTORS, { "Learn the text by heart": "Sing whatever is asked of them" });
    const held = await refresh();
    // One refused page of twelve is more than may be missing: the others wait for it.
    expect(held.report.sources[0]).toMatchObject({ state: "carried-forward", fetched: 2 });
    sample.restore(CHEFS);
    const { exit, report } = await refresh(THIRD_NIGHT);
    expect(exit).toBe(0);
    expect(report.changes?.summary).toContainEqual(
      expect.objectContaining({ causes: ["correction"], table: "duty", added: 0, removed: 0, changed: 1 }),
    );
    expect(report.sources[0]).toMatchObject({ parsed: 0, unchanged: PROFILES + 1 });
  });

  test("stays refused in a run that leaves it out", async () => {
    vandalise();
    await refresh();
    const { exit, report } = await refresh(THIRD_NIGHT, "--only", "actors");
    expect(report.sources[0]).toMatchObject({ state: "carried-forward" });
    expect(exit).toBe(3);
  });

  test("cannot take the store's facts along when the state is lost", async () => {
    vandalise();
    await refresh();
    for (const suffix of ["", "-wal", "-shm"]) rmSync(`${store}/state.sqlite${suffix}`, { force: true });
    const { report } = await refresh(THIRD_NIGHT);
    expect(report.sources[0]).toMatchObject({ state: "carried-forward" });
    expect(sayTheSame({ store, version: published.version }, now())).toBe(true);
  });
});
