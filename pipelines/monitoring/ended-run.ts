import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { inStore } from "../../sources/archive/store-error.ts";
import { readJson } from "../publish/store-layout.ts";

/** What the metrics read of a run's report; reports of older programs may lack parts. */
const endedRunSchema = z.object({
  run: z.string(),
  outcome: z.string(),
  started_at: z.string(),
  finished_at: z.string(),
  exit: z.number().nullable(),
  dry_run: z.boolean().default(false),
  sources: z
    .array(
      z.object({
        id: z.string(),
        requests: z.number(),
        fetched: z.number(),
        unchanged: z.number(),
        resumed: z.number().default(0),
        failed: z.number(),
        parsed: z.number(),
        rejected: z.number(),
        facts: z.number(),
      }),
    )
    .default([]),
  hosts: z
    .record(
      z.string(),
      z.object({
        requests: z.number(),
        bytes: z.number(),
        retries: z.number(),
        parked: z.string().optional(),
      }),
    )
    .default({}),
  issues: z.object({ error: z.number(), warning: z.number(), info: z.number() }).optional(),
});

export type EndedRun = z.infer<typeof endedRunSchema>;

/** The newest report of a run that came to an end, good or bad; rehearsals and slips of the pen aside. */
export async function lastEndedRun(store: string): Promise<EndedRun | undefined> {
  const folder = join(store, "runs");
  if (!existsSync(folder)) return undefined;
  const names = inStore(folder, () => readdirSync(folder)).filter((name) => name.endsWith(".json"));
  for (const name of names.toSorted().toReversed()) {
    const run = await readJson(join(folder, name), endedRunSchema);
    if (run !== undefined && !run.dry_run && run.outcome !== "misused") return run;
  }
  return undefined;
}
