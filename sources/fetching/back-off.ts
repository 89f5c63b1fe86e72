import type { FetchLimits } from "./fetch-limits.ts";

/** The pause after the given attempt (1 = the first): doubling, between half and all of it. */
export function backOffMilliseconds(attempt: number, limits: FetchLimits, random: () => number): number {
  const whole = Math.min(
    limits.longestBackOffMilliseconds,
    limits.firstBackOffMilliseconds * 2 ** (attempt - 1),
  );
  return whole * (0.5 + random() / 2);
}
