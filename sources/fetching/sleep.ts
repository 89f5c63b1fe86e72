import { setTimeout as delay } from "node:timers/promises";

/** Waits; rejects with the signal's reason when that is aborted. */
export type Sleep = (milliseconds: number, signal: AbortSignal) => Promise<void>;

/** Never shorter than asked: Node's timers may fire up to a millisecond early. */
export const sleepAtLeast: Sleep = async (milliseconds, signal) => {
  signal.throwIfAborted();
  try {
    await delay(Math.ceil(milliseconds) + 1, undefined, { signal });
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
};
