import { Cron } from "croner";
import type { Rhythm, SourceSchedule } from "../../sources/schedule.ts";
import type { Row } from "../../transforms/model/model.ts";
import type { NewestRound } from "../state/rounds.ts";

/** When a source is, or was, to be looked at, and why just then. */
export type Due = { readonly at: Date; readonly why: string };

/** What the runs have left of a source. */
export type SourceMemory = {
  /** `undefined`: it was never gone through. */
  readonly round: NewestRound | undefined;
  /** No version has its newest documents: it is carried forward, or missing. */
  readonly isTroubled: boolean;
};

/** No version has the newest documents of a source that is published like this, or not at all. */
export function isTroubled(state: Row<"source">["state"] | undefined): boolean {
  return state === undefined || state === "carried-forward";
}

/**
 * When a source is due:
 *
 * - now, where it was never read, where its last round was interrupted, and where that ended in the future: then the clock
 *   was put back, and nobody knows how long ago it was;
 * - some hours after the last try, where documents could not be had, or where it is carried forward;
 * - otherwise at the first instant of its schedule after the last whole round began, once the least time since its end has
 *   passed.
 */
export function dueOf(schedule: SourceSchedule, { round, isTroubled }: SourceMemory, now: Date): Due {
  if (round === undefined) return { at: now, why: "it was never read" };
  const { startedAt, finishedAt, triedAt } = round;
  const last = finishedAt ?? triedAt;
  if (last === undefined) return { at: now, why: "its last round was interrupted" };
  if (Date.parse(last) > now.getTime())
    return {
      at: now,
      why: `its last round ended at ${last}, which is in the future: the clock was put back`,
    };
  const again = hoursLater(new Date(last), schedule.hoursAfterTrouble);
  if (finishedAt === undefined) return { at: again, why: "documents of it could not be had" };
  // It began in the future where the clock was put back during the round.
  const began = new Date(startedAt < finishedAt ? startedAt : finishedAt);
  const regular = regularlyDue(schedule, began, new Date(finishedAt));
  if (isTroubled && again < regular.at) return { at: again, why: "it is carried forward, or missing" };
  return regular;
}

const LEAST_TIME = "the least time between two rounds is over then";

/** The first instant of any of its rhythms; a season's is told, the usual one where both say the same. */
function regularlyDue({ timeZone, usual, seasons }: SourceSchedule, started: Date, finished: Date): Due {
  const rhythms = [{ ...usual, why: "the usual time" }, ...seasons];
  const dues = rhythms.map((rhythm): Due => {
    const instant = instantAfter(started, rhythm, timeZone);
    const least = hoursLater(finished, rhythm.minimumHours);
    return instant < least ? { at: least, why: LEAST_TIME } : { at: instant, why: rhythm.why };
  });
  return dues.reduce((one, other) => (other.at < one.at ? other : one));
}

function instantAfter(time: Date, { at }: Rhythm, timeZone: string): Date {
  const instant = new Cron(at, { timezone: timeZone, paused: true }).nextRun(time);
  if (instant === null) throw new Error(`"${at}" never comes again after ${time.toISOString()}.`);
  return instant;
}

function hoursLater(time: Date, hours: number): Date {
  return new Date(time.getTime() + hours * 3_600_000);
}
