import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from "vitest";
import { lockStore } from "../../../pipelines/lock.ts";
import { type BuiltProgram, buildProgram } from "../../built-program.ts";
import {
  ACTORS,
  DOCUMENTS_OF_A_ROUND,
  type HostileSample,
  startHostileSample,
} from "../refresh/hostile-sample.ts";
import { neverAnswers } from "../refresh/misbehaviours.ts";
import { FIRST_NIGHT, latestOf, newStore } from "../refresh/refreshed-store.ts";
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
function startSchedule(argv: readonly string[]) {
  const cli = join(program.folder, "pipelines", "cli.js");
  const words = [cli, "schedule", "--source", "us-ooh", "--store", store, ...argv];
  const child = spawn(process.execPath, words, {
    env: { ...process.env, OCCUPATIONS_NOW: FIRST_NIGHT },
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

test("a schedule that is stopped in the middle of a run ends within five seconds, with 0; started again, it goes on", async () => {
  const asked = new Promise<void>((resolve) => sample.misbehave(ACTORS, neverAnswers(resolve)));
  const stopped = startSchedule(["--mirror", sample.url, "--json"]);
  await asked;
  const { exit, milliseconds } = await stopped.stop("SIGTERM");
  expect(exit).toBe(0);
  expect(milliseconds).toBeLessThan(5_000);
  expect(JSON.parse(stopped.printed.stdout)).toMatchObject({ outcome: "stopped", runs: 0 });
  expect(latestOf(store)).toBeUndefined();

  sample.restore();
  sample.forget();
  const schedule = startSchedule(["--mirror", sample.url]);
  await schedule.says("Next: us-ooh, 2026-11-20 17:15 America/New_York.");
  expect(schedule.printed.stderr).toContain("Due: us-ooh (its last round was interrupted).");
  expect(latestOf(store)).toBeDefined();
  const pages = sample.asked().map(({ page }) => page);
  expect(pages).toContain(ACTORS);
  expect(pages.length).toBeLessThan(DOCUMENTS_OF_A_ROUND);
  // Nothing is at work now: the store is free, and the schedule ends at once.
  lockStore(store, { command: "test", startedAt: FIRST_NIGHT }).release();
  expect(await schedule.stop("SIGINT")).toMatchObject({ exit: 0 });
  expect(schedule.printed.stdout).toBe("Stopped after 1 run.\n");
});

test("a schedule serves how the dataset is until it is stopped; its runs write to its log, and metrics into a file", async () => {
  const [log, metrics] = [join(store, "occupations.log"), join(store, "occupations.prom")];
  mkdirSync(store);
  const words = ["--metrics-port", "0", "--metrics-file", metrics, "--log-file", log, "--quiet"];
  const schedule = startSchedule(["--mirror", sample.url, ...words]);
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

test("a schedule whose command line makes no sense to its runs ends with 2 and the reason", async () => {
  const schedule = startSchedule(["--contact", "nobody"]);
  expect(await schedule.ended).toBe(2);
  expect(schedule.printed.stderr).toContain("nobody");
});

test("a schedule without a contact, a mirror or the sample is wrong usage", async () => {
  const { exit, json } = await runIn(store, ["schedule"]);
  expect([exit, existsSync(store)]).toEqual([2, false]);
  expect(json).toMatchObject({ error: { code: "contact-missing" } });
});
