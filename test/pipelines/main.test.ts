import { describe, expect, test } from "vitest";
import type { CommandDefinition } from "../../pipelines/commands/command.ts";
import { InterruptedError } from "../../pipelines/errors/interrupted-error.ts";
import { RefusedError } from "../../pipelines/errors/refused-error.ts";
import { StoreHeldError } from "../../pipelines/errors/store-held-error.ts";
import { UnreachableError } from "../../pipelines/errors/unreachable-error.ts";
import { UsageError } from "../../pipelines/errors/usage-error.ts";
import { main } from "../../pipelines/main.ts";
import type { World } from "../../pipelines/world.ts";
import { storeError } from "../../sources/archive/store-error.ts";
import { type RunOptions, runCommand, surroundingsOf } from "./run-command.ts";

/** A command that shows what it was given. */
const echo: CommandDefinition = {
  name: "echo",
  summary: "shows what it was given",
  examples: ["occupations echo --source us-ooh uk-ncs"],
  declare: (command) =>
    command.argument("[words...]", "words").option("--source <ids...>", "sources").option("--force", "now"),
  run: ({ store, json, quiet, now }, words, options) => ({
    json: { store, json, quiet, now: now().toISOString(), words, options },
    text: () => words.join(" "),
  }),
};

function failing(error: () => unknown): CommandDefinition {
  return {
    name: "fail",
    summary: "fails",
    examples: [],
    run: () => {
      throw error();
    },
  };
}

const run = (argv: readonly string[], options: RunOptions = {}) =>
  runCommand(argv, { commands: [echo], workingDirectory: "/srv", env: CLOCK, ...options });

const CLOCK = { OCCUPATIONS_NOW: "2026-11-23T02:15:00Z" };

test("the result goes to stdout, and nothing else", async () => {
  expect(await run(["echo", "a", "b"])).toEqual({ exit: 0, stdout: "a b\n", stderr: "" });
});

test("global options are understood before and after the command", async () => {
  const before = await run(["--store", "data", "--json", "echo", "a"]);
  const after = await run(["echo", "a", "--store", "data", "--json"]);
  expect(JSON.parse(before.stdout)).toMatchObject({ store: "/srv/data", json: true, words: ["a"] });
  expect(after).toEqual(before);
});

test("what stands after the command wins over what stands before it", async () => {
  const { stdout } = await run(["--store", "one", "echo", "--store", "two", "--json"]);
  expect(JSON.parse(stdout)).toMatchObject({ store: "/srv/two" });
});

test("the store is output/ where none is named", async () => {
  expect(JSON.parse((await run(["echo", "--json"])).stdout)).toMatchObject({ store: "/srv/output" });
});

test("ids follow one flag, or the flag is repeated", async () => {
  const together = await run(["echo", "--json", "--source", "us-ooh", "uk-ncs"]);
  const apart = await run(["echo", "--json", "--source", "us-ooh", "--source", "uk-ncs"]);
  expect(JSON.parse(together.stdout)).toMatchObject({ options: { source: ["us-ooh", "uk-ncs"] } });
  expect(apart).toEqual(together);
});

test("OCCUPATIONS_NOW stands in for the clock", async () => {
  const { stdout } = await run(["echo", "--json"], { env: { OCCUPATIONS_NOW: "2026-11-23T02:15:00Z" } });
  expect(JSON.parse(stdout)).toMatchObject({ now: "2026-11-23T02:15:00.000Z" });
});

test.each(["yesterday", "2026-11-23", "2026-13-40T02:15:00Z"])(
  "%s as OCCUPATIONS_NOW is wrong usage",
  async (time) => {
    const ending = await run(["echo"], { env: { OCCUPATIONS_NOW: time } });
    expect(ending).toMatchObject({ exit: 2, stderr: expect.stringContaining("no ISO time") });
  },
);

const SITUATIONS: readonly (readonly [string, () => Error, number])[] = [
  ["usage", () => new UsageError("No such thing."), 2],
  ["refused", () => new RefusedError("A check refused."), 4],
  ["store-held", () => new StoreHeldError("/store", undefined), 5],
  ["unreachable", () => new UnreachableError("Nobody answered."), 6],
  ["store-full", () => storeError("store-full", "/store/archive.sqlite"), 7],
  ["interrupted", () => new InterruptedError(), 130],
  ["bug", () => new TypeError("x is undefined"), 1],
];

test.each(SITUATIONS)("%s ends with its own exit code, and says why on stderr", async (_, error, exit) => {
  const ending = await run(["fail"], { commands: [failing(error)] });
  expect(ending).toMatchObject({ exit, stdout: "" });
  expect(ending.stderr).toMatch(/^occupations: .+\.\n$/);
});

test.each(SITUATIONS)("%s has its object with --json", async (code, error, exit) => {
  const ending = await run(["fail", "--json"], { commands: [failing(error)] });
  expect(ending).toMatchObject({ exit, stderr: "" });
  expect(JSON.parse(ending.stdout)).toEqual({ error: { code, exit, message: expect.any(String) } });
});

test("a bug says that it is one, and shows its stack only when asked", async () => {
  const commands = [failing(() => new TypeError("x is undefined"))];
  const plain = await run(["fail"], { commands });
  expect(plain.stderr).toMatch(/This is a bug in occupations: TypeError: x is undefined\./);
  expect(plain.stderr).not.toContain("main.test.ts");
  expect((await run(["fail", "--verbose"], { commands })).stderr).toContain("main.test.ts");
  expect((await run(["fail"], { commands, env: { DEBUG: "1" } })).stderr).toContain("main.test.ts");
});

test("an aborted request is an interruption", async () => {
  const commands = [failing(() => AbortSignal.abort().reason)];
  expect(await run(["fail"], { commands })).toMatchObject({ exit: 130 });
});

test.each([
  [["echo", "--frce"], "Unknown option '--frce'. (Did you mean --force?) See `occupations --help`."],
  [["ecko"], "Unknown command 'ecko'. (Did you mean echo?) See `occupations --help`."],
  [["echo", "--store"], "Option '--store <dir>' argument missing. See `occupations --help`."],
  [[], "No command was named. See `occupations --help`."],
])("%j is wrong usage", async (argv, message) => {
  expect(await run(argv)).toEqual({ exit: 2, stdout: "", stderr: `occupations: ${message}\n` });
  const json = await run([...argv, "--json"]);
  if (argv.at(-1) !== "--store")
    expect(JSON.parse(json.stdout).error).toEqual({ code: "usage", exit: 2, message });
});

test("the help of a command has examples and the options of every command", async () => {
  const { exit, stdout } = await run(["echo", "--help"]);
  expect(exit).toBe(0);
  expect(stdout).toContain("Examples:\n  $ occupations echo --source us-ooh uk-ncs");
  expect(stdout).toContain("--store <dir>");
});

test("the help of the program lists commands and exit codes", async () => {
  const { exit, stdout } = await run(["--help"]);
  expect(exit).toBe(0);
  expect(stdout).toMatch(/echo .*shows what it was given/);
  expect(stdout).toContain("130  interrupted");
});

test("help and version, too, are JSON objects with --json", async () => {
  expect(JSON.parse((await run(["--version", "--json"])).stdout)).toEqual({
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
  });
  expect(JSON.parse((await run(["echo", "--help", "--json"])).stdout)).toEqual({
    help: expect.stringContaining("Usage: occupations echo"),
  });
});

test("--version is understood before and after the command", async () => {
  expect((await run(["--version"])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect((await run(["echo", "--version"])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test("colours are for terminals that want them", async () => {
  const seen: boolean[] = [];
  const look: CommandDefinition = {
    name: "look",
    summary: "notes the layout",
    examples: [],
    run: () => ({
      json: {},
      text: ({ hasColour }) => {
        seen.push(hasColour);
        return "";
      },
    }),
  };
  for (const changes of [{ isTerminal: true }, { isTerminal: true, env: { NO_COLOR: "1" } }, {}]) {
    await main(["look"], { ...surroundingsOf({ write: () => {} }, { write: () => {} }), ...changes }, [look]);
  }
  expect(seen).toEqual([true, false, false]);
});

test("the world has everything that the surroundings have", async () => {
  let world: World | undefined;
  const look: CommandDefinition = {
    name: "look",
    summary: "notes the world",
    examples: [],
    run: (given) => {
      world = given;
      return { json: {}, text: () => "" };
    },
  };
  await run(["look", "--quiet"], { commands: [look] });
  expect(world).toMatchObject({ quiet: true, json: false, verbose: false, width: 80, isTerminal: false });
});

describe("with --quiet", () => {
  const job = (exit: 0 | 3, isReport: boolean): CommandDefinition => ({
    name: "job",
    summary: "tells how it went",
    examples: [],
    run: () => ({ exit, isReport, json: {}, text: () => "how it went" }),
  });

  test("a job that went well says nothing", async () => {
    const { stdout, stderr } = await run(["job", "--quiet"], { commands: [job(0, true)] });
    expect([stdout, stderr]).toEqual(["", ""]);
  });

  test("a job that needs a person says so on stderr", async () => {
    const { exit, stdout, stderr } = await run(["job", "--quiet"], { commands: [job(3, true)] });
    expect([exit, stdout, stderr]).toEqual([3, "", "how it went\n"]);
  });

  test("what was asked for is shown all the same", async () => {
    const { stdout } = await run(["job", "--quiet"], { commands: [job(0, false)] });
    expect(stdout).toBe("how it went\n");
  });
});
