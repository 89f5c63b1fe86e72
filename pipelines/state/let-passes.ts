import type Database from "better-sqlite3";
import type { LetPass } from "../acceptances/let-pass.ts";

/** What a person let pass of documents, until a version is published that tells it. */
export type LetPasses = {
  readonly all: () => readonly LetPass[];
  /** A version tells what was let pass of these sources. */
  readonly told: (sourceIds: readonly string[]) => void;
};

type Row = Omit<LetPass, "acceptedBy"> & { readonly acceptedBy: string | null };

export function letPassesIn(database: Database.Database): LetPasses {
  const all = database.prepare<[], Row>(`
    SELECT rule, source_id AS sourceId, finding, reason, accepted_by AS acceptedBy, accepted_at AS acceptedAt
    FROM let_pass ORDER BY rule, source_id, finding`);
  const remove = database.prepare("DELETE FROM let_pass WHERE source_id = ?");
  return {
    all: () => all.all().map(({ acceptedBy, ...row }) => ({ ...row, acceptedBy: acceptedBy ?? undefined })),
    told: (sourceIds) => {
      for (const sourceId of sourceIds) remove.run(sourceId);
    },
  };
}

/** Writes one down; for the transaction that makes its document the last good one. */
export function letPassWriter(database: Database.Database): (entry: LetPass) => void {
  const insert = database.prepare(`
    INSERT OR REPLACE INTO let_pass (rule, source_id, finding, reason, accepted_by, accepted_at)
    VALUES (:rule, :sourceId, :finding, :reason, :acceptedBy, :acceptedAt)`);
  return (entry) => void insert.run({ ...entry, acceptedBy: entry.acceptedBy ?? null });
}
