import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { planNights } from "./plan.ts";
import { runNights } from "./run-nights.ts";

/**
 * `npm run nights [-- NIGHTS [SEED]]`: nights in a row in fast motion, with faults that follow from the seed. Ends with 1 where
 * a night ends otherwise than was planned, `latest` does not verify, an age is wrong, a fact is lost, a request was made
 * that the rules forbid, or the operator was told too much or too little.
 */
const [count = "30", seed = "1"] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "nights-"));
let problems = 0;
try {
  for await (const { night, exit, version, requests, told, problems: found } of runNights(
    join(folder, "store"),
    planNights(Number(count), seed),
  )) {
    const line = `${night.now.slice(0, 16)}  exit ${exit}  ${version.padEnd(25)} ${`${requests}`.padStart(3)} requests  ${told === 0 ? "      " : "told  "}${night.what}`;
    process.stdout.write(`${line}\n${found.map((problem) => `    ${problem}\n`).join("")}`);
    problems += found.length;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(`${count} nights of seed ${seed}, ${problems} problems\n`);
if (problems > 0) process.exitCode = 1;
