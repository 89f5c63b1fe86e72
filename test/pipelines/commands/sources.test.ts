import { afterEach, beforeEach, expect, test } from "vitest";
import { usOoh } from "../../../sources/us-ooh/source.ts";
import { createStore, HANDBOOK, publishRows, sourceRow, type TestStore } from "../published-store.ts";
import { type RunOptions, runCommand } from "../run-command.ts";

let store: TestStore;

beforeEach(() => {
  store = createStore();
});
afterEach(() => store.remove());

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
  const { stdout } = await sources({ sources: [usOoh] });
  expect(stdout).toMatch(/us-ooh +2024-34 +fresh +2026-11-23 02:10 +2026-11-24 02:10/);
  expect(stdout).toContain("Public domain");
});

test("the last round counts, also where it found nothing new", async () => {
  await publishRows(store, [sourceRow(), ...HANDBOOK]);
  const { stdout } = await sources({ sources: [usOoh], lastRound: () => "2026-11-23T11:00:00Z" }, "--json");
  expect(JSON.parse(stdout).sources).toMatchObject([
    { id: "us-ooh", last_success: "2026-11-23T11:00:00Z", next_due: "2026-11-24T11:00:00Z" },
  ]);
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
