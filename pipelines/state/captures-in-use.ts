import { inState } from "./in-state.ts";

/**
 * Ids of the captures that the next run needs: the last good copy of each document, and what is in quarantine. What an
 * older program remembered counts as well: the next run carries it over.
 */
export function capturesInUse(store: string): readonly string[] {
  const sql = `
    SELECT capture_id FROM document WHERE capture_id IS NOT NULL
    UNION SELECT capture_id FROM quarantine`;
  return inState(store, (database) => database.prepare<[], string>(sql).pluck().all(), [], { oldest: 1 });
}
