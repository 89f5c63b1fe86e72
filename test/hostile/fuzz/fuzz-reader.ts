import fc from "fast-check";
import { listReadables } from "./readable.ts";
import { recipe } from "./recipe.ts";
import { tryCase } from "./try-case.ts";

/** A process of its own, for one reader: `fuzz-reader.js READER CASES SEED`. Tells each case to its parent. */
const [name = "", cases = "", seed = ""] = process.argv.slice(2);
const readable = (await listReadables()).find((one) => one.name === name);
if (readable === undefined) throw new Error(`There is no reader “${name}” with documents.`);

const PORTION = 500;
for (let done = 0; done < Number(cases); done += PORTION) {
  const numRuns = Math.min(PORTION, Number(cases) - done);
  for (const [index, one] of fc.sample(recipe, { seed: Number(seed) + done, numRuns }).entries()) {
    const verdict = tryCase(readable, one);
    process.send?.({ index: done + index, verdict });
  }
}
