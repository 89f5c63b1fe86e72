import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createStore, HANDBOOK, publishRows, sourceRow, type TestStore } from "../published-store.ts";
import { type RunOptions, runCommand } from "../run-command.ts";

let store: TestStore;

beforeEach(() => {
  store = createStore();
});
afterEach(() => store.remove());

/** Thirty hours after the version of the tests was published. */
const NOW = "2026-11-24T08:15:00Z";

async function status(argv: readonly string[] = [], registry: RunOptions["registry"] = {}) {
  const options = { registry, env: { OCCUPATIONS_NOW: NOW } };
  const { exit, stdout } = await runCommand(["status", ...argv, "--store", store.path, "--json"], options);
  return { exit, ...JSON.parse(stdout) };
}

function reportRun(name: string, report: object): void {
  mkdirSync(join(store.path, "runs"), { recursive: true });
  writeFileSync(join(store.path, "runs", `${name}.json`), JSON.stringify(report));
}

const RUN = {
  run: "20261123T021500Z",
  started_at: "2026-11-23T02:15:00Z",
  finished_at: "2026-11-23T02:40:00Z",
};

test("a version that was checked within 36 hours is fresh", async () => {
  const version = await publishRows(store, [sourceRow(), ...HANDBOOK]);
  expect(await status()).toMatchObject({
    exit: 0,
    state: "fresh",
    version,
    age_seconds: 30 * 3600,
    problems: [],
  });
});

test("one that was checked longer ago than allowed is stale", async () => {
  await publishRows(store, [sourceRow(), ...HANDBOOK]);
  expect(await status(["--max-age", "24h"])).toMatchObject({
    exit: 3,
    state: "stale",
    problems: ["The sources were last looked at 30 hours ago; 24h are allowed."],
  });
  expect(await status(["--max-age", "2d"])).toMatchObject({ exit: 0 });
});

test("one that was checked by a clock ahead of ours is stale: nobody knows when that was", async () => {
  await publishRows(store, [sourceRow(), ...HANDBOOK]);
  const options = { env: { OCCUPATIONS_NOW: "2026-11-20T02:15:00Z" } };
  const { exit, stdout } = await runCommand(["status", "--store", store.path, "--json"], options);
  expect(exit).toBe(3);
  expect(JSON.parse(stdout)).toMatchObject({
    state: "stale",
    problems: [expect.stringContaining("3 days from now, by the clock of that run")],
  });
});

test("an empty store is stale", async () => {
  expect(await status()).toMatchObject({ exit: 3, state: "stale", version: null, store_bytes: 0 });
});

test("a source that is carried forward is degraded", async () => {
  await publishRows(store, [sourceRow({ state: "carried-forward" }), ...HANDBOOK]);
  expect(await status()).toMatchObject({
    exit: 3,
    state: "degraded",
    problems: [expect.stringContaining("us-ooh could not be read")],
  });
});

test("of a source that is carried forward it is told since when, how old its facts are, and why", async () => {
  const standing = { state_since: "2026-11-23T02:15:00Z", state_reason: "The index is not what it was." };
  const fetched_at = "2026-11-20T08:15:00Z";
  await publishRows(store, [sourceRow({ state: "carried-forward", fetched_at, ...standing }), ...HANDBOOK]);
  const { problems, sources } = await status();
  expect(problems).toEqual([
    "us-ooh could not be read by the latest run; its last good facts are carried forward, since 2026-11-23. They were fetched 4 days ago. The index is not what it was.",
  ]);
  expect(sources).toContainEqual(expect.objectContaining({ id: "us-ooh", fetched_at, ...standing }));
});

test("a last run that failed is degraded, and a good one after it is fresh", async () => {
  await publishRows(store, [sourceRow(), ...HANDBOOK]);
  reportRun("20261123T021500Z", { ...RUN, outcome: "refused", message: "A count fell." });
  expect(await status()).toMatchObject({
    exit: 3,
    state: "degraded",
    problems: ["The last run (20261123T021500Z) ended as refused: A count fell."],
    last_run: { outcome: "refused" },
  });
  reportRun("20261124T021500Z", { ...RUN, run: "20261124T021500Z", outcome: "unchanged" });
  expect(await status()).toMatchObject({ exit: 0, last_run: { run: "20261124T021500Z" } });
});

test("a run that only rehearsed is not the last run", async () => {
  await publishRows(store, [sourceRow(), ...HANDBOOK]);
  reportRun("20261123T021500Z", { ...RUN, outcome: "unchanged" });
  reportRun("20261124T021500Z", { ...RUN, outcome: "refused", dry_run: true });
  expect(await status()).toMatchObject({ exit: 0, last_run: { outcome: "unchanged" } });
});

test("quarantined documents are listed with their reason", async () => {
  await publishRows(store, [sourceRow(), ...HANDBOOK]);
  const quarantined = {
    url: "https://www.bls.gov/ooh/a.htm",
    reason: "No title.",
    since: "2026-11-20T02:15:00Z",
  };
  expect(await status([], { quarantine: () => [quarantined] })).toMatchObject({ quarantine: [quarantined] });
  const { stdout } = await runCommand(["status", "--store", store.path], {
    registry: { quarantine: () => [quarantined] },
  });
  expect(stdout.replaceAll(/\s+/g, " ")).toContain(
    "https://www.bls.gov/ooh/a.htm since 2026-11-20T02:15:00Z: No title.",
  );
});

test("the words for people say the same", async () => {
  const version = await publishRows(store, [sourceRow(), ...HANDBOOK]);
  const options = { env: { OCCUPATIONS_NOW: NOW } };
  const { exit, stdout } = await runCommand(["status", "--store", store.path], options);
  expect(exit).toBe(0);
  expect(stdout).toMatch(/^State +fresh\n/);
  expect(stdout).toContain(version);
  expect(stdout).toMatch(/Checked +2026-11-23T02:15:00Z, 30 hours ago/);
  expect(stdout).toMatch(/Store +\d+\.\d MB/);
});

test("an age that is none is wrong usage", async () => {
  expect(await status(["--max-age", "soon"])).toMatchObject({ error: { exit: 2 } });
});
