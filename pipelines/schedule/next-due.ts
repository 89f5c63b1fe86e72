import { latestVersion } from "../published-version.ts";
import { sourceStates } from "../source-states.ts";
import { grouped } from "../text/grouped.ts";
import type { World } from "../world.ts";

/** The sources that are due first, all at one time. */
export type NextDue = {
  readonly at: Date;
  readonly sources: readonly string[];
  /** "us-ooh, us-oews (the usual time); uk-ashe (it was never read)" */
  readonly why: string;
  /** "2026-11-30 04:30 America/New_York" */
  readonly words: string;
};

/** What is due first of the named sources, or of all; `undefined` where none of them is ever asked for. */
export async function nextDue(
  { store, registry, now }: World,
  sourceIds: readonly string[],
): Promise<NextDue | undefined> {
  const states = sourceStates(registry, store, await latestVersion(store), now());
  const waiting = states.flatMap((state) => {
    const isChosen = sourceIds.length === 0 || sourceIds.includes(state.id);
    return isChosen && state.next_due !== null ? [{ ...state, at: new Date(state.next_due) }] : [];
  });
  const [first] = waiting.toSorted((one, other) => one.at.getTime() - other.at.getTime());
  if (first === undefined) return undefined;
  // All that are due by now are due together, whenever it was that they became due.
  const together = waiting.filter(({ at }) => at <= first.at || at <= now());
  return {
    at: first.at,
    sources: together.map(({ id }) => id),
    why: grouped(together, ({ due_because }) => due_because)
      .map(([why, states]) => `${states.map(({ id }) => id).join(", ")} (${why})`)
      .join("; "),
    words: first.next_due_there ?? "",
  };
}
