import { SOURCES, sourceOf } from "./registry.ts";
import { inState } from "./state/in-state.ts";
import { quarantineIn } from "./state/quarantine.ts";
import { roundsIn } from "./state/rounds.ts";
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
