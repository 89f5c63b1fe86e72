import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { listReadables } from "./readable.ts";
import type { Verdict } from "./try-case.ts";

/**
 * `npm run fuzz [-- CASES [SEED [READER…]]]`: gives every reader CASES documents that were changed by somebody who means
 * harm. Each must be read or refused with a place, within a second, and nothing else may happen. Ends with 1 otherwise.
 */
const [cases = "10000", seed = "1", ...words] = process.argv.slice(2);
const HANG_MILLISECONDS = 60_000;
const EXAMPLES = 5;

type Told = { readonly index: number; readonly verdict: Verdict };
type Tally = {
  read: number;
  refused: number;
  readonly problems: Map<string, { times: number; readonly first: number }>;
};

const names = (await listReadables()).map(({ name }) => name);
const chosen = words.length === 0 ? names : names.filter((name) => words.some((word) => name.includes(word)));
if (chosen.length === 0) throw new Error(`The readers are: ${names.join(", ")}.`);
for (const name of chosen) {
  const started = performance.now();
  const tally = await fuzz(name);
  const seconds = Math.round((performance.now() - started) / 1_000);
  const problems = [...tally.problems];
  const counts = `${tally.read} read, ${tally.refused} refused, ${problems.length} kinds of problems, ${seconds} s`;
  process.stdout.write(`${name.padEnd(32)} ${counts}\n`);
  for (const [problem, { times, first }] of problems.slice(0, EXAMPLES))
    process.stdout.write(`    ${times} times, first in case ${first} of seed ${seed}: ${problem}\n`);
  if (problems.length > 0) process.exitCode = 1;
}

/** A reader that hangs takes its process with it, not this one. */
async function fuzz(name: string): Promise<Tally> {
  const tally: Tally = { read: 0, refused: 0, problems: new Map() };
  const note = (problem: string, first: number) => {
    const known = tally.problems.get(problem) ?? { times: 0, first };
    tally.problems.set(problem, { ...known, times: known.times + 1 });
  };
  let last = -1;
  const child = fork(join(import.meta.dirname, "fuzz-reader.js"), [name, cases, seed]);
  const watch = watchOver(child, () => note("hangs", last + 1));
  child.on("message", ({ index, verdict }: Told) => {
    watch.refresh();
    last = index;
    if (typeof verdict === "string") tally[verdict] += 1;
    else note(verdict.problem, index);
  });
  const exit = await new Promise<number | null>((resolve) => child.on("close", resolve));
  clearTimeout(watch);
  if (exit !== 0) note(`the process ended with ${exit}`, last + 1);
  return tally;
}

function watchOver(child: ChildProcess, tell: () => void): NodeJS.Timeout {
  return setTimeout(() => {
    tell();
    child.kill("SIGKILL");
  }, HANG_MILLISECONDS);
}
