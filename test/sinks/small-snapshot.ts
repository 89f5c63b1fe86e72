import { join } from "node:path";
import { onTestFinished } from "vitest";
import { openSnapshot, type Snapshot } from "../../sinks/sqlite/open-snapshot.ts";
import { createSnapshot, type SnapshotWriter } from "../../sinks/sqlite.ts";
import { type AnyRow, datasetRow, SMALL_DATASET } from "./small-dataset.ts";
import { temporaryFolder } from "./temporary-folder.ts";

export function insertAll(writer: SnapshotWriter, rows: readonly AnyRow[]): void {
  for (const { table, row } of rows) writer.insert(table, row);
}

/** Writes a snapshot of the rows and gives its path. */
export function writeSnapshot(rows: readonly AnyRow[] = SMALL_DATASET, folder = temporaryFolder()): string {
  const path = join(folder, "occupations.sqlite");
  const writer = createSnapshot(path);
  insertAll(writer, [...rows, datasetRow()]);
  writer.finish();
  return path;
}

/** An open snapshot of the rows, which is closed when the test is over. */
export function openSmallSnapshot(rows: readonly AnyRow[] = SMALL_DATASET): Snapshot {
  const snapshot = openSnapshot(writeSnapshot(rows));
  onTestFinished(() => snapshot.close());
  return snapshot;
}

/** A writer whose rows go away when the test is over. */
export function createEmptySnapshot(): SnapshotWriter {
  const writer = createSnapshot(join(temporaryFolder(), "occupations.sqlite"));
  onTestFinished(() => writer.discard());
  return writer;
}
