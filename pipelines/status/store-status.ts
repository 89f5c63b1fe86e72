import { hasFailed, type LastRun, lastRun } from "../last-run.ts";
import { type RolledBack, rollbackWords } from "../publish/roll-back.ts";
import { type Latest, latestFile, latestSchema, readJson } from "../publish/store-layout.ts";
import { latestVersion } from "../published-version.ts";
import { type SourceState, sourceStates } from "../source-states.ts";
import { ageWords } from "../text/figures.ts";
import type { QuarantinedDocument, World } from "../world.ts";
import { type StoreSizes, storeSizes } from "./store-sizes.ts";

/** How a store stands: what `status`, the metrics, the health address and the notifications go by. */
export type Status = {
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
  readonly sizes: StoreSizes;
};

/** How long ago the last look at the sources may be: in milliseconds, and in the words of who asked. */
export type MaxAge = { readonly milliseconds: number; readonly words: string };

/** Where nothing else was said: a night and half a day. */
export const usualMaxAge: MaxAge = { milliseconds: 36 * 3_600_000, words: "36h" };

export async function storeStatus(
  { store, registry, now }: Pick<World, "store" | "registry" | "now">,
  maxAge: MaxAge,
): Promise<Status> {
  const version = await latestVersion(store);
  const told = await readJson(latestFile(store), latestSchema);
  const checkedAt = told?.checked_at ?? null;
  const age = checkedAt === null ? null : now().getTime() - Date.parse(checkedAt);
  const sources = sourceStates(registry, store, version, now());
  const run = await lastRun(store);
  const stale = staleness(version?.id, age, maxAge);
  const degraded = [...rollbackProblems(told), ...sourceProblems(sources, now()), ...runProblems(run)];
  const sizes = storeSizes(store);
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
    store_bytes: sizes.total,
    sizes,
  };
}

/** A clock that is set right goes back by no more. */
const CLOCKS_DIFFER_MILLISECONDS = 10 * 60_000;

function staleness(version: string | undefined, age: number | null, maxAge: MaxAge): readonly string[] {
  if (version === undefined) return ["Nothing is published yet. Run `occupations refresh` first."];
  if (age === null)
    return ["latest.json is missing or damaged, so nobody knows when the sources were last looked at."];
  if (age < -CLOCKS_DIFFER_MILLISECONDS)
    return [
      `The sources were last looked at ${ageWords(-age)} from now, by the clock of that run. Correct the clock of this machine, or wait for the next run.`,
    ];
  if (age <= maxAge.milliseconds) return [];
  return [`The sources were last looked at ${ageWords(age)} ago; ${maxAge.words} are allowed.`];
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
