import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { RunReport } from "../../../pipelines/refresh/report.ts";
import {
  ACTORS,
  addressOf,
  CHEFS,
  DOCUMENTS_OF_A_ROUND,
  type HostileSample,
  INDEX,
  NURSES,
  ROBOTS,
  startHostileSample,
} from "../refresh/hostile-sample.ts";
import { answers } from "../refresh/misbehaviours.ts";
import {
  copyOf,
  latestOf,
  newStore,
  publishedSample,
  refreshIn,
  SECOND_NIGHT,
} from "../refresh/refreshed-store.ts";
import { runIn } from "../run-in.ts";

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

const MORNING = "2026-11-21T08:00:00Z";
const failingNight = () => refreshIn(store, ["--mirror", sample.url], { now: SECOND_NIGHT });
const pages = () => sample.asked().map(({ page }) => page);

async function retry(run: string, ...argv: readonly string[]) {
  sample.forget();
  const { exit, json } = await runIn(store, ["retry", run, ...argv], { now: MORNING });
  return { exit, report: json as RunReport, error: (json as { error?: { message: string } }).error };
}

describe("retry", () => {
  test("asks for what failed, was gone or was refused in that run, and for nothing else", async () => {
    sample.misbehave(ACTORS, answers(451));
    sample.misbehave(NURSES, answers(404));
    sample.edit(CHEFS, { 'id="quickfacts"': 'id="facts"' });
    const { exit, report } = await failingNight();
    expect(exit).toBe(3);
    expect(report).toMatchObject({ command: "refresh", retry_of: null, way: "mirror" });
    expect(report.failures.map(({ url, kind }) => [url, kind]).toSorted()).toEqual([
      [addressOf(ACTORS), "status"],
      [addressOf(CHEFS), "rejected"],
      [addressOf(NURSES), "gone"],
    ]);

    sample.restore();
    const again = await retry(report.run);
    expect(pages().toSorted()).toEqual([ACTORS, CHEFS, NURSES, ROBOTS].toSorted());
    expect(again).toMatchObject({
      exit: 0,
      report: { command: "retry", retry_of: report.run, failures: [] },
    });
    expect(again.report.sources[0]).toMatchObject({ state: "fresh", failed: 0 });
    // As before the night that failed: the same facts have the same hash.
    expect(latestOf(store)?.split("-")[1]).toBe(published.version.split("-")[1]);
    // The round is whole now: nothing of it is due until the next night.
    sample.forget();
    const next = await refreshIn(store, ["--mirror", sample.url, "--due"], { now: "2026-11-21T08:05:00Z" });
    expect([next.exit, pages()]).toEqual([0, []]);
  });

  test("of a run whose index failed asks for all that was not asked for because of that", async () => {
    sample.misbehave(INDEX, answers(451));
    const { report } = await failingNight();
    expect(report.failures).toMatchObject([{ source: "us-ooh", url: addressOf(INDEX), kind: "status" }]);
    sample.restore();
    expect(await retry("latest")).toMatchObject({ exit: 0, report: { retry_of: report.run } });
    expect(pages()).toHaveLength(DOCUMENTS_OF_A_ROUND);
  });

  test("that fails again can be tried again", async () => {
    sample.misbehave(ACTORS, answers(451));
    const { report } = await failingNight();
    const again = await retry(report.run);
    expect(again).toMatchObject({ exit: 3, report: { failures: [{ url: addressOf(ACTORS) }] } });
    sample.restore();
    expect(await retry("latest")).toMatchObject({ exit: 0, report: { retry_of: again.report.run } });
    expect(pages()).toEqual([ROBOTS, ACTORS]);
  });

  test("long after its run asks for the same, without ending the round that began since", async () => {
    sample.misbehave(ACTORS, answers(404));
    const { report } = await failingNight();
    sample.restore();
    sample.forget();
    const words = ["retry", report.run, "--mirror", sample.url];
    expect((await runIn(store, words, { now: "2026-11-27T08:00:00Z" })).exit).toBe(0);
    expect(pages()).toEqual([ROBOTS, ACTORS]);
    sample.forget();
    await refreshIn(store, ["--mirror", sample.url, "--due"], { now: "2026-11-27T08:05:00Z" });
    expect(pages()).toHaveLength(DOCUMENTS_OF_A_ROUND);
  });

  test("of a run in which nothing failed asks nobody", async () => {
    const { exit, report } = await retry("latest");
    expect([exit, pages()]).toEqual([0, []]);
    expect(report).toMatchObject({
      failures: [],
      message: expect.stringMatching(/^Nothing failed in \d{8}T/),
    });
  });

  test("of the publishers' run is refused without a contact", async () => {
    const failed = {
      source: "us-ooh",
      url: addressOf(ACTORS),
      kind: "timeout",
      message: "It took too long.",
    };
    report("20261122T021500Z-aaaaaa", {
      outcome: "degraded",
      way: "fetch",
      mirror: null,
      failures: [failed],
    });
    const { exit, error } = await retry("20261122T021500Z-aaaaaa");
    expect([exit, error?.message]).toEqual([2, expect.stringContaining("Give your mailbox with --contact")]);
  });
});

function report(run: string, words: object): void {
  mkdirSync(join(store, "runs"), { recursive: true });
  writeFileSync(join(store, "runs", `${run}.json`), JSON.stringify({ run, ...words }));
}

describe("retry is wrong usage", () => {
  test("of a run that there is not; the last ones are named", async () => {
    const { exit, error } = await retry("20200101T000000Z-aaaaaa");
    expect(exit).toBe(2);
    expect(error?.message).toMatch(
      /There is no run 20200101T000000Z-aaaaaa\. The last runs are: 20261120T021500Z-/,
    );
    expect((await retry("../latest")).exit).toBe(2);
  });

  test("in a store without runs", async () => {
    store = newStore();
    const { exit, error } = await retry("latest");
    expect([exit, error?.message]).toEqual([2, expect.stringContaining("has no reports of runs")]);
  });

  test.each([
    ["that was interrupted", { outcome: "interrupted" }, "did not come to its end (interrupted)"],
    ["of an older program", { outcome: "degraded", failures: undefined }, "does not list what failed"],
  ])("of a run %s", async (_, words, told) => {
    report("20261122T021500Z-aaaaaa", { way: "mirror", mirror: sample.url, failures: [], ...words });
    const { exit, error } = await retry("20261122T021500Z-aaaaaa");
    expect([exit, error?.message]).toEqual([2, expect.stringContaining(told)]);
  });
});
