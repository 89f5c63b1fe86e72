import type { Sleep } from "../../../sources/fetching/sleep.ts";

/** A clock that moves only when somebody waits, and remembers for how long. */
export function stoppedTime() {
  const midday = Date.parse("2026-11-23T12:00:00Z");
  const waits: number[] = [];
  let elapsed = 0;
  const sleep: Sleep = async (milliseconds, signal) => {
    signal.throwIfAborted();
    waits.push(milliseconds);
    elapsed += milliseconds;
  };
  return {
    waits,
    sleep,
    pass: (milliseconds: number) => {
      elapsed += milliseconds;
    },
    monotonic: () => elapsed,
    clock: () => new Date(midday + elapsed),
  };
}
