import type { FactTable } from "../../../transforms/model/model.ts";

/** How far a figure may move while its edition stays the same. */
export type Tolerance = {
  /** Of the figure as it was. */
  readonly share: number;
  /** In the figure's own unit, on top of the share: what rounding alone can do. */
  readonly steps: number;
  /** How far it may rise where the publisher dates the figure not at all, and may revise it at any time. */
  readonly undatedRise?: number;
};

/** A correction of pay is a few percent; a moved decimal, a column beside or a thousand for one is far more. */
const MONEY: Tolerance = { share: 0.2, steps: 0, undatedRise: 0.5 };

/** Jobs are rounded to hundreds: those of a tiny occupation move by a step, and that is all the figure can show. */
const JOBS: Tolerance = { share: 0.2, steps: 100 };

/** A working week of 42 hours is not one of 24. */
const HOURS: Tolerance = { share: 0.2, steps: 0 };

/** Shares and changes in percent are small numbers: points count, not their share. */
const POINTS: Tolerance = { share: 0, steps: 5 };

/** Every column with a figure, and how far it may move. */
export const TOLERANCES: Readonly<Partial<Record<FactTable, Readonly<Record<string, Tolerance>>>>> = {
  wage: { amount: MONEY, relative_error_percent: POINTS },
  pay_band: { low: MONEY, high: MONEY },
  employment: { jobs: JOBS, relative_error_percent: POINTS },
  employer_share: { percent: POINTS },
  projection: {
    base_jobs: JOBS,
    target_jobs: JOBS,
    change_jobs: JOBS,
    annual_openings: JOBS,
    change_percent: POINTS,
  },
  working_hours: { value: HOURS, low: HOURS, high: HOURS, relative_error_percent: POINTS },
};

/** Columns with words out of a short list: another word is another statement. */
export const WORDS_OF_A_LIST: Readonly<Partial<Record<FactTable, readonly string[]>>> = {
  wage: ["qualifier", "currency"],
  pay_band: ["qualifier", "currency", "text"],
  employment: ["qualifier"],
  employer_share: ["qualifier"],
  projection: ["qualifier", "outlook"],
  working_hours: ["qualifier"],
  requirement: ["text"],
};

/** Whether a figure has moved no further than it may. */
export function isTolerated(tolerance: Tolerance, before: number, now: number, isDated: boolean): boolean {
  const isRevised = !isDated && now > before;
  const share = isRevised ? (tolerance.undatedRise ?? tolerance.share) : tolerance.share;
  // A hair more, for what binary fractions add.
  return Math.abs(now - before) <= Math.abs(before) * share + tolerance.steps + 1e-9;
}
