import { existsSync } from "node:fs";
import { join } from "node:path";
import type Database from "better-sqlite3";
import { inStore } from "../sources/archive/store-error.ts";
import { SOURCES, sourceOf } from "./registry.ts";
import { quarantineIn } from "./state/quarantine.ts";
import { roundsIn } from "./state/rounds.ts";
import { openStateFileForReading } from "./state/state-file.ts";
import type { Registry } from "./world.ts";

/** What the commands know of the sources: the list in the program, and what the runs have left in the store. */
export const programRegistry: Registry = {
  sources: SOURCES.map(({ source }) => source),
  sourceOf,
  quarantine: (store) => inState(store, (database) => quarantineIn(database).all(), []),
  lastRound: (store, sourceId) =>
    inState(store, (database) => roundsIn(database).lastFinished(sourceId), undefined),
  newestRound: (store, sourceId) =>
    inState(store, (database) => roundsIn(database).newest(sourceId), undefined),
};

/** Reads the state of a store, also while a run writes it. */
function inState<Result>(
  store: string,
  look: (database: Database.Database) => Result,
  otherwise: Result,
): Result {
  const path = join(store, "state.sqlite");
  if (!existsSync(path)) return otherwise;
  return inStore(path, () => {
    const database = openStateFileForReading(path);
    if (database === undefined) return otherwise;
    try {
      return look(database);
    } finally {
      database.close();
    }
  });
}
