import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nodeFinding } from "../../../pipelines/doctor/configuration/node.ts";
import { diskFinding } from "../../../pipelines/doctor/store/disk.ts";
import { roomFinding } from "../../../pipelines/doctor/store/space.ts";
import { lockHolder, lockStore } from "../../../pipelines/lock.ts";
import { openState } from "../../../pipelines/state/state.ts";
import { openArchive } from "../../../sources/archive/archive.ts";
import { temporaryFolder } from "../../sinks/temporary-folder.ts";
import { createStore, HANDBOOK, publishRows, sourceRow, type TestStore } from "../published-store.ts";
import { runCommand } from "../run-command.ts";

const NOW = "2026-11-24T08:15:00Z";

let published: TestStore;
let version: string;
beforeAll(async () => {
  published = createStore();
  version = await publishRows(published, [sourceRow(), ...HANDBOOK]);
  openArchive(join(published.path, "archive.sqlite")).close();
  openState(join(published.path, "state.sqlite")).close();
});
afterAll(() => published.remove());

function copyOfStore(): string {
  const store = join(temporaryFolder(), "store");
  cpSync(published.path, store, { recursive: true, verbatimSymlinks: true });
  return store;
}

type Found = {
  readonly exit: number;
  readonly errors: number;
  readonly warnings: number;
  readonly findings: readonly { check: string; level: string; what: string; what_to_do: string | null }[];
};

async function doctor(
  store: string,
  env: Readonly<Record<string, string>> = {},
  argv: readonly string[] = [],
): Promise<Found> {
  const options = { env: { OCCUPATIONS_NOW: NOW, OCCUPATIONS_CONTACT: "data@example.org", ...env } };
  const { exit, stdout } = await runCommand(["doctor", ...argv, "--json", "--store", store], options);
  return { ...JSON.parse(stdout), exit };
}

/** What is not well: "clock warning". */
const unwell = ({ findings }: Found) =>
  findings.filter(({ level }) => level !== "ok").map(({ check, level }) => `${check} ${level}`);

const whatOf = ({ findings }: Found, name: string) =>
  findings.filter(({ check }) => check === name).map(({ what }) => what);

/** Every file of the store with its content; where SQLite keeps its log open, that is no content. */
function filesOf(store: string): Map<string, string> {
  const names = readdirSync(store, { recursive: true, encoding: "utf8" }).filter(
    (name) => !/-(wal|shm)$/.test(name) && !name.startsWith("latest/"),
  );
  return new Map(
    names.flatMap((name) => {
      try {
        return [[name, readFileSync(join(store, name), "base64")] as const];
      } catch {
        return []; // a folder
      }
    }),
  );
}

/** The clock of the tests stands still, which the doctor says every time. */
const CLOCK = "clock warning";

test("of a store in order nothing is said but that the clock of the tests stands still; nothing is written", async () => {
  const store = copyOfStore();
  const before = filesOf(store);
  const found = await doctor(store);
  expect(unwell(found)).toEqual([CLOCK]);
  expect(found).toMatchObject({ exit: 0, errors: 0, warnings: 1 });
  expect(whatOf(found, "latest")).toEqual([`${version} is as it was published, by the sizes of its files.`]);
  expect(filesOf(store)).toEqual(before);
});

test("a store that is still to come is in order, and is not made", async () => {
  const store = join(temporaryFolder(), "new", "store");
  const found = await doctor(store);
  expect(unwell(found)).toEqual([CLOCK]);
  expect(whatOf(found, "folder")).toEqual([
    `${store} is not there yet: the first run is to come, and makes it.`,
  ]);
  expect(existsSync(store)).toBe(false);
});

test("every finding that is not well says what to do", async () => {
  const store = copyOfStore();
  writeFileSync(join(store, "state.sqlite"), "this is no database ".repeat(100));
  const { findings } = await doctor(store, { OCCUPATIONS_CONTACT: "nobody" });
  for (const { level, what_to_do } of findings)
    expect(what_to_do === null ? "ok" : "not ok").toBe(level === "ok" ? "ok" : "not ok");
});

describe("what is broken", () => {
  test.each([
    ["state.sqlite", "Move state.sqlite away"],
    ["archive.sqlite", "Restore archive.sqlite from a backup"],
  ])("%s: the store has to be restored (exit 7)", async (file, todo) => {
    const store = copyOfStore();
    writeFileSync(join(store, file), "this is no database ".repeat(100));
    const found = await doctor(store);
    expect(found.exit).toBe(7);
    expect(unwell(found)).toContain("databases error");
    expect(found.findings.map(({ what_to_do }) => what_to_do)).toContainEqual(expect.stringContaining(todo));
  });

  test("a page of a database is found by reading all of them", async () => {
    const store = copyOfStore();
    const path = join(store, "state.sqlite");
    const bytes = readFileSync(path);
    bytes.fill(0xff, 4096 * 2, 4096 * 2 + 64);
    writeFileSync(path, bytes);
    rmSync(`${path}-wal`, { force: true });
    expect(await doctor(store)).toMatchObject({ exit: 7 });
  });

  test("a file of the latest version that is gone, by its size; one that was changed, with --deep", async () => {
    const store = copyOfStore();
    const file = join(store, "versions", version, "csv", "wage.csv");
    const text = readFileSync(file, "utf8");
    rmSync(file);
    expect(await doctor(store)).toMatchObject({ exit: 7 });
    writeFileSync(file, text.replace("50250", "50251"));
    expect(await doctor(store)).toMatchObject({ exit: 0 });
    const deep = await doctor(store, {}, ["--deep"]);
    expect(deep.exit).toBe(7);
    expect(whatOf(deep, "latest")[0]).toContain("csv/wage.csv is not what was published");
  });

  test("a link to nowhere", async () => {
    const store = copyOfStore();
    rmSync(join(store, "latest"));
    expect(unwell(await doctor(store))).toContain("latest error");
  });

  test("a store of a newer program is refused in its words", async () => {
    const store = copyOfStore();
    const state = openState(join(store, "state.sqlite"));
    state.close();
    const { default: Database } = await import("better-sqlite3");
    new Database(join(store, "state.sqlite")).exec("PRAGMA user_version = 1000").close();
    const found = await doctor(store);
    expect(found.exit).toBe(7);
    expect(whatOf(found, "databases").join()).toContain("written by a newer version of this program");
  });
});

describe("what is unusual", () => {
  test("leftovers of a run that was cut off", async () => {
    const store = copyOfStore();
    mkdirSync(join(store, "versions", ".staging-abc"));
    expect(unwell(await doctor(store))).toEqual(["leftovers warning", CLOCK]);
  });

  test("a run that is at work is told, and what it builds is no leftover", async () => {
    const store = copyOfStore();
    mkdirSync(join(store, "versions", ".staging-abc"));
    const lock = lockStore(store, { command: "refresh", startedAt: NOW });
    const found = await doctor(store);
    expect(unwell(found)).toEqual([CLOCK]);
    expect(whatOf(found, "lock")[0]).toMatch(
      /^`occupations refresh` \(process \d+ on .*\) holds the store since/,
    );
    lock.release();
    expect(lockHolder(store)).toBeUndefined();
  });

  test("a clock that has gone back", async () => {
    const store = copyOfStore();
    mkdirSync(join(store, "runs"));
    const report = { run: "20261125T021500Z", started_at: "2026-11-25T02:15:00Z", outcome: "unchanged" };
    writeFileSync(join(store, "runs", "20261125T021500Z.json"), JSON.stringify(report));
    const found = await doctor(store);
    expect(found.exit).toBe(3);
    expect(unwell(found)).toEqual([CLOCK, "clock error"]);
  });

  test.each([
    ["a contact that is no mailbox", { OCCUPATIONS_CONTACT: "nobody" }, 3, "contact error"],
    ["no contact", { OCCUPATIONS_CONTACT: "" }, 0, "contact warning"],
    [
      "a webhook in the open",
      { OCCUPATIONS_WEBHOOK: "http://hooks.example.org/secret" },
      3,
      "notifications error",
    ],
    [
      "a command that is not there",
      { OCCUPATIONS_NOTIFY_COMMAND: "no-such-command" },
      3,
      "notifications error",
    ],
    ["a folder of metrics that is not there", { OCCUPATIONS_METRICS_FILE: "/none/m.prom" }, 3, "files error"],
    ["an ending that nobody collects", { OCCUPATIONS_METRICS_FILE: "/tmp/metrics.txt" }, 0, "files warning"],
    ["a time zone that is none", { TZ: "Middle/Earth" }, 0, "time-zone warning"],
  ])("%s", async (_, env, exit, finding) => {
    const found = await doctor(copyOfStore(), env);
    expect(found.exit).toBe(exit);
    expect(unwell(found)).toContain(finding);
    expect(JSON.stringify(found)).not.toContain("secret");
  });

  test("a command is found as the shell would find it", async () => {
    const env = { OCCUPATIONS_NOTIFY_COMMAND: "sh -c true", PATH: "/nowhere:/bin:/usr/bin" };
    expect(unwell(await doctor(copyOfStore(), env))).toEqual([CLOCK]);
  });

  test.each([
    ["18.20.0", "error"],
    ["20.18.9", "error"],
    ["20.19.0", "ok"],
    ["22.12.0", "ok"],
    ["24.18.0", "ok"],
    ["24.19.0", "warning"],
    ["26.1.0", "warning"],
  ])("Node %s: %s", (node, level) => expect(nodeFinding(node).level).toBe(level));

  test.each([
    [0x6969, "error"],
    [0xff534d42, "error"],
    [0x65735546, "warning"],
    [0xef53, "ok"],
  ])("a file system of type %i: %s", (type, level) => expect(diskFinding(type).level).toBe(level));

  test("room for less than a version is an error, for less than five a warning", () => {
    expect([99, 499, 500].map((free) => roomFinding(free, 100).level)).toEqual(["error", "warning", "ok"]);
  });
});

test("the words for people end with the verdict", async () => {
  const env = { OCCUPATIONS_NOW: NOW, OCCUPATIONS_CONTACT: "data@example.org" };
  const { stdout } = await runCommand(["doctor", "--store", published.path], { env });
  expect(stdout).toMatch(/^STORE\nok +folder/);
  expect(stdout).toMatch(/warning +clock [^→]+→ Unset it/);
  expect(stdout).toMatch(/All is well, but for 1 warning\.\n$/);
});

test.each([
  ["--mirror without --live", ["--mirror", "http://127.0.0.1:1"]],
  ["--live without a contact", ["--live"]],
])("%s is wrong usage", async (_, argv) => {
  const { exit } = await runCommand(["doctor", ...argv, "--store", published.path]);
  expect(exit).toBe(2);
});
