import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { type BuiltProgram, buildProgram } from "../../built-program.ts";
import {
  ACTORS,
  DOCUMENTS_OF_A_ROUND,
  type HostileSample,
  startHostileSample,
} from "../refresh/hostile-sample.ts";
import { neverAnswers } from "../refresh/misbehaviours.ts";
import { FIRST_NIGHT, latestOf, newStore, refreshIn, SECOND_NIGHT } from "../refresh/refreshed-store.ts";
import { runIn } from "../run-in.ts";

let program: BuiltProgram;
let sample: HostileSample;
let store: string;

beforeAll(() => {
  program = buildProgram();
});
afterAll(() => program.remove());
beforeEach(async () => {
  sample = await startHostileSample();
  store = newStore();
});

/** `occupations schedule` of the handbook, at a time that stands still. */
function startSchedule(argv: readonly string[] = [], now = FIRST_NIGHT) {
  const cli = join(program.folder, "pipelines", "cli.js");
  const words = [cli, "schedule", "--source", "us-ooh", "--mirror", sample.url, "--store", store, ...argv];
  const child = spawn(process.execPath, words, {
    env: { ...process.env, OCCUPATIONS_NOW: now },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const printed = { stdout: "", stderr: "" };
  let look = () => {};
  for (const stream of ["stdout", "stderr"] as const)
    child[stream].setEncoding("utf8").on("data", (text: string) => {
      printed[stream] += text;
      look();
    });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  return {
    printed,
    /** Resolves when the log says so. */
    says: (words: string) =>
      new Promise<void>((resolve) => {
        look = () => printed.stderr.includes(words) && resolve();
        look();
      }),
    stop: async (signal: "SIGTERM" | "SIGINT") => {
      const began = performance.now();
      child.kill(signal);
      return { exit: await ended, milliseconds: performance.now() - began };
    },
    ended,
  };
}

describe("a schedule that is stopped", () => {
  test("while it waits ends at once, with 0; before that it has done what was due", async () => {
    const schedule = startSchedule();
    await schedule.says("Next: us-ooh, 2026-11-20 17:15 America/New_York.");
    expect(latestOf(store)).toBeDefined();
    expect(sample.asked()).toHaveLength(DOCUMENTS_OF_A_ROUND);
    expect(await schedule.stop("SIGTERM")).toMatchObject({ exit: 0 });
    expect(schedule.printed.stdout).toBe("Stopped after 1 run.\n");
    expect(schedule.printed.stderr).toContain("us-ooh due: it was never read.");
  });

  test("has served how the dataset is; its runs wrote to its log, and metrics into a file", async () => {
    const [log, metrics] = [join(store, "occupations.log"), join(store, "occupations.prom")];
    mkdirSync(store);
    const words = ["--metrics-port", "0", "--metrics-file", metrics, "--log-file", log, "--quiet"];
    const schedule = startSchedule(words);
    await expect.poll(() => existsSync(metrics) && latestOf(store), { timeout: 50_000 }).toBeTruthy();
    const lines = () =>
      readFileSync(log, "utf8")
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    const told = lines().find(({ message }) => /^Metrics: /.test(String(message)))?.message;
    const url = /^Metrics: (\S+)\/metrics/.exec(String(told))?.[1];
    const health = await fetch(`${url}/healthz`);
    expect([health.status, await health.json()]).toMatchObject([200, { state: "fresh" }]);
    expect(readFileSync(metrics, "utf8")).toContain('occupations_state{state="fresh"} 1\n');
    expect(new Set(lines().map(({ pid }) => pid)).size).toBe(2);
    expect(await schedule.stop("SIGTERM")).toMatchObject({ exit: 0 });
    expect(schedule.printed.stderr).toBe("");
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  });

  test.each(["SIGTERM", "SIGINT"] as const)(
    "by %s in the middle of a run ends within five seconds, with 0, and the next run goes on",
    async (signal) => {
      const asked = new Promise<void>((resolve) => sample.misbehave(ACTORS, neverAnswers(resolve)));
      const schedule = startSchedule(["--json"]);
      await asked;
      const { exit, milliseconds } = await schedule.stop(signal);
      expect(exit).toBe(0);
      expect(milliseconds).toBeLessThan(5_000);
      expect(JSON.parse(schedule.printed.stdout)).toMatchObject({ outcome: "stopped", runs: 0 });
      const kept = sample.delivered();
      sample.restore();
      sample.forget();
      const { exit: next, report } = await refreshIn(store, ["--mirror", sample.url, "--due"]);
      expect([next, report.outcome]).toEqual([0, "published"]);
      expect(report.sources[0]?.resumed).toBeGreaterThan(0);
      expect(sample.asked().length).toBeLessThan(DOCUMENTS_OF_A_ROUND);
      expect(kept.length).toBeGreaterThan(0);
    },
  );
});

test("a schedule whose command line makes no sense to its runs ends with 2 and the reason", async () => {
  await refreshIn(store, ["--sample", "--source", "us-ooh"]);
  const schedule = startSchedule([], SECOND_NIGHT);
  expect(await schedule.ended).toBe(2);
  expect(schedule.printed.stderr).toContain("This store holds the sample");
});

test("a schedule without a contact, a mirror or the sample is wrong usage", async () => {
  const { exit, json } = await runIn(store, ["schedule"]);
  expect([exit, existsSync(store)]).toEqual([2, false]);
  expect(json).toMatchObject({ error: { code: "contact-missing" } });
});
