import { ACCEPTABLE_RULES } from "../acceptances/acceptable-rules.ts";
import { UsageError } from "../errors/usage-error.ts";
import type { ExitCode } from "../exit-codes.ts";
import { withStore } from "../lock.ts";
import { runAndReport } from "../refresh/run-and-report.ts";
import type { RefreshSettings } from "../refresh/settings.ts";
import { refreshText } from "../refresh/summary.ts";
import type { World } from "../world.ts";
import { acceptanceFrom } from "./acceptance-option.ts";
import type { CommandDefinition } from "./command.ts";
import { honoursSchedule } from "./due-option.ts";
import { knownSources } from "./known-sources.ts";
import { METRICS_FILE } from "./metrics-option.ts";
import { contactFrom, mirrorUrl, requireContact } from "./way-options.ts";

type Options = {
  readonly source?: readonly string[];
  readonly only?: readonly string[];
  readonly mirror?: string;
  readonly offline?: boolean;
  readonly sample?: boolean;
  readonly contact?: string;
  readonly force?: boolean;
  readonly due?: boolean;
  readonly light?: boolean;
  readonly dryRun?: boolean;
  readonly accept?: readonly string[];
  readonly reason?: string;
  readonly by?: string;
  readonly metricsFile?: string;
};

export const refreshCommand: CommandDefinition<Options> = {
  name: "refresh",
  summary: "fetch what has changed, and publish a new version where facts have",
  examples: [
    "occupations refresh --sample",
    "occupations refresh --contact data@example.org --store data",
    "occupations refresh --source us-ooh --only registered-nurses actors --offline",
    "occupations refresh --mirror http://127.0.0.1:8080 --dry-run",
    "occupations refresh --contact data@example.org --metrics-file /var/lib/node_exporter/occupations.prom",
  ],
  declare: (command) =>
    command
      .option("--source <id...>", "these sources only")
      .option("--only <code...>", "ask for these documents only, by code (registered-nurses)")
      .option("--mirror <url>", "ask your own copy of the sites: <url>/www.bls.gov/…")
      .option("--offline", "ask nobody; use what the archive holds")
      .option("--sample", "use the small sample that ships with the program")
      .option("--contact <email>", "how publishers can reach you (or OCCUPATIONS_CONTACT)")
      .option("--due", "ask the sources that are due, also of a mirror, the sample, or those that are named")
      .option("--force", "ask for every document again, due or not, also those of an unfinished run")
      .option("--light", "spare the handbook pages that its XML calls unchanged; a full round every 7 days")
      .option("--dry-run", "do everything but publish")
      .option("--accept <rule...>", `let pass what these rules hold back: ${ACCEPTABLE_RULES.join(", ")}`)
      .option("--reason <words>", "why; recorded in the version")
      .option("--by <name>", "who accepts it; recorded in the version (default: the user of the system)")
      .option("--metrics-file <file>", METRICS_FILE),
  run: async (world, _, options) => {
    const settings = settingsFrom(world, options);
    const started = world.now();
    const run = { command: "refresh", startedAt: started.toISOString() };
    const report = await withStore(world.store, run, () => runAndReport(world, settings, started));
    return {
      exit: report.exit as ExitCode,
      isReport: true,
      json: report,
      text: (layout) => refreshText(report, world.store, settings, layout),
    };
  },
};

/** @throws UsageError where the options contradict each other or say nothing. */
export function settingsFrom(world: World, options: Options): RefreshSettings {
  const { sample = false, offline = false, mirror } = options;
  const ways = [
    ["--sample", sample],
    ["--offline", offline],
    ["--mirror", mirror !== undefined],
  ] as const;
  const chosen = ways.filter(([, isChosen]) => isChosen).map(([name]) => name);
  if (chosen.length > 1) throw new UsageError(`${chosen.join(" and ")} exclude each other. Choose one.`);
  const contact = contactFrom(world, options.contact);
  if (chosen.length === 0) requireContact(contact);
  return {
    sourceIds: knownSources(world, options.source ?? []),
    codes: (options.only ?? []).map((code) => code.slice(code.indexOf("/") + 1)),
    from: sample ? "sample" : offline ? "archive" : mirror === undefined ? "fetch" : "mirror",
    mirror: mirror === undefined ? undefined : mirrorUrl(mirror),
    contact,
    ...{ urls: [], retryOf: undefined },
    honoursSchedule: honoursSchedule(options),
    force: options.force ?? false,
    isLight: lightFrom(options),
    isDryRun: options.dryRun ?? false,
    acceptance: acceptanceFrom(options, world.now()),
    metricsFile: options.metricsFile,
  };
}

function lightFrom({ light = false, force = false, offline = false, source = [] }: Options): boolean {
  const contrary = [force && "--force", offline && "--offline"].find((name) => name !== false);
  if (light && contrary !== undefined)
    throw new UsageError(`--light and ${contrary} exclude each other. Choose one.`);
  if (light && source.length > 0 && !source.includes("us-ooh-xml"))
    throw new UsageError(
      "--light asks the handbook's XML which pages have changed. Name it too: --source us-ooh us-ooh-xml.",
    );
  return light;
}
