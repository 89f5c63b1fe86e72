import type { Cause, Change } from "../model/change.ts";
import { type ChangeWords, changeWords } from "./change-words.ts";
import type { RowPair } from "./difference.ts";
import { createFigureTally, type FigureTally } from "./figure-tally.ts";
import { hasFigures } from "./figures.ts";

/** A change in the words of a report. */
export type ToldChange = ChangeWords & {
  readonly occupationId: string | undefined;
  readonly url: string | undefined;
};

/** The changes of one source that have the same kinds of causes. */
export type GroupTally = {
  readonly sourceId: string | null;
  readonly kinds: readonly Cause["kind"][];
  readonly causes: ReadonlyMap<number, Cause>;
  readonly figures: FigureTally;
  /** The first ones; there can be more. */
  readonly told: readonly ToldChange[];
  readonly count: number;
  /** Ids of occupations that came, and that went. */
  readonly newOccupations: readonly string[];
  readonly goneOccupations: readonly string[];
};

/** What a tally is told of a change. */
export type TalliedChange = {
  readonly change: Change;
  readonly pair: RowPair;
  readonly sourceId: string | null;
  readonly causes: readonly Cause[];
  /** The document that it was read from. */
  readonly url: string | undefined;
};

/** Finds a figure in the edition before or after another one's. */
export type OtherEditions = {
  readonly earlier: (pair: RowPair) => RowPair["before"];
  readonly later: (pair: RowPair) => RowPair["after"];
};

/** So many changes of a group are told one by one. */
export const MOST_TOLD = 40;

/** Gathers what a report tells, group by group. */
export function createGroupTallies({ earlier, later }: OtherEditions) {
  const groups = new Map<string, Tallying>();
  return {
    note: (tallied: TalliedChange): void => {
      const group = groupFor(groups, tallied);
      for (const cause of tallied.causes) group.causes.set(cause.id, cause);
      group.count++;
      if (group.told.length < MOST_TOLD) group.told.push(toldChange(tallied));
      noteOccupation(group, tallied);
      noteFigures(group, tallied.pair);
    },
    groups: (): readonly GroupTally[] => [...groups.values()],
  };

  function noteFigures({ figures }: Tallying, pair: RowPair): void {
    const { table, before, after } = pair;
    if (!hasFigures(table.name)) return;
    if (before !== undefined && after !== undefined) figures.note(table.name, before, after);
    else if (after !== undefined) figures.note(table.name, earlier(pair), after);
    else if (later(pair) === undefined) figures.note(table.name, before, undefined);
  }
}

type Tallying = GroupTally & {
  readonly causes: Map<number, Cause>;
  readonly told: ToldChange[];
  readonly newOccupations: string[];
  readonly goneOccupations: string[];
  count: number;
};

function groupFor(groups: Map<string, Tallying>, { sourceId, causes }: TalliedChange): Tallying {
  const kinds = [...new Set(causes.map(({ kind }) => kind))];
  const name = JSON.stringify([sourceId, kinds]);
  const known = groups.get(name);
  if (known !== undefined) return known;
  const group = {
    ...{ sourceId, kinds, causes: new Map<number, Cause>(), figures: createFigureTally() },
    ...{ told: [], count: 0, newOccupations: [], goneOccupations: [] },
  };
  groups.set(name, group);
  return group;
}

function toldChange({ pair, url }: TalliedChange): ToldChange {
  const row = pair.after ?? pair.before ?? {};
  const own = pair.table.name === "occupation" ? row.id : (row.occupation_id ?? row.from_id);
  return { ...changeWords(pair), occupationId: typeof own === "string" ? own : undefined, url };
}

function noteOccupation(group: Tallying, { change, pair }: TalliedChange): void {
  if (change.table !== "occupation") return;
  if (change.change === "added") group.newOccupations.push(String(pair.after?.id));
  if (change.change === "removed") group.goneOccupations.push(String(pair.before?.id));
}
