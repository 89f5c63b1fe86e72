import { existsSync } from "node:fs";
import { join } from "node:path";
import { inStore } from "../../sources/archive/store-error.ts";
import { openStateFileForReading } from "./state-file.ts";

/** Ids of the captures that the next run needs: the last good copy of each document, and what is in quarantine. */
export function capturesInUse(store: string): readonly string[] {
  const path = join(store, "state.sqlite");
  if (!existsSync(path)) return [];
  return inStore(path, () => {
    // What an older program remembered is carried over by the next run, which needs it then.
    const database = openStateFileForReading(path, { oldest: 1 });
    if (database === undefined) return [];
    try {
      return database
        .prepare<[], string>(`
          SELECT capture_id FROM document WHERE capture_id IS NOT NULL
          UNION SELECT capture_id FROM quarantine`)
        .pluck()
        .all();
    } finally {
      database.close();
    }
  });
}
