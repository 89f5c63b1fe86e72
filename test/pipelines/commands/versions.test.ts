import { afterEach, beforeEach, expect, test } from "vitest";
import { createStore, HANDBOOK, publishRows, sourceRow, type TestStore } from "../published-store.ts";
import { runCommand } from "../run-command.ts";

let store: TestStore;

beforeEach(() => {
  store = createStore();
});
afterEach(() => store.remove());

const versions = (...argv: readonly string[]) => runCommand(["versions", ...argv, "--store", store.path]);

test("an empty store has no versions, and says how to get one", async () => {
  expect(await versions()).toMatchObject({
    exit: 0,
    stdout: expect.stringContaining("Run `occupations refresh`"),
  });
  expect(JSON.parse((await versions("--json")).stdout)).toEqual({ latest: null, versions: [] });
});

test("versions are listed with their size and what changed, the newest first", async () => {
  const handbook = [sourceRow(), ...HANDBOOK];
  const first = await publishRows(store, handbook, "2026-11-22T02:15:00Z");
  const isDuty = ({ table }: (typeof handbook)[number]) => table === "duty";
  const second = await publishRows(
    store,
    handbook.filter((row) => !isDuty(row)),
    "2026-11-23T02:15:00Z",
  );

  const { exit, stdout } = await versions();
  expect(exit).toBe(0);
  expect(stdout).toMatch(new RegExp(`${second}[^]*−3 facts[^]*\\(latest\\)[^]*${first}[^]*first`));
  expect(JSON.parse((await versions("--json")).stdout)).toMatchObject({
    latest: second,
    versions: [
      { id: second, previous_version: first, is_latest: true, change: { occupations: 0, facts: -3 } },
      { id: first, previous_version: null, is_latest: false, change: null },
    ],
  });
});
