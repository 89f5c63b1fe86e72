/** What a pair of a crosswalk counts that is matched in part only; a whole one counts 1. */
export const PARTIAL = 0.8;

/** Two names that agree less than this do not agree. */
export const LEAST_AGREEMENT = 0.4;

/** Where the path is weaker than this, names have to be equal. */
export const LEAST_PATH = 0.1;

/** Counterparts below this score are not published. */
export const CUT_OFF = 0.3;

/** Beside a counterpart that is twice as sure, another one is a neighbour at best. */
export const LEAST_OF_BEST = 0.5;

/** Counterparts of one occupation in one scheme that are published at most, the best ones. */
export const MOST_COUNTERPARTS = 8;

/** Paths that agree make a counterpart surer: the chance that not all of them are wrong. */
export function anyOf(chances: Iterable<number>): number {
  let noneHolds = 1;
  for (const chance of chances) noneHolds *= 1 - chance;
  return 1 - noneHolds;
}

/** Half of the score is what the crosswalks say, half is what the names say. */
export function scoreOf(path: number, names: number): number {
  return Math.round(((path + names) / 2) * 1000) / 1000;
}
