import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { lockStore } from "../../../pipelines/lock.ts";
import { programRegistry } from "../../../pipelines/program-registry.ts";
import { runIn } from "../run-in.ts";
import { select } from "./facts-of-versions.ts";
import {
  ACTORS,
  CHEFS,
  DOCUMENTS_OF_A_ROUND,
  type HostileSample,
  INDEX,
  NURSES,
  PROFILES,
  ROBOTS,
  startHostileSample,
} from "./hostile-sample.ts";
import { answers } from "./misbehaviours.ts";
import {
  bytesOf,
  copyOf,
  FIRST_MORNING,
  latestOf,
  newStore,
  publishedSample,
  readStoreJson,
  refreshIn,
  reportsIn,
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

const refresh = (now: string, ...argv: string[]) =>
  refreshIn(store, ["--mirror", sample.url, ...argv], { now });
const now = () => ({ store, version: latestOf(store) ?? "" });
const DUTY = { "<li>Learn the text by heart</li>": "<li>Learn the words by heart</li>" };

describe("wrong usage asks nobody, makes no store and says what to do:", () => {
  test.each([
    ["a live refresh without a contact", [], "Give your mailbox with --contact"],
    [
      "an unknown source",
      ["--sample", "--source", "us-oho"],
      "There is no source us-oho. The sources are: us-soc, us-ooh,",
    ],
    ["--sample with --mirror", ["--sample", "--mirror", "http://127.0.0.1:9"], "exclude each other"],
    ["--sample with --offline", ["--sample", "--offline"], "exclude each other"],
    ["--mirror with --offline", ["--offline", "--mirror", "http://127.0.0.1:9"], "exclude each other"],
    ["a mirror that is no address", ["--mirror", "127.0.0.1:8080"], "It has to be an address"],
    ["a mirror of another kind", ["--mirror", "file:///srv/mirror"], "It has to be an address"],
    ["words that are left over", ["--sample", "registered-nurses"], "Too many arguments"],
  ])("%s", async (_, argv, words) => {
    const empty = newStore();
    const { exit, error } = await refreshIn(empty, argv);
    expect(exit).toBe(2);
    expect(error).toMatchObject({ exit: 2, message: expect.stringContaining(words) });
    expect(existsSync(empty)).toBe(false);
  });

  test("a contact that is no mailbox", async () => {
    const { exit, error } = await refreshIn(store, ["--contact", "nobody"]);
    expect(exit).toBe(2);
    expect(error.message).toContain("nobody");
    expect(versionsIn(store)).toEqual([published.version]);
  });
});

describe("--only", () => {
  test("asks for the named pages and leaves the others as they are", async () => {
    sample.edit(ACTORS, DUTY);
    sample.edit(NURSES, { "<!--QF-->": "<!-- -->" });
    const { exit, report } = await refresh(SECOND_NIGHT, "--only", "actors");
    expect(exit).toBe(0);
    expect(sample.asked().map(({ page }) => page)).toEqual([ROBOTS, INDEX, ACTORS]);
    expect(report.changes?.summary).toContainEqual(
      expect.objectContaining({ causes: ["correction"], table: "duty", added: 0, removed: 0, changed: 1 }),
    );
    expect(select(now(), "SELECT id FROM occupation WHERE scheme = 'us-ooh'")).toHaveLength(PROFILES);
  });

  test("takes ids as well as codes, and several of them", async () => {
    await refresh(SECOND_NIGHT, "--only", "us-ooh/actors", "registered-nurses");
    expect(
      sample
        .asked()
        .map(({ page }) => page)
        .toSorted(),
    ).toEqual([ROBOTS, INDEX, ACTORS, NURSES].toSorted());
  });

  test("with an unknown code is wrong usage, and publishes nothing", async () => {
    const { exit, error } = await refresh(SECOND_NIGHT, "--only", "actors", "acters");
    expect(exit).toBe(2);
    expect(error.message).toContain("No chosen source lists acters");
    expect(versionsIn(store)).toEqual([published.version]);
  });

  test("with an unknown code does not make `status` unhappy", async () => {
    await refresh(SECOND_NIGHT, "--only", "acters");
    expect((await runIn(store, ["status"], { now: SECOND_NIGHT })).exit).toBe(0);
  });

  test("does not end the round: the pages that it left out are still due", async () => {
    await refresh(SECOND_NIGHT, "--only", "actors");
    sample.forget();
    await refresh("2026-11-21T03:15:00Z");
    const pages = sample.asked().map(({ page }) => page);
    expect(pages).toContain(NURSES);
    expect(pages).toContain(CHEFS);
  });

  test("on an empty store publishes nothing", async () => {
    const { exit, report } = await refreshIn(newStore(), ["--mirror", sample.url, "--only", "actors"]);
    expect(exit).toBe(4);
    expect(report.version).toBeNull();
  });
});

describe("--source", () => {
  test("of a known source goes through it", async () => {
    const { exit, report } = await refresh(SECOND_NIGHT, "--source", "us-ooh");
    expect(exit).toBe(0);
    expect(report.sources[0]).toMatchObject({ unchanged: PROFILES + 1 });
  });
});

describe("--dry-run", () => {
  test("does everything but publishing, and says what it would have published", async () => {
    const empty = newStore();
    const { exit, report } = await refreshIn(empty, ["--mirror", sample.url, "--dry-run"]);
    expect(exit).toBe(0);
    expect(report).toMatchObject({ dry_run: true, is_new: false, version: null });
    expect(report.message).toMatch(/would have been published/);
    expect(report.sources[0]).toMatchObject({ parsed: PROFILES + 1, facts: expect.any(Number) });
    expect(versionsIn(empty)).toEqual([]);
    expect(latestOf(empty)).toBeUndefined();
    expect(existsSync(join(empty, "latest.json"))).toBe(false);
  });

  test("leaves the latest version and its time as they are", async () => {
    const before = bytesOf(store, published.version);
    sample.edit(ACTORS, DUTY);
    const { report } = await refresh(SECOND_NIGHT, "--dry-run");
    expect(report.message).toMatch(/would have been published/);
    expect(versionsIn(store)).toEqual([published.version]);
    expect(bytesOf(store, published.version)).toEqual(before);
    expect(readStoreJson(store, "latest.json")).toMatchObject({ checked_at: "2026-11-20T02:15:00.000Z" });
  });

  test("takes nothing from the run after it", async () => {
    sample.edit(ACTORS, DUTY);
    await refresh(SECOND_NIGHT, "--dry-run");
    const { exit, report } = await refresh(THIRD_NIGHT);
    expect(exit).toBe(0);
    expect(report).toMatchObject({ outcome: "published", is_new: true });
    expect(report.changes?.summary).toContainEqual(
      expect.objectContaining({ causes: ["correction"], table: "duty", added: 0, removed: 0, changed: 1 }),
    );
  });
});

describe("--force", () => {
  test("asks again for what an unfinished round has already, conditionally", async () => {
    const empty = newStore();
    sample.misbehave(ACTORS, answers(451));
    await refreshIn(empty, ["--mirror", sample.url]);
    sample.restore();
    sample.forget();
    const { exit } = await refreshIn(empty, ["--mirror", sample.url, "--force"], { now: FIRST_MORNING });
    expect(exit).toBe(0);
    expect(sample.asked()).toHaveLength(DOCUMENTS_OF_A_ROUND);
    expect(sample.delivered()).toEqual([ACTORS]);
  });

  test("parses nothing that it knows, and publishes nothing that has not changed", async () => {
    const { exit, report } = await refresh(SECOND_NIGHT, "--force");
    expect(exit).toBe(0);
    expect(report).toMatchObject({ outcome: "unchanged" });
    expect(report.sources[0]).toMatchObject({ parsed: 0, unchanged: PROFILES + 1 });
  });
});

describe("--sample", () => {
  test("is the main job against the sample that ships with the program, and says so", async () => {
    const empty = newStore();
    const { exit, report } = await refreshIn(empty, ["--sample"]);
    const asked = programRegistry.sources.filter(({ retired }) => retired === undefined).map(({ id }) => id);
    expect(exit).toBe(0);
    expect(report.sources.map(({ id, state }) => `${id} ${state}`)).toEqual(
      asked.map((id) => `${id} sample`),
    );
    expect(report.sources.find(({ id }) => id === "us-ooh")).toMatchObject({ parsed: PROFILES + 1 });
    const version = latestOf(empty) ?? "";
    expect(select({ store: empty, version }, "SELECT id, state FROM source ORDER BY id")).toEqual(
      asked.toSorted().map((id) => ({ id, state: "sample" })),
    );
    expect(await refreshIn(empty, ["--sample"], { now: SECOND_NIGHT })).toMatchObject({
      exit: 0,
      report: { outcome: "unchanged" },
    });
  });

  test("has workbooks that say what its pages say", async () => {
    const { exit, report } = await refreshIn(newStore(), [
      ...["--mirror", sample.url],
      ...["--source", "us-soc", "us-ooh", "us-oews", "us-projections"],
    ]);
    expect(exit).toBe(0);
    expect(new Set(report.comparisons.map(({ compared_with }) => compared_with))).toEqual(
      new Set(["us-oews", "us-projections"]),
    );
    for (const { compared, agreeing } of report.comparisons)
      expect([compared > 0, agreeing]).toEqual([true, compared]);
  });

  test("keeps real documents out of its store", async () => {
    const samples = newStore();
    await refreshIn(samples, ["--sample"]);
    for (const argv of [
      ["--mirror", sample.url],
      ["--contact", "data@example.org"],
    ]) {
      const { exit, error } = await refreshIn(samples, argv, { now: SECOND_NIGHT });
      expect(exit).toBe(2);
      expect(error.message).toContain("This store holds the sample");
    }
    expect(sample.asked()).toEqual([]);
    expect(versionsIn(samples)).toHaveLength(1);
  });

  test("keeps out of a store with real documents", async () => {
    const { exit, error } = await refreshIn(store, ["--sample"], { now: SECOND_NIGHT });
    expect(exit).toBe(2);
    expect(error.message).toContain("This store holds the publishers' documents");
    expect(versionsIn(store)).toEqual([published.version]);
  });

  test("is still the sample when it is built from the archive", async () => {
    const samples = newStore();
    await refreshIn(samples, ["--sample"]);
    const { exit, report } = await refreshIn(samples, ["--offline"], { now: SECOND_NIGHT });
    expect([exit, report.outcome]).toEqual([0, "unchanged"]);
    expect(new Set(report.sources.map(({ state }) => state))).toEqual(new Set(["sample"]));
  });
});

describe("a store", () => {
  test("that another process holds is left alone, with exit 5 and its holder's name", async () => {
    const lock = lockStore(store, { command: "refresh", startedAt: "2026-11-21T02:00:00Z" });
    const { exit, error } = await refresh(SECOND_NIGHT);
    lock.release();
    expect(exit).toBe(5);
    expect(error.message).toContain(`process ${process.pid}`);
    expect(sample.asked()).toEqual([]);
    expect(reportsIn(store)).toHaveLength(1);
    expect((await refresh(SECOND_NIGHT)).exit).toBe(0);
  });

  test.each(["archive.sqlite", "state.sqlite"])("whose %s is damaged ends with exit 7", async (file) => {
    for (const suffix of ["-wal", "-shm"]) expect(existsSync(join(store, `${file}${suffix}`))).toBe(false);
    writeFileSync(join(store, file), "this is no database, and was one yesterday".repeat(100));
    const { exit, error } = await refresh(SECOND_NIGHT);
    expect(exit).toBe(7);
    expect(error.message).toContain(file);
    expect(latestOf(store)).toBe(published.version);
    expect(sample.asked()).toEqual([]);
  });

  test("with a report that a crash cut off is still refreshed", async () => {
    writeFileSync(join(store, "runs", "20261120T230000Z-aaaaaa.json"), "");
    writeFileSync(join(store, "runs", ".new-20261120T230000Z-bbbbbb.txt"), "half a rep");
    expect(await refresh(SECOND_NIGHT)).toMatchObject({ exit: 0 });
    expect(readdirSync(join(store, "runs")).filter((name) => name.startsWith("."))).toEqual([]);
  });

  test("whose last run was killed says so in the report of that run", async () => {
    const killed = { ...readStoreJson(store, "runs", reportsIn(store)[0] ?? "") };
    const report = { ...killed, run: "20261120T230000Z-aaaaaa", outcome: "running", finished_at: null };
    writeFileSync(join(store, "runs", "20261120T230000Z-aaaaaa.json"), JSON.stringify(report));
    await refresh(SECOND_NIGHT);
    expect(readStoreJson(store, "runs", "20261120T230000Z-aaaaaa.json")).toMatchObject({
      outcome: "crashed",
      message: "The run was killed before it could end.",
    });
    const text = readFileSync(join(store, "runs", "20261120T230000Z-aaaaaa.txt"), "utf8");
    expect(text).toMatch(/^occupations CRASHED/);
  });
});
