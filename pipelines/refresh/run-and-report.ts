import { InvalidContact } from "../../sources/fetching/user-agent.ts";
import { startSampleServer } from "../../sources/sample/server.ts";
import { endingOf } from "../errors/ending.ts";
import { UsageError } from "../errors/usage-error.ts";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import { afterRun } from "../monitoring/after-run.ts";
import type { World } from "../world.ts";
import { refresh } from "./refresh.ts";
import { closeUnfinishedReports, type RunReport, runId, writeReport } from "./report.ts";
import type { RefreshResult } from "./result.ts";
import type { RefreshSettings } from "./settings.ts";
import { progressOn } from "./terminal-progress.ts";

/** Runs, and writes the report however it ends; an ending that is an error of the program is thrown after that. */
export async function runAndReport(
  outside: World,
  settings: RefreshSettings,
  started: Date,
): Promise<RunReport> {
  const run = runId(started);
  const world = { ...outside, log: outside.log.ofRun(run) };
  const { store } = world;
  const beginning = { run, ...taskOf(settings), started_at: started.toISOString() };
  await closeUnfinishedReports(store);
  await writeReport(store, { ...beginning, ...UNFINISHED });
  const finish = async (ending: Omit<RunReport, keyof typeof beginning | "finished_at">) => {
    const report = { ...beginning, ...ending, finished_at: world.now().toISOString() };
    return afterRun(world, settings, report);
  };
  try {
    const result = await refreshFrom(world, settings);
    const { isNew, notDue, ...rest } = result;
    return await finish({ ...rest, is_new: isNew, not_due: notDue, exit: exitOf(result) });
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

/** What the run was asked to do, as far as its report tells it. */
function taskOf({ retryOf, from, mirror, isDryRun }: RefreshSettings) {
  return {
    command: retryOf === undefined ? "refresh" : "retry",
    retry_of: retryOf ?? null,
    way: from,
    mirror: mirror === undefined ? null : withoutCredentials(mirror),
    dry_run: isDryRun,
  } as const;
}

function withoutCredentials(mirror: URL): string {
  const url = new URL(mirror);
  url.username = "";
  url.password = "";
  return url.href;
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
  failures: [],
  not_due: [],
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
