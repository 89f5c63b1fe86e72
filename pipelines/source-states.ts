import type { Source } from "../sources/source.ts";
import type { Row } from "../transforms/model/model.ts";
import { isoSeconds } from "./iso-time.ts";
import { inSnapshot, type PublishedVersion } from "./published-version.ts";
import { dueOf, isTroubled } from "./schedule/due.ts";
import { localTime } from "./schedule/local-time.ts";
import type { NewestRound } from "./state/rounds.ts";
import type { Registry } from "./world.ts";

/** How a source stands, as `sources` and `status` tell it. */
export type SourceState = {
  readonly id: string;
  readonly title: string;
  readonly edition: string | null;
  /** As published; `unread` where no version has it yet. */
  readonly state: Row<"source">["state"] | "unread";
  /** Since when it is in this state; null where the version does not tell. */
  readonly state_since: string | null;
  /** Why it is not fresh. */
  readonly state_reason: string | null;
  /** When its newest published document was fetched: how old its data is. */
  readonly fetched_at: string | null;
  /** When it was last gone through, or its newest document fetched. */
  readonly last_success: string | null;
  /** Null: not asked again. A time that has passed: with the next run. */
  readonly next_due: string | null;
  /** The same as the clocks there show it: "2026-11-30 04:30 America/New_York". */
  readonly next_due_there: string | null;
  /** Why just then. */
  readonly due_because: string | null;
  /** Why it is not asked again; null where it is. */
  readonly retired_because: string | null;
  readonly licence: string;
  readonly licence_url: string;
};

/** Every source that is registered or that the version holds, by id. */
export function sourceStates(
  registry: Registry,
  store: string,
  version: PublishedVersion | undefined,
  now: Date,
): readonly SourceState[] {
  const published = version === undefined ? [] : inSnapshot(version, readSources);
  const registered = registry.sources.map((source) =>
    stateOf(
      source,
      published.find(({ id }) => id === source.id),
      {
        lastRound: registry.lastRound(store, source.id),
        newestRound: registry.newestRound(store, source.id),
      },
      now,
    ),
  );
  const others = published.filter(({ id }) => registry.sources.every((source) => source.id !== id));
  return [...registered, ...others.map(leftState)].toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

function readSources(database: Parameters<Parameters<typeof inSnapshot>[1]>[0]): readonly Row<"source">[] {
  return database.prepare<[], Row<"source">>("SELECT * FROM source ORDER BY id").all();
}

type Remembered = {
  readonly lastRound: string | undefined;
  readonly newestRound: NewestRound | undefined;
};

function stateOf(
  source: Source,
  row: Row<"source"> | undefined,
  { lastRound, newestRound }: Remembered,
  now: Date,
): SourceState {
  const lastSuccess = lastRound ?? row?.fetched_at ?? null;
  return {
    id: source.id,
    title: source.title,
    edition: row?.edition ?? null,
    state: row?.state ?? (source.retired === undefined ? "unread" : "retired"),
    ...standingOf(row),
    last_success: lastSuccess,
    ...(row?.state === "retired" ? NEVER_DUE : dueIn(source, row?.state, newestRound, now)),
    retired_because: source.retired?.reason ?? null,
    licence: source.licence,
    licence_url: source.licenceUrl,
  };
}

/** Versions of schema 1.1 do not tell since when, and why. */
function standingOf(
  row: Partial<Row<"source">> | undefined,
): Pick<SourceState, "state_since" | "state_reason" | "fetched_at"> {
  const { state_since = null, state_reason = null, fetched_at = null } = row ?? {};
  return { state_since, state_reason, fetched_at };
}

/** A source that this program no longer knows. */
function leftState(row: Row<"source">): SourceState {
  const { id, title, edition, state, fetched_at, licence, licence_url } = row;
  const retired_because = "This program no longer reads it.";
  const times = { ...standingOf(row), last_success: fetched_at, ...NEVER_DUE, retired_because };
  return { id, title, edition, state, ...times, licence, licence_url };
}

const NEVER_DUE = { next_due: null, next_due_there: null, due_because: null };

function dueIn(
  { schedule, retired }: Source,
  state: Row<"source">["state"] | undefined,
  round: NewestRound | undefined,
  now: Date,
): Pick<SourceState, keyof typeof NEVER_DUE> {
  if (schedule === undefined || retired !== undefined) return NEVER_DUE;
  const { at, why } = dueOf(schedule, { round, isTroubled: isTroubled(state) }, now);
  const next_due = isoSeconds(at > now ? endOfSecond(at) : at);
  return { next_due, next_due_there: localTime(at, schedule.timeZone), due_because: why };
}

/** Whoever comes at the told second finds it due. */
function endOfSecond(time: Date): Date {
  return new Date(Math.ceil(time.getTime() / 1000) * 1000);
}
