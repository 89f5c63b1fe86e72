import { join } from "node:path";
import pLimit from "p-limit";
import { begin, killAndComplete, type Story } from "./campaign.ts";

/**
 * `npm run crashes [-- COUNT [SEED]]`: kills COUNT runs with SIGKILL, three of a store in a row, at instants that follow from
 * the seed. After each, readers of the store must find it whole; the run after the third must put everything right. Ends
 * with 1 where one of these does not hold.
 */
const [count = "300", seed = "1"] = process.argv.slice(2);
const KILLS_OF_A_STORE = 3;
const PARALLEL = 3;
const beginning = await begin(join(import.meta.dirname, "..", "..", "..", "pipelines", "cli.js"));
process.stdout.write(`A run takes ${Math.round(beginning.runMilliseconds)} ms.\n`);

const tally = { kills: 0, running: 0, building: 0, stores: 0, problems: 0 };
const limit = pLimit(PARALLEL);
const stores = Array.from({ length: Math.ceil(Number(count) / KILLS_OF_A_STORE) }, (_, index) => index);
try {
  await limit.map(stores, async (store) => {
    tell(store, await killAndComplete(beginning, KILLS_OF_A_STORE, `${seed} ${store}`));
  });
} finally {
  await beginning.close();
}
process.stdout.write(
  `${tally.kills} kills of ${tally.stores} stores; ${tally.running} hit a running program, ${tally.building} of them while it built a version; ${tally.problems} problems\n`,
);
if (tally.problems > 0) process.exitCode = 1;

function tell(store: number, { kills, problems }: Story): void {
  const told = [
    ...kills.flatMap(({ instant, problems }) =>
      problems.map((problem) => `${Math.round(instant.milliseconds)} ms after ${instant.after}: ${problem}`),
    ),
    ...problems,
  ];
  for (const line of told) process.stdout.write(`store ${store} of seed ${seed}: ${line}\n`);
  const hit = kills.filter(({ wasRunning }) => wasRunning);
  tally.stores += 1;
  tally.kills += kills.length;
  tally.running += hit.length;
  tally.building += hit.filter(({ instant }) => instant.after === "staging").length;
  tally.problems += told.length;
  if (tally.stores % 10 === 0) process.stdout.write(`${tally.kills} kills, ${tally.problems} problems\n`);
}
