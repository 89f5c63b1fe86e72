import { FAULTS } from "./catalogue.ts";
import { type Ground, prepareGround, problemsAfter } from "./run-fault.ts";

/**
 * `npm run faults [-- WORDS…]`: one night for each fault whose name has the words, and the night after. Ends with 1 where
 * one ends with another exit code, in other words, or with other facts than the catalogue says.
 */
const words = process.argv.slice(2).join(" ");
const chosen = FAULTS.filter(({ what }) => what.includes(words));
if (chosen.length === 0) throw new Error(`No fault is called “${words}”.`);

const ground: Ground = await prepareGround();
let wrong = 0;
try {
  for (const fault of chosen) {
    const problems = await problemsAfter(fault, ground);
    const outcome = problems.length === 0 ? "as it must be" : "WRONG";
    process.stdout.write(`${fault.what.padEnd(56)} ${`${fault.exit}`.padStart(4)}  ${outcome}\n`);
    for (const problem of problems) process.stdout.write(`    ${problem}\n`);
    wrong += Math.min(problems.length, 1);
  }
} finally {
  await ground.close();
}
process.stdout.write(`${chosen.length} faults, ${wrong} of them wrong\n`);
if (wrong > 0) process.exitCode = 1;
