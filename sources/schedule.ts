/** When a source is looked at: in the time of the place where it is published, whatever the clocks are put to there. */
export type SourceSchedule = {
  /** IANA: "America/New_York". */
  readonly timeZone: string;
  readonly usual: Rhythm;
  /** The publisher's calendar: while something new is expected, it is looked for more often. */
  readonly seasons: readonly Season[];
  /** Where documents could not be had, or the source is carried forward, it is tried again after so many hours. */
  readonly hoursAfterTrouble: number;
};

/** Looked at when the expression says so, but no sooner than so long after the last whole round. */
export type Rhythm = {
  /** Cron expression, five parts; `4L` among the days of the week is the last Thursday of the month. */
  readonly at: string;
  readonly minimumHours: number;
};

/** A rhythm for a part of the year: the expression names its months and days. */
export type Season = Rhythm & {
  /** What is expected then, and how that is known. */
  readonly why: string;
};

/**
 * Once a night, after midnight at the publisher's. Twenty hours and not a day: a night that took long must not cost the
 * next one, and a `refresh` at any other time of the day, every day, finds the source due.
 */
export const NIGHTLY = { usual: { at: "30 4 * * *", minimumHours: 20 }, hoursAfterTrouble: 3 };

/** For what is final, and only corrected now and then: in the night to Monday. */
export const WEEKLY = { usual: { at: "30 4 * * 1", minimumHours: 6 * 24 }, hoursAfterTrouble: 12 };

export const WASHINGTON = "America/New_York";
export const LONDON = "Europe/London";

/**
 * The handbook and the projections, on one day: 2024-08-29, 2025-08-28, 2026-08-27, at 10:00. BLS announces the day at
 * https://www.bls.gov/schedule/. A round of the handbook is about 340 requests; three of them beside the nightly one stay
 * within what the host is asked a day.
 */
export const HANDBOOK_DAY: Season = {
  at: "15 10,13,17 * 8 4L",
  minimumHours: 2,
  why: "the handbook and the projections come out on the last Thursday of August, at 10:00",
};
