import { describe, expect, test } from "vitest";
import { keepSchedule } from "../../../pipelines/schedule/keep-schedule.ts";
import type { RunEnd } from "../../../pipelines/schedule/refresh-process.ts";

const HOUR = 3_600_000;
const START = Date.parse("2026-11-20T02:00:00Z");
const at = (time: number) => new Date(time).toISOString().slice(11, 19);

/**
 * A schedule on a clock of its own, which a sleep moves on; it is stopped after so many hours. A source is due two hours
 * after its last run.
 */
async function kept({
  hours = 5,
  ends = [],
  clockAfterSleep = (now: number, slept: number) => now + slept,
}: {
  readonly hours?: number;
  readonly ends?: readonly RunEnd[];
  readonly clockAfterSleep?: (now: number, slept: number) => number;
} = {}) {
  let now = START;
  let due = START + HOUR;
  let slept = 0;
  const [stop, runs, said, sleeps] = [new AbortController(), [] as string[], [] as string[], [] as number[]];
  const result = await keepSchedule({
    now: () => new Date(now),
    signal: stop.signal,
    nextDue: async () => ({
      at: new Date(due),
      sources: ["us-ooh"],
      why: "us-ooh (the usual time)",
      words: at(due),
    }),
    sleep: async (milliseconds, signal) => {
      sleeps.push(milliseconds);
      slept += milliseconds;
      now = clockAfterSleep(now, milliseconds);
      if (slept >= hours * HOUR) stop.abort();
      signal.throwIfAborted();
    },
    run: async () => {
      runs.push(at(now));
      const end = ends[runs.length - 1] ?? { exit: 0, message: "Published." };
      if (end.exit === 0 || end.exit === 3) due = now + 2 * HOUR;
      return end;
    },
    say: (line) => void said.push(line),
  });
  return { result, runs, said, sleeps };
}

describe("a schedule", () => {
  test("runs when something is due, and says what comes next", async () => {
    const { result, runs, said } = await kept();
    expect(runs).toEqual(["03:00:00", "05:00:00", "07:00:00"].slice(0, runs.length));
    expect(result).toEqual({ runs: 2, wrongUsage: undefined });
    expect(said.slice(0, 4)).toEqual([
      "Next: us-ooh, 03:00:00.",
      "Due: us-ooh (the usual time).",
      "Exit 0. Published.",
      "Next: us-ooh, 05:00:00.",
    ]);
  });

  test("looks at the clock every minute at least, so that a machine that was suspended is not late", async () => {
    const suspendedOnce = (now: number, slept: number) => (now === START ? now + 3 * HOUR : now + slept);
    const { runs, sleeps } = await kept({ hours: 1, clockAfterSleep: suspendedOnce });
    expect(runs).toEqual(["05:00:00"]);
    expect(Math.max(...sleeps)).toBeLessThanOrEqual(60_000);
  });

  test("waits for the clock where that is put back, and does not run twice", async () => {
    let sleeps = 0;
    const putBackOnce = (now: number, slept: number) => {
      sleeps += 1;
      return sleeps === 30 ? now - HOUR : now + slept;
    };
    const { runs } = await kept({ hours: 2.6, clockAfterSleep: putBackOnce });
    expect(runs).toEqual(["03:00:00"]);
  });

  test("tries again every minute while another run holds the store, and says so once", async () => {
    const held = { exit: 5, message: "The store is held." };
    const { runs, said } = await kept({ hours: 1.5, ends: [held, held, held] });
    expect(runs).toEqual(["03:00:00", "03:01:00", "03:02:00", "03:03:00"]);
    expect(said.filter((line) => line.includes("held"))).toEqual([
      "The store is held. Trying again every minute.",
    ]);
  });

  test.each([
    ["refused", { exit: 4, message: "Refused." }],
    ["without a store", { exit: 7, message: "The disk is full." }],
    ["killed", { exit: null, message: "The run was cut off before it could tell anything." }],
  ])("does not repeat a run that was %s without a pause", async (_, end) => {
    const { runs, said } = await kept({ hours: 1.6, ends: [end, end] });
    expect(runs).toEqual(["03:00:00", "03:15:00", "03:30:00"]);
    expect(said).toContain("What is due now is tried again in 15 minutes.");
  });

  test("ends where its own command line makes no sense to the run", async () => {
    const wrong = { exit: 2, message: "This store holds the sample." };
    const { result, runs } = await kept({ ends: [wrong] });
    expect([result, runs]).toEqual([{ runs: 0, wrongUsage: wrong }, ["03:00:00"]]);
  });
});

test("what goes wrong in looking at the store ends the schedule", async () => {
  const kept = keepSchedule({
    now: () => new Date(START),
    signal: new AbortController().signal,
    sleep: async () => {},
    nextDue: () => Promise.reject(new Error("The store is damaged.")),
    run: async () => ({ exit: 0, message: "" }),
    say: () => {},
  });
  await expect(kept).rejects.toThrow("The store is damaged.");
});
