import { existsSync } from "node:fs";
import { join } from "node:path";
import type Database from "better-sqlite3";
import { openArchiveFile } from "../../../sources/archive/archive-file.ts";
import { inStore, StoreError } from "../../../sources/archive/store-error.ts";
import { STATE_VERSION } from "../../state/schema.ts";
import { openStateFileForReading } from "../../state/state-file.ts";
import { archiveFile } from "../../stored-archive.ts";
import { type DoctorCheck, damage, type Finding, ok } from "../doctor-check.ts";

/** Archive and state are what this program wrote, and every page of them is sound. */
export const databasesCheck: DoctorCheck = {
  area: "store",
  name: "databases",
  look: ({ store }) => [
    ...fileFindings(archiveFile(store), RESTORE, (path) => openArchiveFile(path, true)),
    ...fileFindings(join(store, "state.sqlite"), MOVE_AWAY, (path) =>
      openStateFileForReading(path, { oldest: 1 }),
    ),
  ],
};

const RESTORE = "Restore archive.sqlite from a backup: it is the only file that cannot be made again.";
const MOVE_AWAY =
  "Move state.sqlite away, or restore it from a backup. Without it the next run reads the archive again, and asks for every document.";

type Open = (path: string) => Database.Database | undefined;

function fileFindings(path: string, todo: string, open: Open): readonly Finding[] {
  if (!existsSync(path)) return [];
  try {
    return [inStore(path, () => fileFinding(path, todo, open(path)))];
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    if (error.code === "store-empty") return [ok(`${path} is empty: its first run was cut off.`)];
    return [damage(error.message, todo)];
  }
}

function fileFinding(path: string, todo: string, database: Database.Database | undefined): Finding {
  if (database === undefined) return ok(`${path} is empty: its first run was cut off.`);
  try {
    const version = Number(database.pragma("user_version", { simple: true }));
    const problems = database.prepare<[], string>("PRAGMA integrity_check(5)").pluck().all();
    if (problems.join() !== "ok") return damage(`${path} is damaged: ${problems.join("; ")}`, todo);
    const isOld = path.endsWith("state.sqlite") && version < STATE_VERSION;
    return ok(
      `${path} is sound${isOld ? `, of version ${version}: the next run copies and migrates it` : ""}.`,
    );
  } finally {
    database.close();
  }
}
