import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { MOST_ATTEMPTS } from "../../../../pipelines/monitoring/notifications/deliver-pending.ts";
import { notify } from "../../../../pipelines/monitoring/notifications/notify.ts";
import { programRegistry } from "../../../../pipelines/program-registry.ts";
import type { RunReport } from "../../../../pipelines/refresh/report.ts";
import { inState } from "../../../../pipelines/state/in-state.ts";
import { pendingIn } from "../../../../pipelines/state/notifications.ts";
import { temporaryFolder } from "../../../sinks/temporary-folder.ts";
import { createStore, publishRows, sourceRow, type TestStore } from "../../published-store.ts";
import { DEGRADED, runReport } from "../run-report.ts";
import { startHookServer } from "./hook-server.ts";

let published: TestStore;
beforeAll(async () => {
  published = createStore();
  await publishRows(published, [sourceRow()]);
});
afterAll(() => published.remove());

const NOW = new Date("2026-11-23T03:00:00Z");

/** A store of its own, and nights in it. */
function nightsIn(env: Readonly<Record<string, string>>) {
  const store = join(temporaryFolder(), "store");
  cpSync(published.path, store, { recursive: true, verbatimSymlinks: true });
  let night = 0;
  const world = { store, registry: programRegistry, now: () => NOW, env };
  return {
    store,
    run: (given: RunReport) => {
      night += 1;
      return notify(world, { ...given, run: `2026112${night}T021500Z-a1b2c3` });
    },
  };
}

test("the operator is told once of each change, also where runs are different processes", async () => {
  const hook = await startHookServer();
  const { run } = nightsIn({ OCCUPATIONS_WEBHOOK: hook.url });
  expect(await run(runReport())).toEqual([]);
  expect(await run(DEGRADED)).toMatchObject([
    { channel: "webhook", outcome: "delivered", subject: "degraded" },
  ]);
  expect(await run(DEGRADED)).toEqual([]);
  await run(runReport());
  expect(hook.received.map(({ event }) => event)).toEqual(["degraded", "recovered"]);
});

test("what could not be delivered is delivered by the next run, in order", async () => {
  const hook = await startHookServer();
  hook.answer = (response) => response.writeHead(503).end();
  const { run, store } = nightsIn({ OCCUPATIONS_WEBHOOK: hook.url });
  expect(await run(DEGRADED)).toMatchObject([{ outcome: "waiting", detail: expect.stringContaining("503") }]);
  expect(inState(store, pendingIn, 0)).toBe(1);
  hook.answer = (response) => response.writeHead(200).end();
  hook.received.length = 0;
  expect(await run(runReport())).toMatchObject([{ outcome: "delivered" }, { outcome: "delivered" }]);
  expect(hook.received.map(({ event }) => event)).toEqual(["degraded", "recovered"]);
  expect(inState(store, pendingIn, 0)).toBe(0);
});

test("a way that never works is given up at last, and one that works does not wait for it", async () => {
  const hook = await startHookServer();
  const command = { OCCUPATIONS_NOTIFY_COMMAND: "/no/such/notify" };
  const { run, store } = nightsIn({ OCCUPATIONS_WEBHOOK: hook.url, ...command });
  const outcomes = [];
  for (let night = 1; night <= MOST_ATTEMPTS + 1; night++)
    outcomes.push((await run(DEGRADED))?.map(({ channel, outcome }) => `${channel} ${outcome}`));
  expect(outcomes[0]).toEqual(["webhook delivered", "command waiting"]);
  expect(outcomes[MOST_ATTEMPTS - 2]).toEqual(["command waiting"]);
  expect(outcomes[MOST_ATTEMPTS - 1]).toEqual(["command given-up"]);
  expect(outcomes[MOST_ATTEMPTS]).toEqual([]);
  expect(inState(store, pendingIn, 0)).toBe(0);
  expect(hook.received).toHaveLength(1);
});

test("nobody is told where nobody wants to be, of a rehearsal, and where the operator sits at the keyboard", async () => {
  const { run: unheard } = nightsIn({});
  expect(await unheard(DEGRADED)).toBeUndefined();
  const hook = await startHookServer();
  const { run } = nightsIn({ OCCUPATIONS_WEBHOOK: hook.url });
  expect(await run({ ...DEGRADED, dry_run: true })).toBeUndefined();
  expect(await run(runReport({ outcome: "misused" }))).toBeUndefined();
  expect(await run(runReport({ outcome: "interrupted" }))).toBeUndefined();
  expect(hook.received).toEqual([]);
});

test("who asks to be told later learns how things stand", async () => {
  const hook = await startHookServer();
  const { run } = nightsIn({ OCCUPATIONS_WEBHOOK: hook.url });
  await run(DEGRADED);
  expect(hook.received[0]?.changes[0]).toMatchObject({ subject: "run", from: null, to: "degraded" });
});

test("of a store that cannot be opened the operator is told although nothing can be remembered", async () => {
  const hook = await startHookServer();
  const { run, store } = nightsIn({ OCCUPATIONS_WEBHOOK: hook.url });
  writeFileSync(join(store, "state.sqlite"), "this is no database ".repeat(100));
  const crashed = runReport({
    outcome: "crashed",
    exit: 7,
    sources: [],
    message: "state.sqlite is damaged.",
  });
  expect(await run(crashed)).toMatchObject([{ outcome: "delivered", subject: "crashed" }]);
  expect(hook.received[0]?.changes).toMatchObject([{ subject: "run", reason: "state.sqlite is damaged." }]);
});
