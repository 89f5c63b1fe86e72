import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type RunReport, writeReport } from "../refresh/report.ts";
import type { RefreshSettings } from "../refresh/settings.ts";
import { usualMaxAge } from "../status/store-status.ts";
import type { World } from "../world.ts";
import { collectMetrics } from "./metrics.ts";
import { writeMetricsFile } from "./metrics-file.ts";
import { runText } from "./run-text.ts";

/**
 * What is done with the report of a run, however it ended: it is written for programs and for people, and the metrics are
 * written anew. Nothing but a report that cannot be written is an error: a run that published has published.
 */
export async function afterRun(
  world: World,
  settings: Pick<RefreshSettings, "metricsFile">,
  report: RunReport,
): Promise<RunReport> {
  await writeReport(world.store, report);
  await attempt(world, "The report for people", () => writeRunText(world.store, report));
  await attempt(world, "The file of metrics", () => writeMetrics(world, settings));
  return report;
}

/** Says what went wrong, and lets the run end as it did. */
async function attempt(world: World, what: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    world.stderr.write(`${what} could not be written: ${reason}\n`);
  }
}

async function writeRunText(store: string, report: RunReport): Promise<void> {
  await writeFile(join(store, "runs", `${report.run}.txt`), runText(report, store));
}

async function writeMetrics(world: World, { metricsFile }: Pick<RefreshSettings, "metricsFile">) {
  const path = metricsFile ?? world.env.OCCUPATIONS_METRICS_FILE;
  if (path) await writeMetricsFile(resolve(path), await collectMetrics(world, usualMaxAge));
}
