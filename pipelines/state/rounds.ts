import type Database from "better-sqlite3";

/** One pass over all documents of a source. */
export type Round = {
  readonly id: number;
  readonly startedAt: string;
  /** True where an earlier run began it and did not finish. */
  readonly isResumed: boolean;
};

export type Rounds = {
  /** The last round of the source, where it is unfinished and began after `notBefore`; otherwise a new one. */
  readonly begin: (sourceId: string, now: string, notBefore: string) => Round;
  readonly finish: (round: Round, now: string) => void;
  /** When the source was last gone through as a whole. */
  readonly lastFinished: (sourceId: string) => string | undefined;
};

export function roundsIn(database: Database.Database): Rounds {
  const newest = database.prepare<[string], { id: number; startedAt: string; finishedAt: string | null }>(`
    SELECT id, started_at AS startedAt, finished_at AS finishedAt FROM round
    WHERE source_id = ? ORDER BY id DESC LIMIT 1`);
  const insert = database.prepare("INSERT INTO round (source_id, started_at) VALUES (?, ?)");
  const update = database.prepare("UPDATE round SET finished_at = ? WHERE id = ?");
  const last = database
    .prepare<[string], string | null>("SELECT max(finished_at) FROM round WHERE source_id = ?")
    .pluck();
  return {
    begin: (sourceId, now, notBefore) => {
      const last = newest.get(sourceId);
      if (last !== undefined && last.finishedAt === null && last.startedAt > notBefore)
        return { id: last.id, startedAt: last.startedAt, isResumed: true };
      const id = Number(insert.run(sourceId, now).lastInsertRowid);
      return { id, startedAt: now, isResumed: false };
    },
    finish: (round, now) => void update.run(now, round.id),
    lastFinished: (sourceId) => (last.get(sourceId) as string | null) ?? undefined,
  };
}
