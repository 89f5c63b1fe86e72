import type Database from "better-sqlite3";

/**
 * full: over all documents of a source; light: pages are spared that another document calls unchanged; partial: chosen
 * documents only, which says nothing about when the source was last gone through.
 */
export type RoundKind = "full" | "light" | "partial";

/** One pass over the documents of a source. */
export type Round = {
  readonly id: number;
  readonly kind: RoundKind;
  readonly startedAt: string;
  /** True where an earlier run began it and did not finish. */
  readonly isResumed: boolean;
};

/** The newest pass over all documents of a source, as the runs have left it. */
export type NewestRound = {
  readonly startedAt: string;
  /** When every document was answered for; `undefined` where one is still wanted. */
  readonly finishedAt: string | undefined;
  /** When a run last came to its end without all documents; `undefined` where that run was cut off. */
  readonly triedAt: string | undefined;
};

export type Rounds = {
  /**
   * The newest round of the source, where it is unfinished, of the same kind and began after `notBefore`; otherwise a new
   * one. A partial one goes on with an unfinished round of any kind.
   */
  readonly begin: (sourceId: string, now: string, notBefore: string, kind?: RoundKind) => Round;
  readonly finish: (round: Round, now: string) => void;
  /** A run came to its end, and documents are still wanted. */
  readonly leave: (round: Round, now: string) => void;
  readonly newest: (sourceId: string) => NewestRound | undefined;
  /** When the source was last gone through as a whole. */
  readonly lastFinished: (sourceId: string) => string | undefined;
  /** When every page of it was last asked for. */
  readonly lastFull: (sourceId: string) => string | undefined;
};

type Row = {
  readonly id: number;
  readonly kind: RoundKind;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly triedAt: string | null;
};

/** The newest in the order in which they began: the clock on the wall may have been put back in between. */
const NEWEST = `
  SELECT id, kind, started_at AS startedAt, finished_at AS finishedAt, tried_at AS triedAt FROM round
  WHERE source_id = ? AND`;

export function roundsIn(database: Database.Database): Rounds {
  const newestWhere = (condition: string) =>
    database.prepare<[string], Row>(`${NEWEST} ${condition} ORDER BY id DESC LIMIT 1`);
  const newest = newestWhere("kind <> 'partial'");
  const newestPartial = newestWhere("kind = 'partial'");
  const finished = newestWhere("kind <> 'partial' AND finished_at IS NOT NULL");
  const full = newestWhere("kind = 'full' AND finished_at IS NOT NULL");
  const insert = database.prepare("INSERT INTO round (source_id, started_at, kind) VALUES (?, ?, ?)");
  const goOn = database.prepare("UPDATE round SET tried_at = NULL WHERE id = ?");
  const finish = database.prepare("UPDATE round SET finished_at = ? WHERE id = ?");
  const leave = database.prepare("UPDATE round SET tried_at = ? WHERE id = ?");
  return {
    begin: (sourceId, now, notBefore, kind = "full") => {
      const isOpen = (row: Row | undefined): row is Row =>
        row?.finishedAt === null && row.startedAt > notBefore && row.startedAt <= now;
      const whole = newest.get(sourceId);
      const candidates = kind === "partial" ? [whole, newestPartial.get(sourceId)] : [whole];
      const open = candidates.filter(isOpen).find((row) => kind === "partial" || row.kind === kind);
      if (open !== undefined) {
        if (kind !== "partial") goOn.run(open.id);
        return { id: open.id, kind: open.kind, startedAt: open.startedAt, isResumed: true };
      }
      const id = Number(insert.run(sourceId, now, kind).lastInsertRowid);
      return { id, kind, startedAt: now, isResumed: false };
    },
    finish: (round, now) => void finish.run(now, round.id),
    leave: (round, now) => void leave.run(now, round.id),
    newest: (sourceId) => {
      const row = newest.get(sourceId);
      if (row === undefined) return undefined;
      const { startedAt, finishedAt, triedAt } = row;
      return { startedAt, finishedAt: finishedAt ?? undefined, triedAt: triedAt ?? undefined };
    },
    lastFinished: (sourceId) => finished.get(sourceId)?.finishedAt ?? undefined,
    lastFull: (sourceId) => full.get(sourceId)?.finishedAt ?? undefined,
  };
}
