import { isoSeconds } from "../iso-time.ts";
import type { NotificationReport, RunReport } from "../refresh/report.ts";
import { changesLines } from "../refresh/run-changes.ts";
import { comparisonLines, issuesWords, sourcesTable } from "../refresh/summary.ts";
import { ageWords, count, sizeWords } from "../text/figures.ts";
import { textTable } from "../text/table.ts";
import { wrap } from "../text/wrap.ts";
import { whatToDo } from "./what-to-do.ts";

const WIDTH = 100;

/** The report of a run for the person who is woken by it: what happened, what to do, and then everything else. */
export function runText(report: RunReport, store: string): string {
  const parts = [
    head(report, store),
    part("What happened", [...paragraphs([report.message])]),
    part("What to do", bullets(orNothing(whatToDo(report)))),
    part("Sources", report.sources.length === 0 ? [] : [sourcesTable(report, WIDTH)]),
    part("Not renewed, and why", report.sources.flatMap(reasonsLines)),
    part("Refused documents", bullets(report.quarantine.map(quarantineWords))),
    part("What changed", bullets(report.changes === null ? [] : changesLines(report.changes))),
    part("Sources that say the same", bullets(comparisonLines(report))),
    part("Asked", hostsTable(report)),
    part("Notifications", bullets((report.notifications ?? []).map(notificationWords))),
  ];
  return `${parts.filter((lines) => lines.length > 0).join("\n\n")}\n`;
}

const HEADLINES: Readonly<Record<RunReport["outcome"], string>> = {
  running: "RUNNING",
  published: "PUBLISHED: all is well",
  unchanged: "UNCHANGED: all is well",
  degraded: "DEGRADED: something is older than it should be",
  refused: "REFUSED: nothing was published",
  failed: "UNREACHABLE: nothing was published",
  crashed: "CRASHED: the run did not come to its end",
  interrupted: "INTERRUPTED by the operator",
  misused: "NOT RUN: wrong usage",
};

function head(report: RunReport, store: string): string {
  const line = (label: string, words: string) => wrap(words, WIDTH, label.padEnd(9), " ".repeat(9));
  const version = report.version === null ? "none" : `${report.version} (${versionWords(report)})`;
  return [
    `occupations ${HEADLINES[report.outcome]}${report.dry_run ? " (dry run)" : ""}`,
    "",
    line("Run", `${report.run}, ${timesOf(report)}${report.exit === null ? "" : `, exit ${report.exit}`}`),
    line("Version", version),
    line("Store", store),
    line("Issues", issuesWords(report)),
  ].join("\n");
}

function versionWords({ is_new }: RunReport): string {
  return is_new ? "published by this run" : "as before this run";
}

function timesOf({ started_at, finished_at }: RunReport): string {
  const began = isoSeconds(new Date(started_at));
  if (finished_at === null) return `${began}, not ended`;
  const took = Date.parse(finished_at) - Date.parse(started_at);
  return `${began} to ${isoSeconds(new Date(finished_at))} (${tookWords(took)})`;
}

function tookWords(milliseconds: number): string {
  return milliseconds < 120_000 ? `${Math.round(milliseconds / 1000)} s` : ageWords(milliseconds);
}

function part(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : [title, "─".repeat(title.length), ...lines].join("\n");
}

function paragraphs(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => text !== "").map((text) => wrap(text, WIDTH));
}

function bullets(texts: readonly string[]): readonly string[] {
  return texts.map((text) => wrap(text, WIDTH, "- ", "  "));
}

function orNothing(advice: readonly string[]): readonly string[] {
  return advice.length === 0 ? ["Nothing."] : advice;
}

function reasonsLines({ id, state, reasons }: RunReport["sources"][number]): readonly string[] {
  if (reasons.length === 0) return [];
  return [`${id} (${state})`, ...bullets(reasons)];
}

function quarantineWords({ source, url, since, reason }: RunReport["quarantine"][number]): string {
  return `${source}, since ${since.slice(0, 10)}: ${url}: ${reason}`;
}

function hostsTable({ hosts }: RunReport): readonly string[] {
  const asked = Object.entries(hosts).filter(
    ([, { requests, parked }]) => requests > 0 || parked !== undefined,
  );
  if (asked.length === 0) return [];
  const right = (title: string) => ({ title, align: "right" as const });
  const columns = [{ title: "Host" }, ...["Requests", "Received", "Retries"].map(right)];
  const rows = asked.map(([host, { requests, bytes, retries }]) => [
    host,
    count(requests),
    sizeWords(bytes),
    count(retries),
  ]);
  const parked = asked.flatMap(([host, { parked: reason }]) =>
    reason === undefined ? [] : [`${host} was not asked any more: ${reason}`],
  );
  return [textTable(columns, rows, WIDTH), ...bullets(parked)];
}

function notificationWords({ channel, outcome, subject, detail }: NotificationReport): string {
  return `${channel} ${outcome}: ${subject}${detail === null ? "" : ` (${detail})`}`;
}
