import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { inStore } from "../../sources/archive/store-error.ts";
import { lastRun } from "../last-run.ts";

/** How many runs are no longer told of, and the bytes of what told of them. */
export type PrunedReports = { readonly removed: number; readonly bytes: number };

/** Reports of runs are kept for so long. */
export const REPORT_DAYS = 365;

/**
 * Removes reports of runs that began before a time, those for programs and those for people, but never those of the last
 * run, which `status` tells of.
 */
export async function pruneReports(store: string, before: Date, isDryRun: boolean): Promise<PrunedReports> {
  const folder = join(store, "runs");
  if (!existsSync(folder)) return { removed: 0, bytes: 0 };
  const last = (await lastRun(store))?.run;
  return inStore(folder, () => {
    const old = readdirSync(folder).filter(
      (name) => isReport(name) && beganBefore(name, before) && runOf(name) !== last,
    );
    const bytes = old.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
    if (!isDryRun) for (const name of old) rmSync(join(folder, name));
    return { removed: new Set(old.map(runOf)).size, bytes };
  });
}

function isReport(name: string): boolean {
  return /^\d{8}T\d{6}Z(-[0-9a-f]+)?\.(json|txt)$/.test(name);
}

function runOf(name: string): string {
  return name.slice(0, name.lastIndexOf("."));
}

/** Names of reports begin with the time of the run: `20261123T021500Z-1a2b3c.json`. */
function beganBefore(name: string, time: Date): boolean {
  return name.slice(0, 15) < time.toISOString().replaceAll(/[-:]/g, "").slice(0, 15);
}
