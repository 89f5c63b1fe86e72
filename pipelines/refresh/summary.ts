import { join } from "node:path";
import { grouped } from "../text/grouped.ts";
import { textTable } from "../text/table.ts";
import { wrap } from "../text/wrap.ts";
import type { Layout } from "../world.ts";
import type { RunReport } from "./report.ts";
import { changesLines } from "./run-changes.ts";
import type { RefreshSettings } from "./settings.ts";

/** The end of a run for a person: the sources, what changed, where it is, and what to do. */
export function refreshText(
  report: RunReport,
  store: string,
  settings: RefreshSettings,
  { width }: Layout,
): string {
  const say = (label: string, words: string) =>
    wrap(words, Math.min(width, 100), label.padEnd(10), " ".repeat(10));
  return [
    sourcesTable(report, width),
    "",
    say("Outcome", `${report.outcome}${report.dry_run ? " (dry run)" : ""}. ${report.message}`.trim()),
    ...notDueLines(report).map((line) => say("Not due", line)),
    ...(report.changes === null ? [] : changesLines(report.changes)).map((line) => say("Changed", line)),
    ...(report.version === null ? [] : [say("Where", join(store, "latest", "occupations.sqlite"))]),
    ...comparisonLines(report).map((line) => say("Compared", line)),
    ...quarantineLines(report).map((line) => say("Refused", line)),
    say("Issues", issuesWords(report)),
    ...(settings.from === "sample" ? ["", ...sampleLines(width)] : []),
  ].join("\n");
}

/** What the run did with each source. */
export function sourcesTable({ sources }: RunReport, width: number): string {
  const right = (title: string) => ({ title, align: "right" as const });
  const columns = [
    { title: "Source" },
    { title: "State" },
    ...["Requests", "Fetched", "Unchanged", "Failed", "Parsed", "Refused", "Facts"].map(right),
  ];
  const rows = sources.map((source) => [
    source.id,
    source.state,
    ...[source.requests, source.fetched, source.unchanged + source.resumed, source.failed].map(String),
    ...[source.parsed, source.rejected].map(String),
    source.facts.toLocaleString("en-US"),
  ]);
  return textTable(columns, rows, width);
}

/** "us-ooh, us-ooh-xml until 2026-11-30 04:30 America/New_York: the usual time" */
function notDueLines({ not_due }: RunReport): string[] {
  const together = grouped(not_due, ({ due_there, why }) => `${due_there}: ${why}`);
  return [...together].map(
    ([when, sources]) => `${sources.map(({ source }) => source).join(", ")} until ${when}`,
  );
}

/** "us-ooh with us-oews: 1,044 of 1,044 values agree" */
export function comparisonLines({ comparisons }: RunReport): string[] {
  const pairs = new Map<string, { compared: number; agreeing: number }>();
  for (const { published_by, compared_with, compared, agreeing } of comparisons) {
    const sum = pairs.get(`${published_by} with ${compared_with}`) ?? { compared: 0, agreeing: 0 };
    pairs.set(`${published_by} with ${compared_with}`, {
      compared: sum.compared + compared,
      agreeing: sum.agreeing + agreeing,
    });
  }
  const words = (count: number) => count.toLocaleString("en-US");
  return [...pairs].map(
    ([pair, { compared, agreeing }]) => `${pair}: ${words(agreeing)} of ${words(compared)} values agree`,
  );
}

/** So many documents are named; the report has them all. */
const MOST_NAMED = 5;

/** "https://… since 2026-11-21: …" */
function quarantineLines({ quarantine }: RunReport): string[] {
  const more = quarantine.length - MOST_NAMED;
  return [
    ...quarantine
      .slice(0, MOST_NAMED)
      .map(({ url, since, reason }) => `${url} since ${since.slice(0, 10)}: ${reason}`),
    ...(more > 0 ? [`and ${more} more in quarantine: see \`occupations status\`.`] : []),
  ];
}

/** "0 errors, 1 warning, 12 notes (table issue)" */
export function issuesWords({ issues }: RunReport): string {
  const { error, warning, info } = issues;
  const some = (count: number, what: string) => `${count} ${what}${count === 1 ? "" : "s"}`;
  return `${some(error, "error")}, ${some(warning, "warning")}, ${some(info, "note")} (table issue)`;
}

function sampleLines(width: number): string[] {
  return [
    wrap(
      "This is the sample that ships with the program: real figures of 12 handbook pages, 10 UK job profiles and small workbooks, sentences of our own. Do not quote it. For the real data, give publishers a way to reach you:",
      Math.min(width, 100),
      "",
      "",
    ),
    "  occupations refresh --contact you@example.org --store data",
  ];
}
