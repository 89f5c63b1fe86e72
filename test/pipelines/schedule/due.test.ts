import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dueOf, isTroubled } from "../../../pipelines/schedule/due.ts";
import { localTime } from "../../../pipelines/schedule/local-time.ts";
import type { SourceSchedule } from "../../../sources/schedule.ts";

const HOUR = 3_600_000;
const NEW_YORK: SourceSchedule = {
  timeZone: "America/New_York",
  usual: { at: "30 2 * * *", minimumHours: 20 },
  hoursAfterTrouble: 3,
  seasons: [{ at: "15 10,13 * 8 4L", minimumHours: 2, why: "the handbook's day" }],
};
const LONDON: SourceSchedule = { ...NEW_YORK, timeZone: "Europe/London", seasons: [] };

const whole = (finishedAt: string) => ({
  round: { startedAt: finishedAt, finishedAt, triedAt: undefined },
  isTroubled: false,
});
const LATER = new Date("2030-01-01T00:00:00Z");
/** When a source is due whose last round was whole at that time. */
const dueAfter = (finishedAt: string, schedule = NEW_YORK) =>
  dueOf(schedule, whole(finishedAt), LATER).at.toISOString();

describe("a source is due at once", () => {
  const NOW = new Date("2026-11-20T12:00:00Z");

  test("where it was never read", () => {
    const due = dueOf(NEW_YORK, { round: undefined, isTroubled: true }, NOW);
    expect(due).toEqual({ at: NOW, why: "it was never read" });
  });

  test("where its last round was interrupted", () => {
    const round = { startedAt: "2026-11-20T11:59:00.000Z", finishedAt: undefined, triedAt: undefined };
    expect(dueOf(NEW_YORK, { round, isTroubled: false }, NOW)).toEqual({
      at: NOW,
      why: "its last round was interrupted",
    });
  });

  test("where its last round ended in the future, and not again after the round that follows", () => {
    const due = dueOf(NEW_YORK, whole("2027-11-20T12:00:00.000Z"), NOW);
    expect(due.at).toEqual(NOW);
    expect(due.why).toContain("2027-11-20T12:00:00.000Z, which is in the future: the clock was put back");
    expect(dueOf(NEW_YORK, whole(NOW.toISOString()), NOW).at > NOW).toBe(true);
  });
});

describe("a source is due at the next instant of its schedule", () => {
  test("in its own time zone, in winter and in summer", () => {
    expect(dueAfter("2026-11-20T07:40:00Z")).toBe("2026-11-21T07:30:00.000Z");
    expect(dueAfter("2026-07-20T06:40:00Z")).toBe("2026-07-21T06:30:00.000Z");
    expect(dueAfter("2026-07-20T01:40:00Z", LONDON)).toBe("2026-07-21T01:30:00.000Z");
  });

  test("but not before the least time between two rounds has passed", () => {
    // A person has refreshed in the evening there: the night after would be seven hours later.
    expect(dueAfter("2026-11-21T00:30:00Z")).toBe("2026-11-21T20:30:00.000Z");
  });

  test("a round that ended just then counts for that instant", () => {
    expect(dueAfter("2026-11-20T07:30:00Z")).toBe("2026-11-21T07:30:00.000Z");
  });

  test("also where the clock was put back while the round was under way", () => {
    const round = { ...whole("2026-11-20T07:40:00Z").round, startedAt: "2027-11-20T07:20:00Z" };
    expect(dueOf(NEW_YORK, { round, isTroubled: false }, LATER).at.toISOString()).toBe(
      "2026-11-21T07:30:00.000Z",
    );
  });

  test("on the publisher's day more often than usual, and why is told", () => {
    const due = dueOf(NEW_YORK, whole("2026-08-27T06:50:00Z"), LATER);
    expect(due).toEqual({ at: new Date("2026-08-27T14:15:00Z"), why: "the handbook's day" });
    expect(dueAfter("2026-08-27T14:40:00Z")).toBe("2026-08-27T17:15:00.000Z");
    expect(dueAfter("2026-08-27T17:40:00Z")).toBe("2026-08-28T13:40:00.000Z");
  });
});

describe("where the clocks change", () => {
  test("a night in spring without that hour has its instant all the same, once", () => {
    // New York, 8 March 2026: 01:59 is followed by 03:00.
    expect(dueAfter("2026-03-07T07:40:00Z")).toBe("2026-03-08T07:00:00.000Z");
    expect(dueAfter("2026-03-08T07:10:00Z")).toBe("2026-03-09T06:30:00.000Z");
  });

  test("an hour that comes twice in autumn has one instant", () => {
    const schedule = { ...NEW_YORK, usual: { at: "30 1 * * *", minimumHours: 0 }, seasons: [] };
    // New York, 1 November 2026: 01:30 comes at 05:30 and at 06:30 UTC.
    expect(dueAfter("2026-10-31T05:40:00Z", schedule)).toBe("2026-11-01T05:30:00.000Z");
    expect(dueAfter("2026-11-01T05:40:00Z", schedule)).toBe("2026-11-02T06:30:00.000Z");
  });

  test("the days of 23 and of 25 hours cost no night", () => {
    expect(dueAfter("2026-03-28T02:50:00Z", LONDON)).toBe("2026-03-29T01:30:00.000Z");
    expect(dueAfter("2026-10-24T01:50:00Z", LONDON)).toBe("2026-10-25T02:30:00.000Z");
  });
});

describe("a source in trouble is due again sooner", () => {
  test("where documents could not be had: some hours after the last try", () => {
    const round = {
      startedAt: "2026-11-20T02:00:00Z",
      finishedAt: undefined,
      triedAt: "2026-11-20T02:15:00Z",
    };
    expect(dueOf(NEW_YORK, { round, isTroubled: false }, LATER)).toEqual({
      at: new Date("2026-11-20T05:15:00Z"),
      why: "documents of it could not be had",
    });
  });

  test("where it is carried forward, or no version has it", () => {
    const due = dueOf(NEW_YORK, { ...whole("2026-11-20T07:40:00Z"), isTroubled: true }, LATER);
    expect(due).toEqual({
      at: new Date("2026-11-20T10:40:00Z"),
      why: "it is carried forward, or missing",
    });
    expect((["carried-forward", undefined] as const).every(isTroubled)).toBe(true);
    expect((["fresh", "sample", "retired"] as const).some(isTroubled)).toBe(false);
  });

  test("unless its usual time comes before that", () => {
    const due = dueOf(
      { ...NEW_YORK, hoursAfterTrouble: 48 },
      { ...whole("2026-11-20T07:40:00Z"), isTroubled: true },
      LATER,
    );
    expect(due).toEqual({ at: new Date("2026-11-21T07:30:00Z"), why: "the usual time" });
  });
});

const time = fc.date({ min: new Date("2024-01-01"), max: new Date("2029-01-01"), noInvalidDate: true });

test("whenever a round ended, the next comes after the least time, and within two days", () => {
  fc.assert(
    fc.property(time, fc.constantFrom(NEW_YORK, LONDON), (finished, schedule) => {
      const wait = dueOf(schedule, whole(finished.toISOString()), LATER).at.getTime() - finished.getTime();
      expect(wait).toBeGreaterThanOrEqual(2 * HOUR);
      expect(wait).toBeLessThanOrEqual(26 * HOUR);
    }),
  );
});

test("a run at any one time of the day, also one that began before the instant and ended after it, finds a nightly source due each day", () => {
  const schedule = { ...LONDON, timeZone: "UTC" };
  fc.assert(
    fc.property(time, fc.integer({ min: 0, max: 90 }), (start, minutes) => {
      const finishedAt = new Date(start.getTime() + minutes * 60_000).toISOString();
      const round = { startedAt: start.toISOString(), finishedAt, triedAt: undefined };
      const nextDay = new Date(start.getTime() + 24 * HOUR);
      expect(dueOf(schedule, { round, isTroubled: false }, nextDay).at <= nextDay).toBe(true);
    }),
  );
});

test("times are told as the clocks there show them", () => {
  expect(localTime(new Date("2026-11-30T07:30:00Z"), "America/New_York")).toBe(
    "2026-11-30 02:30 America/New_York",
  );
  expect(localTime(new Date("2026-07-01T23:05:00Z"), "Europe/London")).toBe("2026-07-02 00:05 Europe/London");
});
