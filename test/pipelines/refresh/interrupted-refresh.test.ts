import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type BuiltProgram, buildProgram } from "../../built-program.ts";
import { picker } from "../../corpus/picker.ts";
import { leftoversIn, visibleProblemsIn } from "../../hostile/crashes/visible-problems.ts";
import { sayTheSame, selectIn } from "./facts-of-versions.ts";
import { ACTORS, type HostileSample, NURSES, PROFILES, startHostileSample } from "./hostile-sample.ts";
import { neverAnswers } from "./misbehaviours.ts";
import {
  FIRST_MORNING,
  latestOf,
  newStore,
  publishedSample,
  readStoreJson,
  refreshIn,
  reportsIn,
  versionsIn,
} from "./refreshed-store.ts";
import { startRefresh } from "./started-refresh.ts";

let program: BuiltProgram;
let published: Awaited<ReturnType<typeof publishedSample>>;
let sample: HostileSample;
let store: string;

beforeAll(async () => {
  program = buildProgram();
  published = await publishedSample();
});
afterAll(() => {
  program.remove();
  published.remove();
});
beforeEach(async () => {
  sample = await startHostileSample();
  store = newStore();
});

function archivedIn(of: string): string[] {
  if (!existsSync(join(of, "archive.sqlite"))) return [];
  // A kill can fall between the file and its tables.
  if (selectIn(of, "archive", "SELECT 1 FROM sqlite_schema").length === 0) return [];
  const rows = selectIn<{ url: string }>(of, "archive", "SELECT url FROM capture");
  return rows.map(({ url }) => url.replace("https://www.bls.gov", ""));
}

/** Resolves when a page is asked for that is never answered. */
const whenAskedFor = (page: string) =>
  new Promise<void>((resolve) => sample.misbehave(page, neverAnswers(resolve)));

describe("a refresh that is interrupted", () => {
  test("ends at once, keeps what it has, and the next one asks for the rest only", async () => {
    const interruption = new AbortController();
    void whenAskedFor(NURSES).then(() => interruption.abort());
    const first = await refreshIn(store, ["--mirror", sample.url], { signal: interruption.signal });
    expect(first).toMatchObject({ exit: 130, error: { code: "interrupted" } });
    const [run = ""] = reportsIn(store);
    expect(readStoreJson(store, "runs", run)).toMatchObject({
      outcome: "interrupted",
      exit: 130,
      finished_at: "2026-11-20T02:15:00.000Z",
    });
    expect(versionsIn(store)).toEqual([]);

    const kept = archivedIn(store);
    sample.restore();
    sample.forget();
    const { exit, report } = await refreshIn(store, ["--mirror", sample.url], { now: FIRST_MORNING });
    expect(exit).toBe(0);
    expect(sample.delivered().filter((page) => kept.includes(page))).toEqual([]);
    expect(report.sources[0]).toMatchObject({
      resumed: kept.length,
      fetched: PROFILES + 1 - kept.length,
    });
    const version = latestOf(store) ?? "";
    expect(sayTheSame({ store, version }, { store: published.path, version: published.version })).toBe(true);
  });

  test("begins anew when it is too old to go on with", async () => {
    const interruption = new AbortController();
    void whenAskedFor(NURSES).then(() => interruption.abort());
    await refreshIn(store, ["--mirror", sample.url], { signal: interruption.signal });
    const kept = archivedIn(store);
    sample.restore();
    sample.forget();
    const { exit, report } = await refreshIn(store, ["--mirror", sample.url], {
      now: "2026-11-21T03:00:00Z",
    });
    expect(exit).toBe(0);
    expect(report.sources[0]).toMatchObject({ resumed: 0, unchanged: kept.length });
    expect(sample.delivered().filter((page) => kept.includes(page))).toEqual([]);
  });

  test.each(["SIGINT", "SIGTERM"] as const)("by %s ends its process with 130", async (signal) => {
    const asked = whenAskedFor(ACTORS);
    const refresh = startRefresh(program, store, sample.url);
    await asked;
    refresh.send(signal);
    const { exit, stdout } = await refresh.ended;
    expect(exit).toBe(130);
    expect(JSON.parse(stdout)).toEqual({
      error: { code: "interrupted", exit: 130, message: expect.stringContaining("run the command again") },
    });
    sample.restore();
    expect((await refreshIn(store, ["--mirror", sample.url])).exit).toBe(0);
  });

  test("holds its store as long as it lives, and no longer", async () => {
    const asked = whenAskedFor(ACTORS);
    const refresh = startRefresh(program, store, sample.url);
    await asked;
    const refused = await refreshIn(store, ["--mirror", sample.url]);
    expect(refused).toMatchObject({ exit: 5, error: { code: "store-held" } });
    expect(refused.error.message).toContain(`process ${refresh.pid}`);
    refresh.send("SIGKILL");
    await refresh.ended;
    sample.restore();
    expect((await refreshIn(store, ["--mirror", sample.url])).exit).toBe(0);
    const reports = reportsIn(store).map((name) => readStoreJson(store, "runs", name));
    expect(reports.map(({ outcome }) => outcome).toSorted()).toEqual(["crashed", "published"]);
  });
});

const KILLS_OF_A_STORE = 5;

/** Kills one refresh of a store after the other, looks at it each time, and lets the last one end. */
async function killAndComplete(seed: number): Promise<void> {
  const pick = picker(`${seed}`);
  const publisher = await startHostileSample();
  const killed = newStore();
  for (let kill = 1; kill <= KILLS_OF_A_STORE; kill++) {
    const kept = archivedIn(killed);
    publisher.forget();
    const refresh = startRefresh(program, killed, publisher.url);
    await delay(250 + pick(1200));
    refresh.send("SIGKILL");
    await refresh.ended;
    expect(await visibleProblemsIn(killed)).toEqual([]);
    expect(publisher.delivered().filter((page) => kept.includes(page))).toEqual([]);
  }
  const kept = archivedIn(killed);
  publisher.forget();
  expect(await refreshIn(killed, ["--mirror", publisher.url])).toMatchObject({ exit: 0 });
  expect(publisher.delivered().filter((page) => kept.includes(page))).toEqual([]);
  await expectAsPublished(killed);
}

/** The same version as if nothing had happened, and nothing half-written beside it. */
async function expectAsPublished(of: string): Promise<void> {
  const { path, version } = published;
  expect(await visibleProblemsIn(of)).toEqual([]);
  expect(versionsIn(of)).toEqual([version]);
  expect(latestOf(of)).toBe(version);
  expect(readStoreJson(of, "latest.json")).toMatchObject({ id: version });
  expect(sayTheSame({ store: of, version }, { store: path, version })).toBe(true);
  expect(leftoversIn(of)).toEqual([]);
}

test("kill -9 at any instant leaves a store that the next run completes", async () => {
  await Promise.all([1, 2, 3, 4].map(killAndComplete));
});
