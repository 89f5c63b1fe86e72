import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FAULTS } from "./catalogue.ts";
import { readmeTable } from "./readme-table.ts";
import { type Ground, prepareGround, problemsAfter } from "./run-fault.ts";

let ground: Ground;

beforeAll(async () => {
  ground = await prepareGround();
});
afterAll(() => ground.close());

/** One of each sort; `npm run faults` has them all. */
const SAMPLED = FAULTS.filter(({ what }) =>
  ["one publisher blocks everything", "the link `latest` is gone"].includes(what),
);

test.each(SAMPLED)(
  "a night on which $what ends as the catalogue says, and the next one is fine",
  async (fault) => {
    expect(await problemsAfter(fault, ground)).toEqual([]);
  },
);

test("a fault that does not come out as the catalogue says is told", async () => {
  const [fault] = SAMPLED;
  if (fault === undefined) throw new Error("Nothing is sampled.");
  const wrong = { ...fault, exit: 0 as const, says: "all is well" };
  const problems = await problemsAfter(wrong, ground);
  expect(problems).toEqual([
    expect.stringContaining("exit 3 instead of 0"),
    expect.stringContaining("does not say “all is well”"),
  ]);
});

test("the README has the table of the catalogue", () => {
  const readme = readFileSync(join(import.meta.dirname, "..", "..", "..", "README.md"), "utf8");
  expect(readme).toContain(readmeTable(FAULTS));
});
