import { fileURLToPath } from "node:url";
import { sleepAtLeast } from "../../sources/fetching/sleep.ts";
import { UsageError } from "../errors/usage-error.ts";
import { keepSchedule } from "../schedule/keep-schedule.ts";
import { nextDue } from "../schedule/next-due.ts";
import { runProgram } from "../schedule/refresh-process.ts";
import { count } from "../text/figures.ts";
import type { World } from "../world.ts";
import type { CommandDefinition } from "./command.ts";
import { settingsFrom } from "./refresh.ts";

type Options = {
  readonly source?: readonly string[];
  readonly mirror?: string;
  readonly sample?: boolean;
  readonly contact?: string;
  readonly light?: boolean;
};

export const scheduleCommand: CommandDefinition<Options> = {
  name: "schedule",
  summary: "run for ever: refresh each source when it is due",
  examples: [
    "occupations schedule --contact data@example.org --store data",
    "occupations schedule --source us-ooh us-ooh-xml --light --contact data@example.org",
    "occupations schedule --mirror http://127.0.0.1:8080",
  ],
  declare: (command) =>
    command
      .option("--source <id...>", "these sources only")
      .option("--mirror <url>", "ask your own copy of the sites: <url>/www.bls.gov/…")
      .option("--sample", "use the small sample that ships with the program")
      .option("--contact <email>", "how publishers can reach you (or OCCUPATIONS_CONTACT)")
      .option("--light", "spare the handbook pages that its XML calls unchanged; a full round every 7 days"),
  run: async (world, _, options) => {
    const { sourceIds } = settingsFrom(world, { ...options, due: true });
    const cli = fileURLToPath(new URL("../cli.js", import.meta.url));
    const words = refreshWords(world, options);
    const { runs, wrongUsage } = await keepSchedule({
      now: world.now,
      sleep: sleepAtLeast,
      signal: world.signal,
      nextDue: () => nextDue(world, sourceIds),
      run: (signal) => runProgram(cli, words, signal),
      say: (line) => {
        if (!world.quiet) world.stderr.write(`${world.now().toISOString()} ${line}\n`);
      },
    });
    if (wrongUsage !== undefined) throw new UsageError(wrongUsage.message);
    const message = `Stopped after ${count(runs)} ${runs === 1 ? "run" : "runs"}.`;
    return { isReport: true, json: { outcome: "stopped", runs, message }, text: () => message };
  },
};

/** The command line of each run. */
function refreshWords(
  { store, quiet }: World,
  { source = [], mirror, sample, contact, light }: Options,
): string[] {
  return [
    ...["refresh", "--due", "--json", "--store", store],
    ...(source.length > 0 ? ["--source", ...source] : []),
    ...(mirror === undefined ? [] : ["--mirror", mirror]),
    ...(sample ? ["--sample"] : []),
    ...(contact === undefined ? [] : ["--contact", contact]),
    ...(light ? ["--light"] : []),
    ...(quiet ? ["--quiet"] : []),
  ];
}
