import type Database from "better-sqlite3";

/** One pass over all documents of a source. */
export type Round = {
  readonly id: number;
  readonly startedAt: string;
  /** True where an earlier run began it and did not finish. */
  readonly isResumed: boolean;
};

export type Rounds = {
  /**
   * The last round of the source, where it is unfinished, of the same kind and began after `notBefore`; otherwise a new
   * one. Light: pages are spared that another document calls unchanged.
   */
  readonly begin: (sourceId: string, now: string, notBefore: string, isLight?: boolean) => Round;
  readonly finish: (round: Round, now: string) => void;
  /** When the source was last gone through as a whole. */
  readonly lastFinished: (sourceId: string) => string | undefined;
  /** When every page of it was last asked for. */
  readonly lastFull: (sourceId: string) => string | undefined;
};

type Newest = {
  readonly id: number;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly isLight: number;
};

export function roundsIn(database: Database.Database): Rounds {
  const newest = database.prepare<[string], Newest>(`
    SELECT id, started_at AS startedAt, finished_at AS finishedAt, is_light AS isLight FROM round
    WHERE source_id = ? ORDER BY id DESC LIMIT 1`);
  const insert = database.prepare("INSERT INTO round (source_id, started_at, is_light) VALUES (?, ?, ?)");
  const update = database.prepare("UPDATE round SET finished_at = ? WHERE id = ?");
  const last = database
    .prepare<[string], string | null>("SELECT max(finished_at) FROM round WHERE source_id = ?")
    .pluck();
  const full = database
    .prepare<[string], string | null>(
      "SELECT max(finished_at) FROM round WHERE source_id = ? AND is_light = 0",
    )
    .pluck();
  return {
    begin: (sourceId, now, notBefore, isLight = false) => {
      const last = newest.get(sourceId);
      const isOfItsKind = last?.isLight === Number(isLight);
      if (last !== undefined && isOfItsKind && last.finishedAt === null && last.startedAt > notBefore)
        return { id: last.id, startedAt: last.startedAt, isResumed: true };
      const id = Number(insert.run(sourceId, now, Number(isLight)).lastInsertRowid);
      return { id, startedAt: now, isResumed: false };
    },
    finish: (round, now) => void update.run(now, round.id),
    lastFinished: (sourceId) => last.get(sourceId) ?? undefined,
    lastFull: (sourceId) => full.get(sourceId) ?? undefined,
  };
}
