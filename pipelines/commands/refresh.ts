import { InvalidContact } from "../../sources/fetching/user-agent.ts";
import { startSampleServer } from "../../sources/sample/server.ts";
import { ACCEPTABLE_RULES } from "../acceptances/acceptable-rules.ts";
import { endingOf } from "../errors/ending.ts";
import { UsageError } from "../errors/usage-error.ts";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import { withStore } from "../lock.ts";
import { refresh } from "../refresh/refresh.ts";
import { closeUnfinishedReports, type RunReport, runId, writeReport } from "../refresh/report.ts";
import type { RefreshResult } from "../refresh/result.ts";
import type { RefreshSettings } from "../refresh/settings.ts";
import { refreshText } from "../refresh/summary.ts";
import { progressOn } from "../refresh/terminal-progress.ts";
import type { World } from "../world.ts";
import { acceptanceFrom } from "./acceptance-option.ts";
import type { CommandDefinition } from "./command.ts";

type Options = {
  readonly source?: readonly string[];
  readonly only?: readonly string[];
  readonly mirror?: string;
  readonly offline?: boolean;
  readonly sample?: boolean;
  readonly contact?: string;
  readonly force?: boolean;
  readonly light?: boolean;
  readonly dryRun?: boolean;
  readonly accept?: readonly string[];
  readonly reason?: string;
  readonly by?: string;
};

export const refreshCommand: CommandDefinition<Options> = {
  name: "refresh",
  summary: "fetch what has changed, and publish a new version where facts have",
  examples: [
    "occupations refresh --sample",
    "occupations refresh --contact data@example.org --store data",
    "occupations refresh --source us-ooh --only registered-nurses actors --offline",
    "occupations refresh --mirror http://127.0.0.1:8080 --dry-run",
  ],
  declare: (command) =>
    command
      .option("--source <id...>", "these sources only")
      .option("--only <code...>", "ask for these documents only, by code (registered-nurses)")
      .option("--mirror <url>", "ask your own copy of the sites: <url>/www.bls.gov/…")
      .option("--offline", "ask nobody; use what the archive holds")
      .option("--sample", "use the small sample that ships with the program")
      .option("--contact <email>", "how publishers can reach you (or OCCUPATIONS_CONTACT)")
      .option("--force", "ask for every document again, also those of an unfinished run")
      .option("--light", "spare the handbook pages that its XML calls unchanged; a full round every 7 days")
      .option("--dry-run", "do everything but publish")
      .option("--accept <rule...>", `let pass what these rules hold back: ${ACCEPTABLE_RULES.join(", ")}`)
      .option("--reason <words>", "why; recorded in the version")
      .option("--by <name>", "who accepts it; recorded in the version (default: the user of the system)"),
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
function settingsFrom(world: World, options: Options): RefreshSettings {
  const { sample = false, offline = false, mirror } = options;
  const ways = [
    ["--sample", sample],
    ["--offline", offline],
    ["--mirror", mirror !== undefined],
  ] as const;
  const chosen = ways.filter(([, isChosen]) => isChosen).map(([name]) => name);
  if (chosen.length > 1) throw new UsageError(`${chosen.join(" and ")} exclude each other. Choose one.`);
  const contact = options.contact ?? (world.env.OCCUPATIONS_CONTACT || undefined);
  if (chosen.length === 0 && contact === undefined)
    throw new UsageError(
      "The publishers require a way to reach whoever runs a program: BLS blocks robots without one. Give your mailbox with --contact data@example.org or OCCUPATIONS_CONTACT. Without the internet: --sample.",
      "contact-missing",
    );
  return {
    sourceIds: knownSources(world, options.source ?? []),
    codes: (options.only ?? []).map((code) => code.slice(code.indexOf("/") + 1)),
    from: sample ? "sample" : offline ? "archive" : mirror === undefined ? "fetch" : "mirror",
    mirror: mirror === undefined ? undefined : mirrorUrl(mirror),
    contact,
    force: options.force ?? false,
    isLight: lightFrom(options),
    isDryRun: options.dryRun ?? false,
    acceptance: acceptanceFrom(options, world.now()),
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

function knownSources({ registry }: World, ids: readonly string[]): readonly string[] {
  const known = registry.sources.map(({ id }) => id);
  const unknown = ids.filter((id) => !known.includes(id));
  if (unknown.length === 0) return ids;
  throw new UsageError(
    `There is no source ${unknown.join(", ")}. The sources are: ${known.join(", ")}.`,
    "unknown-source",
  );
}

function mirrorUrl(words: string): URL {
  const url = URL.canParse(words) ? new URL(words) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol)) return url;
  throw new UsageError(`--mirror is "${words}". It has to be an address such as http://127.0.0.1:8080.`);
}

/** Runs, and writes the report however it ends; an ending that is an error of the program is thrown after that. */
async function runAndReport(world: World, settings: RefreshSettings, started: Date): Promise<RunReport> {
  const { store } = world;
  const beginning = { run: runId(started), started_at: started.toISOString(), dry_run: settings.isDryRun };
  await closeUnfinishedReports(store);
  await writeReport(store, { ...beginning, ...UNFINISHED });
  const finish = async (ending: Omit<RunReport, keyof typeof beginning | "finished_at">) => {
    const report = { ...beginning, ...ending, finished_at: world.now().toISOString() };
    await writeReport(store, report);
    return report;
  };
  try {
    const result = await refreshFrom(world, settings);
    const { isNew, ...rest } = result;
    return await finish({ ...rest, is_new: isNew, exit: exitOf(result) });
  } catch (thrown) {
    const error =
      thrown instanceof InvalidContact ? new UsageError(thrown.message, "contact-invalid") : thrown;
    const { exit, message } = endingOf(world.signal.aborted ? world.signal.reason : error);
    const outcome = OUTCOMES.get(exit) ?? "crashed";
    // Where the report cannot be written either, the first error is the one to tell.
    await finish({ ...UNFINISHED, outcome, exit, message }).catch(() => undefined);
    throw error;
  }
}

const OUTCOMES: ReadonlyMap<ExitCode, RunReport["outcome"]> = new Map([
  [EXIT.interrupted, "interrupted"],
  [EXIT.usage, "misused"],
] as const);

const UNFINISHED = {
  finished_at: null,
  outcome: "running",
  exit: null,
  message: "",
  version: null,
  is_new: false,
  changes: null,
  sources: [],
  comparisons: [],
  hosts: {},
  issues: { error: 0, warning: 0, info: 0 },
  quarantine: [],
} as const;

async function refreshFrom(world: World, settings: RefreshSettings): Promise<RefreshResult> {
  const { store, now, signal, network = {} } = world;
  const refreshWorld = { store, now, signal, network, progress: progressOn(world) };
  if (settings.from !== "sample") return refresh(refreshWorld, settings);
  const server = await startSampleServer();
  try {
    return await refresh(refreshWorld, { ...settings, mirror: new URL(server.url) });
  } finally {
    await server.close();
  }
}

function exitOf({ outcome }: RefreshResult): ExitCode {
  switch (outcome) {
    case "published":
    case "unchanged":
      return EXIT.done;
    case "degraded":
      return EXIT.degraded;
    case "refused":
      return EXIT.refused;
    case "failed":
      return EXIT.unreachable;
  }
}
