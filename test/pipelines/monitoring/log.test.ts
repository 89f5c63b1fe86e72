import { mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import type { CommandDefinition } from "../../../pipelines/commands/command.ts";
import { RefusedError } from "../../../pipelines/errors/refused-error.ts";
import { type LogOptions, openLog } from "../../../pipelines/monitoring/log.ts";
import { logFetchEvent } from "../../../pipelines/monitoring/log-fetch-event.ts";
import { programRegistry } from "../../../pipelines/program-registry.ts";
import { temporaryFolder } from "../../sinks/temporary-folder.ts";
import { runCommand } from "../run-command.ts";

let folder: string;
let file: string;
beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder, "occupations.log");
});

const NOW = "2026-11-23T02:15:00Z";

function linesOf(text: string): readonly Record<string, unknown>[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

const linesIn = (path: string) => linesOf(readFileSync(path, "utf8"));

/** A log of its own, and what it says on stderr. */
function logTo(options: Partial<LogOptions>, env: Readonly<Record<string, string>> = {}) {
  const said: string[] = [];
  const usual = { file: undefined, format: "text", isQuiet: false, isVerbose: false } as const;
  const stderr = { write: (words: string | Uint8Array) => void said.push(String(words)) };
  const log = openLog({ ...usual, ...options }, { stderr, env, now: () => new Date(NOW) });
  return { log, said };
}

const refuse: CommandDefinition = {
  name: "refuse",
  summary: "refuses",
  examples: [],
  run: () => {
    throw new RefusedError("A count fell.", "falling-counts");
  },
};

describe("a log file", () => {
  test("gets a line when a command begins and when it ends, and people are told as ever", async () => {
    const argv = ["status", "--store", join(folder, "store"), "--log-file", file];
    const { exit, stdout, stderr } = await runCommand(argv, { env: { OCCUPATIONS_NOW: NOW } });
    expect({ exit, stderr }).toEqual({ exit: 3, stderr: "" });
    expect(stdout).toMatch(/^State +stale/);
    expect(linesIn(file)).toMatchObject([
      { level: "info", time: "2026-11-23T02:15:00.000Z", event: "command-started", command: "status" },
      { level: "warn", event: "command-ended", command: "status", exit: 3 },
    ]);
  });

  test("tells errors with their code", async () => {
    const options = { commands: [refuse], env: { OCCUPATIONS_LOG_FILE: file } };
    const { stderr } = await runCommand(["refuse"], options);
    expect(stderr).toBe("occupations: A count fell.\n");
    expect(linesIn(file).at(-1)).toMatchObject({
      ...{
        level: "error",
        event: "command-ended",
        exit: 4,
        code: "falling-counts",
        message: "A count fell.",
      },
    });
  });

  test("may be renamed at any time: the next line begins a new one", () => {
    const { log } = logTo({ file });
    log.write("info", "first");
    renameSync(file, `${file}.1`);
    log.write("info", "second");
    expect(linesIn(`${file}.1`)).toMatchObject([{ event: "first" }]);
    expect(linesIn(file)).toMatchObject([{ event: "second" }]);
  });

  test("that cannot be written is wrong usage, before anything is done", async () => {
    const argv = ["status", "--json", "--log-file", join(folder, "none", "log")];
    const { exit, stdout } = await runCommand(argv);
    expect(exit).toBe(2);
    expect(JSON.parse(stdout).error).toMatchObject({ code: "log-unwritable" });
  });

  test("that can no longer be written costs the log, is told once, and stops nobody", () => {
    const { log, said } = logTo({ file });
    rmSync(file);
    mkdirSync(file);
    log.write("info", "first");
    log.write("info", "second");
    expect(said).toEqual([expect.stringMatching(/can no longer be written: .*EISDIR/)]);
  });

  test("names the run, where there is one", () => {
    const { log } = logTo({ file });
    log.ofRun("20261123T021500Z-a1b2c3").write("warn", "retrying", { url: "https://www.bls.gov/ooh/" });
    expect(linesIn(file)).toMatchObject([
      { level: "warn", run: "20261123T021500Z-a1b2c3", event: "retrying", url: "https://www.bls.gov/ooh/" },
    ]);
  });

  test("never has secrets of the environment, or headers that carry keys", () => {
    const env = {
      OCCUPATIONS_WEBHOOK: "https://hooks.example.org/services/T000/B000?key=abcdefgh",
      PGPASSWORD: 'pass"word',
      SHORT_TOKEN: "ab",
    };
    const { log } = logTo({ file }, env);
    log.write("error", "said", {
      message: `POST ${env.OCCUPATIONS_WEBHOOK} with ${env.PGPASSWORD} about absent`,
      headers: { cookie: "session=1", "content-type": "text/html" },
    });
    const text = readFileSync(file, "utf8");
    expect(text).not.toMatch(/T000|abcdefgh|pass\\?"word|session=1/);
    expect(linesOf(text)).toMatchObject([
      {
        message: "POST https://hooks.example.org[hidden] with [hidden] about absent",
        headers: { "content-type": "text/html" },
      },
    ]);
  });
});

describe("--log-format json", () => {
  test("has nothing but JSON lines on stderr, also for errors", async () => {
    const { exit, stdout, stderr } = await runCommand(["refuse", "--log-format", "json"], {
      commands: [refuse],
    });
    expect({ exit, stdout }).toEqual({ exit: 4, stdout: "" });
    expect(linesOf(stderr)).toMatchObject([
      { event: "command-started" },
      { event: "command-ended", exit: 4 },
    ]);
  });

  test("and --quiet: errors only", async () => {
    const env = { OCCUPATIONS_LOG_FORMAT: "json" };
    const { stderr } = await runCommand(["refuse", "--quiet"], { commands: [refuse], env });
    expect(linesOf(stderr)).toMatchObject([{ level: "error", event: "command-ended" }]);
  });

  test("of another name is wrong usage", async () => {
    expect(await runCommand(["status", "--log-format", "xml"])).toMatchObject({ exit: 2 });
  });
});

test("what is asked of publishers is logged with its source, and as loud as it is bad", () => {
  const { log } = logTo({ file });
  const url = "https://www.bls.gov/ooh/healthcare/registered-nurses.htm";
  const answered = { event: "answered", url, bytes: 100, milliseconds: 12.6, headers: {} } as const;
  logFetchEvent(log, { ...answered, status: 200 }, programRegistry);
  logFetchEvent(log, { ...answered, status: 503 }, programRegistry);
  const retrying = {
    event: "retrying",
    url,
    attempt: 1,
    waitMilliseconds: 900,
    reason: "It answered 503.",
  } as const;
  logFetchEvent(log, retrying, programRegistry);
  logFetchEvent(log, { event: "parked", host: "www.bls.gov", reason: "It answered 403." }, programRegistry);
  expect(linesIn(file)).toMatchObject([
    { level: "info", event: "answered", source: "us-ooh", status: 200, milliseconds: 13 },
    { level: "warn", event: "answered", status: 503 },
    { level: "warn", event: "retrying", attempt: 1, reason: "It answered 503." },
    { level: "error", event: "parked", host: "www.bls.gov" },
  ]);
});
