import { describe, expect, test } from "vitest";
import { newState } from "./new-state.ts";

const EVENING = "2026-11-20T22:00:00.000Z";
const NIGHT = "2026-11-21T02:00:00.000Z";
const NEXT_NIGHT = "2026-11-22T02:00:00.000Z";
const ALL_TIME = "2000-01-01T00:00:00.000Z";

describe("a round", () => {
  test("that is new is not resumed", () => {
    const { rounds } = newState().state;
    expect(rounds.begin("us-ooh", NIGHT, ALL_TIME)).toEqual({
      id: expect.any(Number),
      kind: "full",
      startedAt: NIGHT,
      isResumed: false,
    });
  });

  test("that was not finished is gone on with, also by another process", () => {
    const { state, reopen } = newState();
    const { id } = state.rounds.begin("us-ooh", EVENING, ALL_TIME);
    expect(reopen().rounds.begin("us-ooh", NIGHT, ALL_TIME)).toEqual({
      id,
      kind: "full",
      startedAt: EVENING,
      isResumed: true,
    });
  });

  test("that was finished is not gone on with", () => {
    const { rounds } = newState().state;
    const first = rounds.begin("us-ooh", EVENING, ALL_TIME);
    rounds.finish(first, EVENING);
    const second = rounds.begin("us-ooh", NIGHT, ALL_TIME);
    expect(second.isResumed).toBe(false);
    expect(second.id).not.toBe(first.id);
  });

  test("that began too long ago is not gone on with", () => {
    const { rounds } = newState().state;
    const { id } = rounds.begin("us-ooh", EVENING, ALL_TIME);
    expect(rounds.begin("us-ooh", NEXT_NIGHT, NIGHT)).toMatchObject({ isResumed: false });
    expect(rounds.begin("us-ooh", NEXT_NIGHT, NIGHT).id).not.toBe(id);
  });

  test("of another source is another round", () => {
    const { rounds } = newState().state;
    const { id } = rounds.begin("us-ooh", EVENING, ALL_TIME);
    expect(rounds.begin("uk-ncs", NIGHT, ALL_TIME)).toMatchObject({ isResumed: false });
    expect(rounds.begin("us-ooh", NIGHT, ALL_TIME).id).toBe(id);
  });

  test("that was overtaken by a whole one is over", () => {
    const { rounds } = newState().state;
    const interrupted = rounds.begin("us-ooh", EVENING, ALL_TIME);
    const forced = rounds.begin("us-ooh", NIGHT, NIGHT);
    rounds.finish(forced, NIGHT);
    const next = rounds.begin("us-ooh", NEXT_NIGHT, ALL_TIME);
    expect(next.isResumed).toBe(false);
    expect(next.id).not.toBe(interrupted.id);
  });

  test("counts as the last only when it is finished", () => {
    const { rounds } = newState().state;
    expect(rounds.lastFinished("us-ooh")).toBeUndefined();
    const round = rounds.begin("us-ooh", EVENING, ALL_TIME);
    expect(rounds.lastFinished("us-ooh")).toBeUndefined();
    rounds.finish(round, NIGHT);
    rounds.begin("us-ooh", NEXT_NIGHT, ALL_TIME);
    expect(rounds.lastFinished("us-ooh")).toBe(NIGHT);
    expect(rounds.lastFinished("uk-ncs")).toBeUndefined();
  });

  test("that began in the future, before the clock was put back, is not gone on with", () => {
    const { rounds } = newState().state;
    rounds.begin("us-ooh", NEXT_NIGHT, ALL_TIME);
    expect(rounds.begin("us-ooh", NIGHT, ALL_TIME)).toMatchObject({ isResumed: false, startedAt: NIGHT });
  });

  test("counts as the last where it was the last, whatever the clock said", () => {
    const { rounds } = newState().state;
    rounds.finish(rounds.begin("us-ooh", NEXT_NIGHT, ALL_TIME), NEXT_NIGHT);
    rounds.finish(rounds.begin("us-ooh", EVENING, ALL_TIME), NIGHT);
    expect(rounds.lastFinished("us-ooh")).toBe(NIGHT);
    expect(rounds.lastFull("us-ooh")).toBe(NIGHT);
    expect(rounds.newest("us-ooh")).toMatchObject({ finishedAt: NIGHT });
  });

  test("tells when it was left with documents wanting, until another run goes on with it", () => {
    const { rounds } = newState().state;
    expect(rounds.newest("us-ooh")).toBeUndefined();
    const round = rounds.begin("us-ooh", EVENING, ALL_TIME);
    expect(rounds.newest("us-ooh")).toEqual({ startedAt: EVENING });
    rounds.leave(round, NIGHT);
    expect(rounds.newest("us-ooh")).toEqual({ startedAt: EVENING, triedAt: NIGHT });
    rounds.begin("us-ooh", NIGHT, ALL_TIME);
    expect(rounds.newest("us-ooh")).toEqual({ startedAt: EVENING });
  });
});

describe("a partial round", () => {
  test("goes on with an unfinished one of any kind", () => {
    const { rounds } = newState().state;
    const { id } = rounds.begin("us-ooh", EVENING, ALL_TIME, "light");
    expect(rounds.begin("us-ooh", NIGHT, ALL_TIME, "partial")).toMatchObject({ id, kind: "light" });
  });

  test("says nothing about when the source was last gone through", () => {
    const { rounds } = newState().state;
    rounds.finish(rounds.begin("us-ooh", EVENING, ALL_TIME), EVENING);
    const partial = rounds.begin("us-ooh", NIGHT, ALL_TIME, "partial");
    expect(partial).toMatchObject({ kind: "partial", isResumed: false });
    expect(rounds.newest("us-ooh")).toMatchObject({ finishedAt: EVENING });
    rounds.finish(partial, NIGHT);
    expect([rounds.lastFinished("us-ooh"), rounds.lastFull("us-ooh")]).toEqual([EVENING, EVENING]);
    expect(rounds.begin("us-ooh", NEXT_NIGHT, ALL_TIME, "partial").id).not.toBe(partial.id);
  });
});
