import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { requestFrom } from "../../pipelines/command-line.ts";
import { COMMANDS } from "../../pipelines/main.ts";
import { programRegistry } from "../../pipelines/program-registry.ts";
import { runCommand } from "../pipelines/run-command.ts";
import { EXAMPLE_COMMANDS, isOnlyRead, readmeExamples, wordsOf } from "./command-examples.ts";
import { publishSample, type SampleStore } from "./sample-store.ts";

let store: SampleStore;

beforeAll(async () => {
  store = await publishSample();
}, 240_000);
afterAll(() => store?.remove());

const NOW = { OCCUPATIONS_NOW: "2026-11-20T03:00:00Z" };

/** The ids that examples are written with, and those that the sample has. */
function withIdsOfTheSample(word: string): string {
  if (/^\d{8}T\d{6}Z-[0-9a-f]{8}$/.test(word)) return store.version;
  return word === "0123456789abcdef" ? store.captureId : word;
}

describe("the help of", () => {
  test.each(EXAMPLE_COMMANDS)(
    "$name has examples, and all of them are of this command",
    async ({ name, examples }) => {
      const { stdout, exit } = await runCommand([...name.split(" "), "--help"]);
      expect(exit).toBe(0);
      expect(examples.length).toBeGreaterThan(0);
      for (const example of examples) expect(stdout).toContain(example);
      expect(examples[0]).toMatch(new RegExp(`^occupations ${name}\\b`));
    },
  );
});

const LINES = [...new Set([...EXAMPLE_COMMANDS.flatMap(({ examples }) => examples), ...readmeExamples()])];

describe("what stands in the help or in the README", () => {
  test.each(LINES.filter((line) => !isOnlyRead(line)))("runs: %s", { timeout: 240_000 }, async (line) => {
    const words = wordsOf(line).map(withIdsOfTheSample);
    const options = { env: NOW, registry: programRegistry };
    const { exit, stdout, stderr } = await runCommand([...words, "--store", store.path], options);
    expect(stderr).not.toMatch(/^occupations: /m);
    expect(exit).toBe(0);
    expect(stdout !== "" || words.includes("--quiet")).toBe(true);
  });

  test.each(LINES.filter(isOnlyRead))("is understood: %s", (line) => {
    expect(requestFrom(wordsOf(line), COMMANDS)).toMatchObject({ kind: "command" });
  });

  test("covers the README, whose lines are found", () => {
    expect(readmeExamples().length).toBeGreaterThan(8);
  });
});
