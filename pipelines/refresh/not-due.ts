import { isoSeconds } from "../iso-time.ts";
import type { Due } from "../schedule/due.ts";
import { dueWords, localTime } from "../schedule/local-time.ts";
import type { Passage } from "./passage.ts";
import type { NotDueReport } from "./result.ts";

/** The sources that a run did not ask for because they were not due: the first to be due comes first. */
export function notDueOf(passages: readonly Passage[]): readonly NotDueReport[] {
  return waiting(passages).map(({ sourceId, timeZone, notDue: { at, why } }) => ({
    source: sourceId,
    due: isoSeconds(at),
    due_there: localTime(at, timeZone),
    why,
  }));
}

/** What a run has to say for which nothing was due; `undefined` where it did not go by the schedule. */
export function nothingDueWords(passages: readonly Passage[], now: Date): string | undefined {
  const [first] = waiting(passages);
  if (first === undefined) return undefined;
  const { sourceId, timeZone, notDue } = first;
  return `Nothing is due. ${sourceId} is due ${dueWords(notDue.at, timeZone, now)}; --force asks all the same.`;
}

type Waiting = { readonly sourceId: string; readonly timeZone: string; readonly notDue: Due };

function waiting(passages: readonly Passage[]): Waiting[] {
  return passages
    .flatMap(({ registered: { source }, notDue }) =>
      notDue === undefined || source.schedule === undefined
        ? []
        : [{ sourceId: source.id, timeZone: source.schedule.timeZone, notDue }],
    )
    .toSorted((one, other) => one.notDue.at.getTime() - other.notDue.at.getTime());
}
