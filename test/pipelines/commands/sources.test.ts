import { afterEach, beforeEach, expect, test } from "vitest";
import { usOoh } from "../../../sources/us-ooh/source.ts";
import { createStore, HANDBOOK, publishRows, sourceRow, type TestStore } from "../published-store.ts";
import { type RunOptions, runCommand } from "../run-command.ts";

let store: TestStore;

beforeEach(() => {
  store = createStore();
});
afterEach(() => store.remove());

/** What the runs remember of a source that was gone through as a whole. */
const gone = (finishedAt: string) => ({
  lastRound: () => finishedAt,
  newestRound: () => ({ startedAt: finishedAt, finishedAt, triedAt: undefined }),
});

const sources = (registry: RunOptions["registry"], ...argv: readonly string[]) =>
  runCommand(["sources", ...argv, "--store", store.path], {
    registry: registry ?? {},
    env: { OCCUPATIONS_NOW: "2026-11-23T12:00:00Z" },
  });

test("a source that was never read is due now", async () => {
  const { exit, stdout } = await sources({ sources: [usOoh] });
  expect(exit).toBe(0);
  expect(stdout).toMatch(/us-ooh +none told +not read yet +never +now/);
});

test("a published source shows edition, state, last success, next due and licence", async () => {
  await publishRows(store, [sourceRow(), ...HANDBOOK]);
  const { stdout } = await sources({ sources: [usOoh], ...gone("2026-11-23T09:40:00Z") });
  expect(stdout).toMatch(/us-ooh +2024-34 +fresh +2026-11-23 09:40 +2026-11-24 09:30/);
  expect(stdout.replaceAll(/\s+/g, " ")).toContain("Due 2026-11-24 04:30 America/New_York: the usual time.");
  expect(stdout).toContain("Public domain");
});

test("the last round counts, also where it found nothing new", async () => {
  await publishRows(store, [sourceRow(), ...HANDBOOK]);
  const { stdout } = await sources({ sources: [usOoh], ...gone("2026-11-23T11:00:00Z") }, "--json");
  expect(JSON.parse(stdout).sources).toMatchObject([
    {
      ...{ id: "us-ooh", last_success: "2026-11-23T11:00:00Z", next_due: "2026-11-24T09:30:00Z" },
      ...{ next_due_there: "2026-11-24 04:30 America/New_York", due_because: "the usual time" },
    },
  ]);
});

test("a published source of which the runs remember nothing is due now", async () => {
  await publishRows(store, [sourceRow(), ...HANDBOOK]);
  const { stdout } = await sources({ sources: [usOoh] });
  expect(stdout).toMatch(/us-ooh +2024-34 +fresh +2026-11-23 02:10 +now/);
});

test("a retired source is not asked again", async () => {
  await publishRows(store, [sourceRow({ state: "retired" }), ...HANDBOOK]);
  expect((await sources({ sources: [usOoh] })).stdout).toMatch(/retired +2026-11-23 02:10 +not asked again/);
});

test("a source of the version that the program no longer knows is listed", async () => {
  await publishRows(store, [sourceRow(), ...HANDBOOK]);
  expect(JSON.parse((await sources({}, "--json")).stdout).sources).toMatchObject([
    { id: "us-ooh", next_due: null },
  ]);
});
