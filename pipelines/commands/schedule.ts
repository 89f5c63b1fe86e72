import { fileURLToPath } from "node:url";
import { sleepAtLeast } from "../../sources/fetching/sleep.ts";
import { UsageError } from "../errors/usage-error.ts";
import { type MetricsServer, serveMetrics } from "../monitoring/metrics-server.ts";
import { keepSchedule } from "../schedule/keep-schedule.ts";
import { nextDue } from "../schedule/next-due.ts";
import { runProgram } from "../schedule/refresh-process.ts";
import { count } from "../text/figures.ts";
import type { World } from "../world.ts";
import type { CommandDefinition } from "./command.ts";
import { METRICS_FILE } from "./metrics-option.ts";
import { portNumber } from "./option-values.ts";
import { settingsFrom } from "./refresh.ts";

type Options = {
  readonly source?: readonly string[];
  readonly mirror?: string;
  readonly sample?: boolean;
  readonly contact?: string;
  readonly light?: boolean;
  readonly metricsFile?: string;
  readonly metricsPort?: string;
};

export const scheduleCommand: CommandDefinition<Options> = {
  name: "schedule",
  summary: "run for ever: refresh each source when it is due",
  examples: [
    "occupations schedule --contact data@example.org --store data",
    "occupations schedule --source us-ooh us-ooh-xml --light --contact data@example.org",
    "occupations schedule --mirror http://127.0.0.1:8080",
    "occupations schedule --contact data@example.org --metrics-port 9464 --log-file occupations.log",
  ],
  declare: (command) =>
    command
      .option("--source <id...>", "these sources only")
      .option("--mirror <url>", "ask your own copy of the sites: <url>/www.bls.gov/…")
      .option("--sample", "use the small sample that ships with the program")
      .option("--contact <email>", "how publishers can reach you (or OCCUPATIONS_CONTACT)")
      .option("--light", "spare the handbook pages that its XML calls unchanged; a full round every 7 days")
      .option("--metrics-file <file>", METRICS_FILE)
      .option("--metrics-port <n>", "serve /metrics and /healthz on this port of loopback; 0 takes any"),
  run: async (world, _, options) => {
    const { sourceIds } = settingsFrom(world, { ...options, due: true });
    const cli = fileURLToPath(new URL("../cli.js", import.meta.url));
    const words = refreshWords(world, options);
    const say = (line: string) => {
      world.log.write("info", "schedule", { message: line });
      if (!world.quiet && !world.log.isOnStderr) world.stderr.write(`${world.now().toISOString()} ${line}\n`);
    };
    const metrics = await metricsOn(world, options.metricsPort);
    if (metrics !== undefined) say(`Metrics: ${metrics.url}/metrics. Health: ${metrics.url}/healthz.`);
    const { runs, wrongUsage } = await keepSchedule({
      now: world.now,
      sleep: sleepAtLeast,
      signal: world.signal,
      nextDue: () => nextDue(world, sourceIds),
      run: (signal) => runProgram(cli, words, signal),
      say,
    }).finally(() => metrics?.close());
    if (wrongUsage !== undefined) throw new UsageError(wrongUsage.message);
    const message = `Stopped after ${count(runs)} ${runs === 1 ? "run" : "runs"}.`;
    return { isReport: true, json: { outcome: "stopped", runs, message }, text: () => message };
  },
};

async function metricsOn(world: World, port: string | undefined): Promise<MetricsServer | undefined> {
  return port === undefined ? undefined : serveMetrics({ world, port: portNumber("--metrics-port", port) });
}

/** The command line of each run. */
function refreshWords(
  { store, quiet, verbose, log }: World,
  { source = [], mirror, sample, contact, light, metricsFile }: Options,
): string[] {
  const { file, format } = log.options;
  return [
    ...["refresh", "--due", "--json", "--store", store],
    ...(source.length > 0 ? ["--source", ...source] : []),
    ...(mirror === undefined ? [] : ["--mirror", mirror]),
    ...(sample ? ["--sample"] : []),
    ...(contact === undefined ? [] : ["--contact", contact]),
    ...(light ? ["--light"] : []),
    ...(metricsFile === undefined ? [] : ["--metrics-file", metricsFile]),
    ...(file === undefined ? [] : ["--log-file", file]),
    ...["--log-format", format],
    ...(quiet ? ["--quiet"] : []),
    ...(verbose ? ["--verbose"] : []),
  ];
}
