import type { Told } from "../../state/notifications.ts";
import type { Standing } from "./standings.ts";

/** Something stands otherwise than the operator was told. */
export type StateChange = {
  readonly subject: string;
  /** NULL where nothing was told of it before. */
  readonly from: string | null;
  readonly to: string;
  readonly isGood: boolean;
  readonly reason: string;
};

/** What the operator does not know yet; of what was never told of, only what is not well. */
export function stateChanges(told: readonly Told[], now: readonly Standing[]): readonly StateChange[] {
  const known = new Map(told.map(({ subject, state }) => [subject, state]));
  return now
    .map(({ subject, state, isGood, reason }) => ({
      ...{ subject, from: known.get(subject) ?? null, to: state, isGood, reason },
    }))
    .filter(({ from, to, isGood }) => (from === null ? !isGood : from !== to));
}

/** What the operator knows once the changes are told; what this run says nothing about stays as it was told. */
export function toldAfter(told: readonly Told[], now: readonly Standing[], time: string): readonly Told[] {
  const after = new Map(told.map((entry) => [entry.subject, entry]));
  for (const { subject, state } of now) {
    const since = after.get(subject)?.state === state ? after.get(subject)?.since : time;
    after.set(subject, { subject, state, since: since ?? time });
    if (state === "settled") after.delete(subject);
  }
  return [...after.values()];
}
