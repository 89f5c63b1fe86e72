import { resolve } from "node:path";
import { type NotificationReport, type RunReport, writeReport } from "../refresh/report.ts";
import type { RefreshSettings } from "../refresh/settings.ts";
import { usualMaxAge } from "../status/store-status.ts";
import type { World } from "../world.ts";
import { logReport } from "./log-report.ts";
import { collectMetrics } from "./metrics.ts";
import { writeMetricsFile } from "./metrics-file.ts";
import { notify } from "./notifications/notify.ts";

type Asked = Pick<RefreshSettings, "metricsFile">;

/**
 * What is done with the report of a run, however it ended: it is written for programs and for people, the operator is told
 * what has changed, and the metrics are written anew. Only a report that cannot be written is an error: a run that has
 * published has published.
 */
export async function afterRun(world: World, settings: Asked, report: RunReport): Promise<RunReport> {
  // Before anybody is told: the report is there, whatever becomes of the rest.
  await writeReport(world.store, report);
  const notifications = await attempt(world, "The operator could not be told", () => notify(world, report));
  const told = notifications === undefined ? report : { ...report, notifications };
  if (notifications !== undefined) await writeReport(world.store, told);
  for (const { outcome, channel, detail } of notifications ?? [])
    if (outcome !== "delivered") complain(world, failureWords(channel, outcome, detail));
  await attempt(world, "The file of metrics could not be written", () => writeMetrics(world, settings));
  logReport(world.log, told);
  return told;
}

/** Says what went wrong, and lets the run end as it did. */
async function attempt<Result>(world: World, what: string, work: () => Promise<Result>) {
  try {
    return await work();
  } catch (error) {
    complain(world, `${what}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

function complain({ log, stderr }: World, words: string): void {
  log.write("error", "after-run-failed", { message: words });
  if (!log.isOnStderr) stderr.write(`${words}\n`);
}

function failureWords(
  channel: NotificationReport["channel"],
  outcome: NotificationReport["outcome"],
  detail: string | null,
): string {
  const next = outcome === "waiting" ? "The next run tries again." : "It is not tried again.";
  return `The operator could not be told by ${channel}: ${detail} ${next}`;
}

async function writeMetrics(world: World, { metricsFile }: Asked): Promise<void> {
  const path = metricsFile ?? world.env.OCCUPATIONS_METRICS_FILE;
  if (path) await writeMetricsFile(resolve(path), await collectMetrics(world, usualMaxAge));
}
