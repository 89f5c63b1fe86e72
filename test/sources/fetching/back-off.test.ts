import fc from "fast-check";
import { expect, test } from "vitest";
import { backOffMilliseconds } from "../../../sources/fetching/back-off.ts";
import { usualLimits } from "../../../sources/fetching/fetch-limits.ts";

test("the pause doubles from attempt to attempt, up to the longest", () => {
  const pauses = [1, 2, 3, 4, 9].map((attempt) => backOffMilliseconds(attempt, usualLimits, () => 1));
  expect(pauses).toEqual([1000, 2000, 4000, 8000, 30_000]);
});

test("the jitter takes away at most half of the pause", () => {
  const draw = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), draw, (attempt, random) => {
      const whole = backOffMilliseconds(attempt, usualLimits, () => 1);
      const pause = backOffMilliseconds(attempt, usualLimits, () => random);
      expect(pause).toBeGreaterThanOrEqual(whole / 2);
      expect(pause).toBeLessThanOrEqual(whole);
    }),
  );
});
