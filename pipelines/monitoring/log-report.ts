import type { RunReport } from "../refresh/report.ts";
import type { Log } from "./log.ts";

/** The end of a run in the log: a line for each source, each notification, and the run itself. */
export function logReport(log: Log, report: RunReport): void {
  for (const { id, ...source } of report.sources) {
    const isGood = source.reasons.length === 0;
    log.write(isGood ? "info" : "warn", "source-ended", { source: id, ...source });
  }
  for (const { outcome, ...notification } of report.notifications ?? [])
    log.write(outcome === "delivered" ? "info" : "warn", "notification", { outcome, ...notification });
  const { outcome, exit, message, version, is_new, issues, hosts, dry_run } = report;
  const seconds =
    (Date.parse(report.finished_at ?? report.started_at) - Date.parse(report.started_at)) / 1000;
  const ending = { outcome, exit, message, version, is_new, issues, hosts, dry_run, seconds };
  log.write(GOOD.has(outcome) ? "info" : "warn", "run-ended", ending);
}

const GOOD: ReadonlySet<RunReport["outcome"]> = new Set(["published", "unchanged"]);
