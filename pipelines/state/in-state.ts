import { existsSync } from "node:fs";
import { join } from "node:path";
import type Database from "better-sqlite3";
import { inStore } from "../../sources/archive/store-error.ts";
import { STATE_VERSION } from "./schema.ts";
import { openStateFileForReading } from "./state-file.ts";

/** Looks something up in the state of a store, also while a run writes it; `otherwise` where there is none to look in. */
export function inState<Result>(
  store: string,
  look: (database: Database.Database) => Result,
  otherwise: Result,
  { oldest = STATE_VERSION } = {},
): Result {
  const path = join(store, "state.sqlite");
  if (!existsSync(path)) return otherwise;
  return inStore(path, () => {
    const database = openStateFileForReading(path, { oldest });
    if (database === undefined) return otherwise;
    try {
      return look(database);
    } finally {
      database.close();
    }
  });
}
