import { EXIT } from "../exit-codes.ts";
import type { LastRun } from "../last-run.ts";
import type { SourceState } from "../source-states.ts";
import type { StoreSizes } from "../status/store-sizes.ts";
import { type Status, storeStatus, usualMaxAge } from "../status/store-status.ts";
import { ageWords, count, sizeWords } from "../text/figures.ts";
import { grouped } from "../text/grouped.ts";
import { wrap } from "../text/wrap.ts";
import type { Layout } from "../world.ts";
import type { CommandDefinition } from "./command.ts";
import { duration } from "./option-values.ts";

export const statusCommand: CommandDefinition<{ readonly maxAge: string }> = {
  name: "status",
  summary: "for monitoring: exit 0 fresh, 3 stale or degraded",
  examples: [
    "occupations status",
    "occupations status --max-age 36h --json",
    "occupations status || notify-operator",
  ],
  declare: (command) =>
    command.option("--max-age <time>", "how long ago the last look may be: 90m, 36h, 2d", usualMaxAge.words),
  run: async (world, _, { maxAge }) => {
    const milliseconds = duration("--max-age", maxAge);
    const status = await storeStatus(world, { milliseconds, words: maxAge });
    return {
      exit: status.state === "fresh" ? EXIT.done : EXIT.degraded,
      isReport: true,
      json: status,
      text: (layout) => statusText(status, layout),
    };
  },
};

function statusText(status: Status, { width }: Layout): string {
  const line = (label: string, words: string) => wrap(words, width, label.padEnd(14), " ".repeat(14));
  const age = status.age_seconds === null ? "" : `, ${ageWords(status.age_seconds * 1000)} ago`;
  return [
    line("State", status.state),
    ...status.problems.map((problem) => line("", problem)),
    line("Version", status.version ?? "none"),
    line("Checked", status.checked_at === null ? "never" : `${status.checked_at}${age}`),
    ...status.sources.map(({ id, state, edition }) =>
      line("Source", [id, state, edition ?? ""].join(" ").trim()),
    ),
    ...nextDue(status.sources).map((words) => line("Next due", words)),
    line(
      "Quarantine",
      status.quarantine.length === 0 ? "empty" : `${count(status.quarantine.length)} documents`,
    ),
    ...status.quarantine.map(({ url, reason, since }) => line("", `${url} since ${since}: ${reason}`)),
    line("Last run", runWords(status.last_run)),
    line("Store", sizesWords(status.sizes)),
  ].join("\n");
}

/** What is due next: "us-ooh, us-oews: 2026-11-30 04:30 America/New_York, 2026-11-30T09:30:00Z" */
function nextDue(sources: readonly SourceState[]): string[] {
  const waiting = sources.filter(({ next_due }) => next_due !== null);
  const together = grouped(waiting, ({ next_due, next_due_there }) => `${next_due_there}, ${next_due}`);
  return [...together]
    .toSorted(([, [one]], [, [other]]) => ((one?.next_due ?? "") < (other?.next_due ?? "") ? -1 : 1))
    .map(([when, due]) => `${due.map(({ id }) => id).join(", ")}: ${when}`);
}

function runWords(run: LastRun | null): string {
  if (run === null) return "none";
  const end = run.finished_at ?? "not ended";
  return `${run.run}: ${run.outcome}, ${run.started_at} to ${end}`;
}

/** "1.2 GB: archive 400.0 MB, state 120.0 MB, versions 700.0 MB, runs 1.2 MB; 80.1 GB are free" */
function sizesWords({ archive, state, versions, runs, total, free }: StoreSizes): string {
  const parts = Object.entries({ archive, state, versions, runs });
  const words = parts.map(([name, bytes]) => `${name} ${sizeWords(bytes)}`).join(", ");
  return `${sizeWords(total)}: ${words}; ${sizeWords(free)} are free`;
}
