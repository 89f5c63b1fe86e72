import { writeTables } from "../../sinks/tables.ts";
import { AWKWARD_DATASET } from "./awkward-dataset.ts";
import type { AnyRow } from "./small-dataset.ts";
import { openSmallSnapshot } from "./small-snapshot.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** Writes the tables of a snapshot of these rows, and tells where. */
export function writtenTables(rows: readonly AnyRow[] = AWKWARD_DATASET) {
  const folder = temporaryFolder();
  const snapshot = openSmallSnapshot(rows);
  return { folder, snapshot, written: writeTables(snapshot, folder) };
}
