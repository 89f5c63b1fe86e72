import { expect, test } from "vitest";
import { sleepAtLeast } from "../../../sources/fetching/sleep.ts";

test("a wait is never shorter than asked", async () => {
  for (let round = 0; round < 10; round += 1) {
    const start = performance.now();
    await sleepAtLeast(2, new AbortController().signal);
    expect(performance.now() - start).toBeGreaterThanOrEqual(2);
  }
});

test("an interrupted wait rejects at once, with the reason of the interrupt", async () => {
  const interrupt = new AbortController();
  const reason = new Error("interrupted");
  const waiting = sleepAtLeast(60_000, interrupt.signal);
  interrupt.abort(reason);
  await expect(waiting).rejects.toBe(reason);
  await expect(sleepAtLeast(1, interrupt.signal)).rejects.toBe(reason);
});
