import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { runIn } from "../run-in.ts";
import { selectIn } from "./facts-of-versions.ts";
import {
  ACTORS,
  DOCUMENTS_OF_A_ROUND,
  type HostileSample,
  INDEX,
  NURSES,
  PROFILES,
  ROBOTS,
  startHostileSample,
} from "./hostile-sample.ts";
import { answers, neverAnswers } from "./misbehaviours.ts";
import {
  copyOf,
  FIRST_MORNING,
  latestOf,
  publishedSample,
  readStoreJson,
  refreshIn,
  SECOND_NIGHT,
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

/** A refresh that goes by the schedule, as it does without a mirror. */
const due = (now: string, ...argv: readonly string[]) =>
  refreshIn(store, ["--mirror", sample.url, "--due", ...argv], { now });
const pages = () => sample.asked().map(({ page }) => page);

describe("a source that is not due", () => {
  test("is not asked: the run says so, and when it will be", async () => {
    const { exit, report } = await due(FIRST_MORNING);
    expect(exit).toBe(0);
    expect(pages()).toEqual([]);
    expect(report).toMatchObject({
      ...{ outcome: "unchanged", version: published.version, is_new: false },
      not_due: [
        {
          ...{ source: "us-ooh", due: "2026-11-20T22:15:00Z" },
          due_there: "2026-11-20 17:15 America/New_York",
          why: "the least time between two rounds is over then",
        },
      ],
    });
    expect(report.message).toBe(
      "Nothing is due. us-ooh is due 2026-11-20 17:15 America/New_York (in 14 hours); --force asks all the same.",
    );
  });

  test("does not make `status` call the store stale: the run has looked, and all that was due is done", async () => {
    await due(FIRST_MORNING);
    expect(readStoreJson(store, "latest.json")).toMatchObject({ checked_at: "2026-11-20T08:00:00.000Z" });
    const { json } = await runIn(store, ["status", "--max-age", "1h"], { now: "2026-11-20T08:30:00Z" });
    expect(json).toMatchObject({ state: "fresh" });
  });

  test("is asked on the next night, and at once with --force or where nobody speaks of the schedule", async () => {
    await due(SECOND_NIGHT);
    expect(pages()).toHaveLength(DOCUMENTS_OF_A_ROUND);
    sample.forget();
    await refreshIn(store, ["--mirror", sample.url, "--force"], { now: "2026-11-21T02:20:00Z" });
    expect(pages()).toHaveLength(DOCUMENTS_OF_A_ROUND);
    sample.forget();
    await refreshIn(store, ["--mirror", sample.url], { now: "2026-11-21T02:25:00Z" });
    expect(pages()).toHaveLength(DOCUMENTS_OF_A_ROUND);
  });

  test("is read again where the program has changed", async () => {
    const state = new Database(join(store, "state.sqlite"));
    state.exec("UPDATE reading SET fingerprint = 'an older program'");
    state.close();
    const { exit, report } = await due(FIRST_MORNING);
    expect([exit, report.outcome, pages()]).toEqual([0, "unchanged", []]);
    expect(report.sources[0]).toMatchObject({ parsed: PROFILES + 1, failed: 0, state: "fresh" });
  });

  test("gives what a rehearsal has fetched", async () => {
    sample.edit(ACTORS, { "<li>Learn the text by heart</li>": "<li>Learn the words by heart</li>" });
    await refreshIn(store, ["--mirror", sample.url, "--dry-run"], { now: SECOND_NIGHT });
    sample.forget();
    const { report } = await due("2026-11-21T03:15:00Z");
    expect([pages(), report.is_new]).toEqual([[], true]);
    expect(latestOf(store)).not.toBe(published.version);
  });
});

describe("a source in trouble", () => {
  test("that could not be reached is asked again three hours later, and no run in between says that all is well", async () => {
    sample.misbehave(INDEX, answers(451));
    expect((await due(SECOND_NIGHT)).exit).toBe(6);
    sample.restore();
    sample.forget();
    const { exit, report } = await due("2026-11-21T04:15:00Z");
    expect([exit, report.outcome, pages()]).toEqual([6, "failed", []]);
    expect(report.message).toContain("Nothing is due. us-ooh is due 2026-11-21 00:15 America/New_York");
    expect(report.not_due).toMatchObject([
      { due: "2026-11-21T05:15:00Z", why: "documents of it could not be had" },
    ]);
    expect((await due("2026-11-21T05:15:00Z")).exit).toBe(0);
    expect(pages()).toHaveLength(DOCUMENTS_OF_A_ROUND);
  });

  test("that is carried forward stays so, and is then asked for what failed only", async () => {
    sample.misbehave(ACTORS, answers(451));
    expect((await due(SECOND_NIGHT)).exit).toBe(3);
    sample.restore();
    sample.forget();
    const version = latestOf(store);
    const { exit, report } = await due("2026-11-21T04:15:00Z");
    expect([exit, report.outcome, pages()]).toEqual([3, "degraded", []]);
    expect([report.is_new, latestOf(store)]).toEqual([false, version]);
    expect((await due("2026-11-21T05:15:00Z")).exit).toBe(0);
    expect(pages()).toEqual([ROBOTS, ACTORS]);
  });

  test("that was interrupted is gone on with at once", async () => {
    const interruption = new AbortController();
    sample.misbehave(
      NURSES,
      neverAnswers(() => interruption.abort()),
    );
    const words = ["refresh", "--mirror", sample.url, "--due", "--source", "us-ooh"];
    const { exit } = await runIn(store, words, { now: SECOND_NIGHT, signal: interruption.signal });
    expect(exit).toBe(130);
    const answered = selectIn<{ url: string }>(
      store,
      "state",
      "SELECT url FROM document WHERE round_id = (SELECT max(id) FROM round)",
    ).map(({ url }) => url.replace("https://www.bls.gov", ""));
    expect(answered).toContain(INDEX);
    sample.restore();
    sample.forget();
    expect((await due("2026-11-21T02:16:00Z")).exit).toBe(0);
    expect(pages()).toContain(NURSES);
    expect(pages().filter((page) => answered.includes(page))).toEqual([]);
  });
});

test("a clock that was put back makes a source due once, not for ever", async () => {
  const { exit } = await due("2026-11-15T02:15:00Z");
  expect([exit, pages().length]).toEqual([0, DOCUMENTS_OF_A_ROUND]);
  sample.forget();
  const { report } = await due("2026-11-15T08:00:00Z");
  expect(pages()).toEqual([]);
  expect(report.not_due).toMatchObject([{ due: "2026-11-15T22:15:00Z" }]);
});
