import type { Values } from "../model/change.ts";
import { type Figure, figuresIn, isWhole } from "./figures.ts";

/** A number that was one thing and is another. */
export type Movement = {
  readonly occupationId: string;
  readonly before: string;
  readonly after: string;
  readonly percent: number;
};

/** What became of the numbers of one kind. */
export type FigureCounts = {
  readonly label: string;
  readonly compared: number;
  readonly rose: number;
  readonly fell: number;
  /** `undefined` where nothing could be compared. */
  readonly medianPercent: number | undefined;
  readonly new: number;
  readonly gone: number;
  /** The largest ones of whole occupations, largest first. */
  readonly rises: readonly Movement[];
  readonly falls: readonly Movement[];
};

/** Counts what became of numbers, kind by kind. */
export type FigureTally = {
  /** Either row can be missing: the number is new, or gone. */
  readonly note: (table: string, before: Values | undefined, after: Values | undefined) => void;
  readonly counts: () => readonly FigureCounts[];
};

type Kind = {
  readonly percents: number[];
  readonly rises: Movement[];
  readonly falls: Movement[];
  rose: number;
  fell: number;
  new: number;
  gone: number;
};

export function createFigureTally(): FigureTally {
  const kinds = new Map<string, Kind>();
  const kindOf = (label: string): Kind => {
    const kind = kinds.get(label) ?? {
      percents: [],
      rises: [],
      falls: [],
      rose: 0,
      fell: 0,
      new: 0,
      gone: 0,
    };
    kinds.set(label, kind);
    return kind;
  };
  return {
    note: (table, before, after) => {
      const old = new Map(figuresIn(table, before ?? {}).map((figure) => [figure.label, figure]));
      const now = new Map(figuresIn(table, after ?? {}).map((figure) => [figure.label, figure]));
      for (const label of new Set([...old.keys(), ...now.keys()]))
        noteFigure(kindOf(label), old.get(label), now.get(label), after ?? {});
    },
    counts: () => [...kinds].sort(([one], [other]) => (one < other ? -1 : 1)).map(countsOf),
  };
}

function noteFigure(kind: Kind, old: Figure | undefined, now: Figure | undefined, row: Values): void {
  if (old === undefined) kind.new++;
  else if (now === undefined) kind.gone++;
  else {
    if (now.value > old.value) kind.rose++;
    if (now.value < old.value) kind.fell++;
    // There is no percentage of nothing.
    if (old.value === 0) return;
    const percent = (100 * (now.value - old.value)) / old.value;
    kind.percents.push(percent);
    const movement = {
      occupationId: String(row.occupation_id),
      before: old.words,
      after: now.words,
      percent,
    };
    if (isWhole(row) && percent !== 0) keepLargest(percent > 0 ? kind.rises : kind.falls, movement);
  }
}

/** So many are told. */
const LARGEST = 5;

function keepLargest(largest: Movement[], movement: Movement): void {
  largest.push(movement);
  largest.sort(
    (one, other) =>
      Math.abs(other.percent) - Math.abs(one.percent) || (one.occupationId < other.occupationId ? -1 : 1),
  );
  largest.length = Math.min(largest.length, LARGEST);
}

function countsOf([label, kind]: readonly [string, Kind]): FigureCounts {
  const { percents, ...counts } = kind;
  return { label, compared: percents.length, medianPercent: medianOf(percents), ...counts };
}

function medianOf(numbers: readonly number[]): number | undefined {
  const sorted = Float64Array.from(numbers).sort();
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
