import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { type PlannedNight, planNights } from "./plan.ts";
import { runNights } from "./run-nights.ts";

async function outcomesOf(nights: readonly PlannedNight[]) {
  const folder = mkdtempSync(join(tmpdir(), "nights-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const outcomes = [];
  for await (const outcome of runNights(join(folder, "store"), nights)) outcomes.push(outcome);
  return outcomes;
}

/** A quiet night, two blocked ones, and a new layout of a page. */
const SAMPLED = planNights(21, "1").filter((_, index) => [0, 6, 7, 20].includes(index));

test("nights with faults end as planned, keep the facts, and ask by the rules", async () => {
  const outcomes = await outcomesOf(SAMPLED);
  expect(outcomes.map(({ exit, problems }) => ({ exit, problems }))).toEqual(
    SAMPLED.map(({ exit }) => ({ exit, problems: [] })),
  );
}, 180_000);

test("a night that ends otherwise than planned is told", async () => {
  const [quiet] = SAMPLED;
  if (quiet === undefined) throw new Error("Nothing is planned.");
  const [outcome] = await outcomesOf([{ ...quiet, exit: 3, carried: ["us-ooh"] }]);
  expect(outcome?.problems).toEqual([
    expect.stringContaining("exit 0 instead of 3"),
    "us-ooh is fresh instead of carried-forward",
    "the operator was not told run: degraded",
    "the operator was not told source us-ooh: carried-forward",
  ]);
});

test("the same seed makes the same nights, another makes others", () => {
  const words = (seed: string) => planNights(30, seed).map(({ now, what }) => `${now} ${what}`);
  expect(words("1")).toEqual(words("1"));
  expect(words("1")).not.toEqual(words("2"));
});
