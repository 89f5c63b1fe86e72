import { UsageError } from "../errors/usage-error.ts";
import type { ExitCode } from "../exit-codes.ts";
import { withStore } from "../lock.ts";
import { runAndReport } from "../refresh/run-and-report.ts";
import type { RefreshSettings } from "../refresh/settings.ts";
import { refreshText } from "../refresh/summary.ts";
import { type FailedRun, readFailedRun } from "../retry/failed-run.ts";
import { wrap } from "../text/wrap.ts";
import type { World } from "../world.ts";
import type { CommandDefinition, CommandResult } from "./command.ts";
import { METRICS_FILE } from "./metrics-option.ts";
import { contactFrom, mirrorUrl, requireContact } from "./way-options.ts";

type Options = {
  readonly mirror?: string;
  readonly contact?: string;
  readonly dryRun?: boolean;
  readonly metricsFile?: string;
};

export const retryCommand: CommandDefinition<Options> = {
  name: "retry",
  summary: "ask again only for what failed in a run, and publish",
  examples: [
    "occupations retry latest",
    "occupations retry 20261123T021500Z-1a2b3c --contact data@example.org --store data",
    "occupations retry latest --mirror http://127.0.0.1:8080 --dry-run",
  ],
  declare: (command) =>
    command
      .argument("<run>", "name of its report in runs/, or latest")
      .option("--mirror <url>", "ask this mirror (default: whoever the run asked)")
      .option("--contact <email>", "how publishers can reach you (or OCCUPATIONS_CONTACT)")
      .option("--dry-run", "do everything but publish")
      .option("--metrics-file <file>", METRICS_FILE),
  run: async (world, [name = ""], options) => {
    const failedRun = await readFailedRun(world.store, name);
    if (failedRun.failures.length === 0) return nothingFailed(failedRun);
    const settings = settingsFor(world, failedRun, options);
    const started = world.now();
    const run = { command: "retry", startedAt: started.toISOString() };
    const report = await withStore(world.store, run, () => runAndReport(world, settings, started));
    return {
      exit: report.exit as ExitCode,
      isReport: true,
      json: report,
      text: (layout) => refreshText(report, world.store, settings, layout),
    };
  },
};

function nothingFailed({ run }: FailedRun): CommandResult {
  const message = `Nothing failed in ${run}, so nobody is asked.`;
  return { isReport: true, json: { run, failures: [], message }, text: ({ width }) => wrap(message, width) };
}

function settingsFor(
  world: World,
  { run, way, mirror, failures }: FailedRun,
  options: Options,
): RefreshSettings {
  const known = world.registry.sources.map(({ id }) => id);
  const retried = failures.filter(({ source }) => known.includes(source));
  if (retried.length === 0)
    throw new UsageError(`This program no longer reads the sources that failed in ${run}.`, "unknown-source");
  const from = options.mirror === undefined ? way : "mirror";
  const contact = contactFrom(world, options.contact);
  if (from === "fetch") requireContact(contact);
  return {
    sourceIds: [...new Set(retried.map(({ source }) => source))],
    codes: [],
    urls: retried.map(({ url }) => url),
    retryOf: run,
    honoursSchedule: false,
    from,
    mirror: from === "mirror" ? mirrorUrl(options.mirror ?? mirror ?? "") : undefined,
    contact,
    force: false,
    isLight: false,
    isDryRun: options.dryRun ?? false,
    acceptance: undefined,
    metricsFile: options.metricsFile,
  };
}
