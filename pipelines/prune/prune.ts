import { existsSync } from "node:fs";
import { type PrunedArchive, pruneArchive } from "../../sources/archive/prune-archive.ts";
import { findRollback } from "../publish/roll-back.ts";
import { readVersions, versionFolder } from "../publish/store-layout.ts";
import { latestVersion } from "../published-version.ts";
import { archiveFile } from "../stored-archive.ts";
import { neededCaptures } from "./needed-captures.ts";
import { chooseVersions, type PrunedVersions } from "./prune-policy.ts";
import { type PrunedReports, pruneReports, REPORT_DAYS } from "./prune-reports.ts";
import { removeVersions } from "./remove-versions.ts";

/** What a store is to be rid of. */
export type PruneOrder = {
  readonly store: string;
  readonly now: Date;
  readonly signal: AbortSignal;
  /** So many of the newest versions stay. */
  readonly keep: number;
  /** So do those of so many days. */
  readonly keepDays: number | undefined;
  /** The version that was rolled back from may go as well. */
  readonly withRolledBack: boolean;
  /** Responses that are older, and that nothing needs, go too; `undefined`: the archive stays as it is. */
  readonly archiveDays: number | undefined;
  readonly isDryRun: boolean;
};

export type Pruned = {
  readonly versions: PrunedVersions;
  /** NULL where the archive was not asked for. */
  readonly archive: PrunedArchive | null;
  readonly reports: PrunedReports;
};

/**
 * Removes old versions, then what only they needed of the archive, then old reports. Wherever it is cut off, what is left
 * is whole. The caller holds the lock of the store, unless it is a dry run.
 */
export async function prune(order: PruneOrder): Promise<Pruned> {
  const { store, now, signal, isDryRun } = order;
  const versions = await choose(order);
  if (!isDryRun && versions.removed.length > 0) await removeVersions(store, versions);
  signal.throwIfAborted();
  const archive = pruneArchiveOf(order, versions);
  const reports = await pruneReports(store, daysBefore(now, REPORT_DAYS), isDryRun);
  return { versions, archive, reports };
}

async function choose(order: PruneOrder): Promise<PrunedVersions> {
  const { store, now, keep, keepDays, withRolledBack } = order;
  const rolledBack = await findRollback(store);
  const always = [(await latestVersion(store))?.id, withRolledBack ? undefined : rolledBack?.from];
  return chooseVersions(await readVersions(store), {
    newest: keep,
    since: keepDays === undefined ? undefined : daysBefore(now, keepDays).toISOString(),
    always: new Set(always.filter((id) => id !== undefined)),
  });
}

function pruneArchiveOf(
  { store, now, archiveDays, isDryRun }: PruneOrder,
  { kept }: PrunedVersions,
): PrunedArchive | null {
  if (archiveDays === undefined || !existsSync(archiveFile(store))) return null;
  const needed = neededCaptures(
    store,
    kept.map(({ id }) => ({ id, folder: versionFolder(store, id) })),
  );
  const before = daysBefore(now, archiveDays).toISOString();
  return pruneArchive(archiveFile(store), { needed, before, isDryRun });
}

function daysBefore(time: Date, days: number): Date {
  return new Date(time.getTime() - days * 24 * 3_600_000);
}
