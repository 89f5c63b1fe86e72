import type Database from "better-sqlite3";
import { inStore } from "../../sources/archive/store-error.ts";
import type { RobotsStore } from "../../sources/fetching/robots.ts";
import { type Budgets, budgetsIn } from "./budgets.ts";
import { type Documents, documentsIn } from "./documents.ts";
import { type LetPasses, letPassesIn } from "./let-passes.ts";
import type { Migration } from "./migrate-state.ts";
import { type Notifications, notificationsIn } from "./notifications.ts";
import { type Publications, publicationsIn } from "./publications.ts";
import { type Quarantine, quarantineIn } from "./quarantine.ts";
import { robotsIn } from "./robots.ts";
import { type Rounds, roundsIn } from "./rounds.ts";
import { type Settings, settingsIn } from "./settings.ts";
import { openStateFile } from "./state-file.ts";

/** `state.sqlite`: what the runs remember. Only the holder of the store's lock writes it. */
export type State = {
  readonly settings: Settings;
  readonly rounds: Rounds;
  readonly documents: Documents;
  readonly quarantine: Quarantine;
  readonly letPasses: LetPasses;
  readonly budgets: Budgets;
  readonly robots: RobotsStore;
  readonly publications: Publications;
  readonly notifications: Notifications;
  readonly close: () => void;
};

/** Opens the state of a store; makes it where there is none, and migrates that of an older program. */
export function openState(path: string, onMigrated?: (migration: Migration) => void): State {
  const database = inStore(path, () => openStateFile(path, onMigrated));
  const guarded = <Part extends object>(part: Part): Part => guard(part, path);
  return {
    settings: guarded(settingsIn(database)),
    rounds: guarded(roundsIn(database)),
    documents: guarded(documentsIn(database)),
    quarantine: guarded(quarantineIn(database)),
    letPasses: guarded(letPassesIn(database)),
    budgets: guarded(budgetsIn(database)),
    robots: guarded(robotsIn(database)),
    publications: guarded(publicationsIn(database)),
    notifications: guarded(notificationsIn(database)),
    close: () => inStore(path, () => (database as Database.Database).close()),
  };
}

/** The same functions; what SQLite or the disk refuses becomes a `StoreError`. */
function guard<Part extends object>(part: Part, path: string): Part {
  const entries = Object.entries(part).map(([name, work]) => [
    name,
    (...words: unknown[]) => inStore(path, () => work(...words)),
  ]);
  return Object.fromEntries(entries) as Part;
}
