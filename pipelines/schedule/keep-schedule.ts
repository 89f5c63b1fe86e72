import type { Sleep } from "../../sources/fetching/sleep.ts";
import { EXIT } from "../exit-codes.ts";
import { ageWords } from "../text/figures.ts";
import type { NextDue } from "./next-due.ts";
import type { RunEnd } from "./refresh-process.ts";

/** What keeping a schedule needs from outside. */
export type ScheduleWorld = {
  readonly now: () => Date;
  readonly sleep: Sleep;
  /** Aborted when the operator stops it. */
  readonly signal: AbortSignal;
  /** What is due first, as the store and the clock have it now; `undefined` where nothing ever is. */
  readonly nextDue: () => Promise<NextDue | undefined>;
  /** One run over all that is due, to its end or until the signal. */
  readonly run: (signal: AbortSignal) => Promise<RunEnd>;
  readonly say: (line: string) => void;
};

/** However long the wait, the clock and the store are looked at so often: both may have changed meanwhile. */
const STEP_MILLISECONDS = 60_000;

/** A run that did not do what was due must not be repeated without end. */
const PAUSE_MILLISECONDS = 15 * 60_000;

const DONE: ReadonlySet<number | null> = new Set([EXIT.done, EXIT.degraded]);

/**
 * Runs whatever is due when it is due, until the signal. Nothing is remembered here: what is due follows from the store
 * and the clock, so that a restart, a suspended machine, or a clock that was changed needs no care of its own.
 *
 * @returns how often it ran, and the last run where that makes it senseless to go on.
 */
export async function keepSchedule(
  world: ScheduleWorld,
): Promise<{ readonly runs: number; readonly wrongUsage: RunEnd | undefined }> {
  const { signal, say, sleep } = world;
  let runs = 0;
  let isHeld = false;
  try {
    for (;;) {
      const due = await untilDue(world);
      if (!isHeld) say(`Due: ${due.why}.`);
      const end = await world.run(signal);
      signal.throwIfAborted();
      if (end.exit === EXIT.usage) return { runs, wrongUsage: end };
      if (end.exit === EXIT.held) {
        if (!isHeld) say(`${end.message} Trying again every minute.`);
        isHeld = true;
        await sleep(STEP_MILLISECONDS, signal);
        continue;
      }
      isHeld = false;
      runs += 1;
      say(`Exit ${end.exit ?? "none"}. ${end.message}`);
      if (!DONE.has(end.exit) || (await isDue(world))) await pause(world);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
    return { runs, wrongUsage: undefined };
  }
}

async function isDue({ nextDue, now }: ScheduleWorld): Promise<boolean> {
  const next = await nextDue();
  return next !== undefined && next.at <= now();
}

async function pause({ sleep, signal, say }: ScheduleWorld): Promise<void> {
  say(`What is due now is tried again in ${ageWords(PAUSE_MILLISECONDS)}.`);
  await sleep(PAUSE_MILLISECONDS, signal);
}

/** Waits in short steps until something is due, and says what comes next whenever that changes. */
async function untilDue(world: ScheduleWorld): Promise<NextDue> {
  const { now, sleep, signal, say } = world;
  let told = "";
  for (;;) {
    signal.throwIfAborted();
    const next = await world.nextDue();
    if (next !== undefined && next.at <= now()) return next;
    const words =
      next === undefined ? "Nothing is ever due." : `Next: ${next.sources.join(", ")}, ${next.words}.`;
    if (words !== told) say(words);
    told = words;
    const wait = next === undefined ? STEP_MILLISECONDS : next.at.getTime() - now().getTime();
    await sleep(Math.min(wait, STEP_MILLISECONDS), signal);
  }
}
