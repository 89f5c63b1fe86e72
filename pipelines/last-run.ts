import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { inStore } from "../sources/archive/store-error.ts";
import { readJson } from "./publish/store-layout.ts";

/** What `status` reads of a run's report. */
const runSchema = z.object({
  run: z.string(),
  outcome: z.string(),
  started_at: z.string(),
  finished_at: z.string().nullish(),
  message: z.string().nullish(),
  dry_run: z.boolean().optional(),
});

export type LastRun = z.infer<typeof runSchema>;

/** Outcomes after which nobody has to be woken. */
const GOOD: ReadonlySet<string> = new Set(["published", "unchanged", "running"]);

export function hasFailed({ outcome }: LastRun): boolean {
  return !GOOD.has(outcome);
}

/** The newest report in `runs/` that is no rehearsal and no slip of the pen; names of runs begin with their time. */
export async function lastRun(store: string): Promise<LastRun | undefined> {
  const folder = join(store, "runs");
  if (!existsSync(folder)) return undefined;
  const names = inStore(folder, () => readdirSync(folder)).filter((name) => /^\d.*\.json$/.test(name));
  for (const name of names.toSorted().toReversed()) {
    const report = await readJson(join(folder, name), runSchema);
    if (report !== undefined && !report.dry_run && report.outcome !== "misused") return report;
  }
  return undefined;
}
