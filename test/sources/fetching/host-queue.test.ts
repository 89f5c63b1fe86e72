import pLimit from "p-limit";
import { describe, expect, test } from "vitest";
import { HostQueue } from "../../../sources/fetching/host-queue.ts";
import { stoppedTime } from "./stopped-time.ts";

function queueWith(options: { gap?: number; random?: number; signal?: AbortSignal } = {}) {
  const time = stoppedTime();
  const queue = new HostQueue({
    limit: pLimit(1),
    gapMilliseconds: options.gap ?? 2000,
    monotonic: time.monotonic,
    sleep: time.sleep,
    random: () => options.random ?? 0,
    signal: options.signal ?? new AbortController().signal,
  });
  return { queue, time };
}

describe("a host's queue", () => {
  test("lets one job run at a time, in the order in which they came", async () => {
    const { queue } = queueWith();
    const diary: string[] = [];
    const job = (name: string) => async () => {
      diary.push(`${name} begins`);
      await new Promise(setImmediate);
      diary.push(`${name} ends`);
    };
    await Promise.all([queue.run(job("first")), queue.run(job("second"))]);
    expect(diary).toEqual(["first begins", "first ends", "second begins", "second ends"]);
  });

  test("does not wait before the first request", async () => {
    const { queue, time } = queueWith();
    await queue.untilNextStart();
    expect(time.waits).toEqual([]);
  });

  test("measures the gap from start to start, so that a slow answer counts", async () => {
    const { queue, time } = queueWith();
    await queue.untilNextStart();
    time.pass(500);
    await queue.untilNextStart();
    time.pass(3000);
    await queue.untilNextStart();
    expect(time.waits).toEqual([1500]);
  });

  test("adds up to a fifth to the gap, and never shortens it", async () => {
    for (const [random, gap] of [
      [0, 2000],
      [0.5, 2200],
      [1, 2400],
    ] as const) {
      const { queue, time } = queueWith({ random });
      await queue.untilNextStart();
      await queue.untilNextStart();
      expect(time.waits).toEqual([gap]);
    }
  });

  test("keeps the larger of our gap and the publisher's, from the next request on", async () => {
    const { queue, time } = queueWith();
    await queue.untilNextStart();
    queue.widenGapTo(10_000);
    await queue.untilNextStart();
    queue.widenGapTo(1);
    await queue.untilNextStart();
    expect(time.waits).toEqual([10_000, 10_000]);
  });

  test("asks nobody while it is held", async () => {
    const { queue, time } = queueWith();
    await queue.untilNextStart();
    queue.holdFor(60_000);
    await queue.untilNextStart();
    expect(time.waits).toEqual([60_000]);
  });

  test("starts nothing after an interrupt", async () => {
    const interrupt = new AbortController();
    const { queue } = queueWith({ signal: interrupt.signal });
    const reason = new Error("interrupted");
    const running = queue.run(async () => {
      interrupt.abort(reason);
    });
    const waiting = queue.run(async () => "never");
    await running;
    await expect(waiting).rejects.toBe(reason);
  });
});
