import { latestVersion } from "../published-version.ts";
import { type SourceState, sourceStates } from "../source-states.ts";
import { textTable } from "../text/table.ts";
import { wrap } from "../text/wrap.ts";
import type { Layout } from "../world.ts";
import type { CommandDefinition } from "./command.ts";

export const sourcesCommand: CommandDefinition = {
  name: "sources",
  summary: "each source: edition, state, last success, next due, licence",
  examples: ["occupations sources", "occupations sources --json"],
  run: async ({ store, registry, now }) => {
    const states = sourceStates(registry, store, await latestVersion(store), now());
    return { json: { sources: states }, text: (layout) => sourcesTable(states, now(), layout) };
  },
};

function sourcesTable(states: readonly SourceState[], now: Date, { width }: Layout): string {
  const table = textTable(
    ["Source", "Edition", "State", "Last success", "Next due (UTC)"].map((title) => ({ title })),
    states.map((state) => [
      state.id,
      state.edition ?? "none told",
      state.state === "unread" ? "not read yet" : state.state,
      state.last_success === null ? "never" : minute(state.last_success),
      dueWords(state, now),
    ]),
    width,
  );
  const notes = states.map((state) => {
    const { id, title, licence, licence_url, retired_because } = state;
    const ended = retired_because === null ? "" : ` Not asked again: ${retired_because}`;
    return wrap(`${id}: ${title}. ${licence}. ${licence_url}${ended}${whenThere(state)}`, width, "", "  ");
  });
  return [table, notes.join("\n")].join("\n\n");
}

function dueWords({ next_due }: SourceState, now: Date): string {
  if (next_due === null) return "not asked again";
  return Date.parse(next_due) <= now.getTime() ? "now" : minute(next_due);
}

function whenThere({ next_due_there, due_because }: SourceState): string {
  return next_due_there === null ? "" : ` Due ${next_due_there}: ${due_because}.`;
}

/** "2026-11-23T02:15:00Z" → "2026-11-23 02:15" */
function minute(time: string): string {
  return time.slice(0, 16).replace("T", " ");
}
