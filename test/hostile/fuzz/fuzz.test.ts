import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { DocumentError } from "../../../sources/reading/document-error.ts";
import { listReadables, type Readable } from "./readable.ts";
import { recipe } from "./recipe.ts";
import { tryCase } from "./try-case.ts";

let readables: readonly Readable[];

beforeAll(async () => {
  readables = await listReadables();
});

/** So few of each reader in every run of the tests; `npm run fuzz` tries ten thousand. */
const CASES = 8;

test("every reader reads or refuses a spoilt document, and does nothing else", () => {
  const problems = readables.flatMap((readable) =>
    fc.sample(recipe, { seed: 1, numRuns: CASES }).flatMap((one) => {
      const verdict = tryCase(readable, one);
      return typeof verdict === "string" ? [] : [`${readable.name}: ${verdict.problem}`];
    }),
  );
  expect(readables.length).toBeGreaterThan(15);
  expect(problems.filter((problem) => !problem.includes("ms of the processor"))).toEqual([]);
});

test("a reader that crashes, or touches a prototype, is found out", () => {
  const [readable] = readables;
  const [one] = fc.sample(recipe, { seed: 1, numRuns: 1 });
  if (readable === undefined || one === undefined) throw new Error("There is nothing to try.");
  const reading = (read: () => never) => ({ ...readable, reader: { ...readable.reader, read } });
  const crashing = reading(() => {
    throw new TypeError("undefined is not a function");
  });
  expect(tryCase(crashing, one)).toEqual({ problem: expect.stringContaining("TypeError: undefined is not") });
  const touching = reading(() => {
    Object.defineProperty(Object.prototype, "touched", { value: 1, configurable: true });
    throw new DocumentError({ url: "a", locator: "b", expected: "c", found: "d" });
  });
  expect(tryCase(touching, one)).toEqual({ problem: "a prototype was touched" });
  Reflect.deleteProperty(Object.prototype, "touched");
});
