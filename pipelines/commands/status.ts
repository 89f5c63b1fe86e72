import { EXIT } from "../exit-codes.ts";
import { hasFailed, type LastRun, lastRun } from "../last-run.ts";
import { type RolledBack, rollbackWords } from "../publish/roll-back.ts";
import { type Latest, latestFile, latestSchema, readJson } from "../publish/store-layout.ts";
import { latestVersion } from "../published-version.ts";
import { type SourceState, sourceStates } from "../source-states.ts";
import { storeSize } from "../store-size.ts";
import { ageWords, count, sizeWords } from "../text/figures.ts";
import { wrap } from "../text/wrap.ts";
import type { Layout, QuarantinedDocument, World } from "../world.ts";
import type { CommandDefinition } from "./command.ts";
import { duration } from "./option-values.ts";

type Status = {
  readonly state: "fresh" | "stale" | "degraded";
  /** Why it is not fresh. */
  readonly problems: readonly string[];
  readonly version: string | null;
  readonly checked_at: string | null;
  readonly age_seconds: number | null;
  /** Where a person went back from a later version, and holds the latest where it is. */
  readonly rolled_back: RolledBack | null;
  readonly sources: readonly SourceState[];
  readonly quarantine: readonly QuarantinedDocument[];
  readonly last_run: LastRun | null;
  readonly store_bytes: number;
};

export const statusCommand: CommandDefinition<{ readonly maxAge: string }> = {
  name: "status",
  summary: "for monitoring: exit 0 fresh, 3 stale or degraded",
  examples: [
    "occupations status",
    "occupations status --max-age 36h --json",
    "occupations status || notify-operator",
  ],
  declare: (command) =>
    command.option("--max-age <time>", "how long ago the last look may be: 90m, 36h, 2d", "36h"),
  run: async (world, _, { maxAge }) => {
    const status = await statusOf(world, duration("--max-age", maxAge), maxAge);
    return {
      exit: status.state === "fresh" ? EXIT.done : EXIT.degraded,
      isReport: true,
      json: status,
      text: (layout) => statusText(status, layout),
    };
  },
};

async function statusOf(
  { store, registry, now }: World,
  maxAge: number,
  maxAgeWords: string,
): Promise<Status> {
  const version = await latestVersion(store);
  const told = await readJson(latestFile(store), latestSchema);
  const checkedAt = told?.checked_at ?? null;
  const age = checkedAt === null ? null : now().getTime() - Date.parse(checkedAt);
  const sources = sourceStates(registry, store, version);
  const run = await lastRun(store);
  const stale = staleness(version?.id, age, maxAge, maxAgeWords);
  const degraded = [...rollbackProblems(told), ...sourceProblems(sources, now()), ...runProblems(run)];
  return {
    state: stale.length > 0 ? "stale" : degraded.length > 0 ? "degraded" : "fresh",
    problems: [...stale, ...degraded],
    version: version?.id ?? null,
    checked_at: checkedAt,
    age_seconds: age === null ? null : Math.floor(age / 1000),
    rolled_back: told?.rolled_back ?? null,
    sources,
    quarantine: registry.quarantine(store),
    last_run: run ?? null,
    store_bytes: storeSize(store),
  };
}

/** A clock that is set right goes back by no more. */
const CLOCKS_DIFFER_MILLISECONDS = 10 * 60_000;

function staleness(
  version: string | undefined,
  age: number | null,
  maxAge: number,
  maxAgeWords: string,
): readonly string[] {
  if (version === undefined) return ["Nothing is published yet. Run `occupations refresh` first."];
  if (age === null)
    return ["latest.json is missing or damaged, so nobody knows when the sources were last looked at."];
  if (age < -CLOCKS_DIFFER_MILLISECONDS)
    return [
      `The sources were last looked at ${ageWords(-age)} from now, by the clock of that run. Correct the clock of this machine, or wait for the next run.`,
    ];
  if (age <= maxAge) return [];
  return [`The sources were last looked at ${ageWords(age)} ago; ${maxAgeWords} are allowed.`];
}

function rollbackProblems(latest: Latest | undefined): readonly string[] {
  return latest?.rolled_back === undefined ? [] : [rollbackWords(latest.id, latest.rolled_back)];
}

/** "us-ooh could not be read by the latest run; its last good facts are carried forward, since 2026-11-21: …" */
function sourceProblems(sources: readonly SourceState[], now: Date): readonly string[] {
  return sources
    .filter(({ state }) => state === "carried-forward")
    .map(({ id, state_since, state_reason, fetched_at }) => {
      const since = state_since === null ? "" : `, since ${state_since.slice(0, 10)}`;
      const age =
        fetched_at === null
          ? ""
          : ` They were fetched ${ageWords(now.getTime() - Date.parse(fetched_at))} ago.`;
      const reason = state_reason === null ? "" : ` ${state_reason}`;
      return `${id} could not be read by the latest run; its last good facts are carried forward${since}.${age}${reason}`;
    });
}

function runProblems(run: LastRun | undefined): readonly string[] {
  if (run === undefined || !hasFailed(run)) return [];
  return [`The last run (${run.run}) ended as ${run.outcome}${run.message ? `: ${run.message}` : "."}`];
}

function statusText(status: Status, { width }: Layout): string {
  const line = (label: string, words: string) => wrap(words, width, label.padEnd(14), " ".repeat(14));
  const age = status.age_seconds === null ? "" : `, ${ageWords(status.age_seconds * 1000)} ago`;
  return [
    line("State", status.state),
    ...status.problems.map((problem) => line("", problem)),
    line("Version", status.version ?? "none"),
    line("Checked", status.checked_at === null ? "never" : `${status.checked_at}${age}`),
    ...status.sources.map(({ id, state, edition }) =>
      line("Source", [id, state, edition ?? ""].join(" ").trim()),
    ),
    line(
      "Quarantine",
      status.quarantine.length === 0 ? "empty" : `${count(status.quarantine.length)} documents`,
    ),
    ...status.quarantine.map(({ url, reason, since }) => line("", `${url} since ${since}: ${reason}`)),
    line("Last run", runWords(status.last_run)),
    line("Store", sizeWords(status.store_bytes)),
  ].join("\n");
}

function runWords(run: LastRun | null): string {
  if (run === null) return "none";
  const end = run.finished_at ?? "not ended";
  return `${run.run}: ${run.outcome}, ${run.started_at} to ${end}`;
}
