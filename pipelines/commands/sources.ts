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
    const states = sourceStates(registry, store, await latestVersion(store));
    return { json: { sources: states }, text: (layout) => sourcesTable(states, now(), layout) };
  },
};

function sourcesTable(states: readonly SourceState[], now: Date, { width }: Layout): string {
  const table = textTable(
    ["Source", "Edition", "State", "Last success", "Next due"].map((title) => ({ title })),
    states.map((state) => [
      state.id,
      state.edition ?? "none told",
      state.state === "unread" ? "not read yet" : state.state,
      state.last_success === null ? "never" : minute(state.last_success),
      dueWords(state, now),
    ]),
    width,
  );
  const notes = states.map(({ id, title, licence, licence_url, retired_because }) => {
    const ended = retired_because === null ? "" : ` Not asked again: ${retired_because}`;
    return wrap(`${id}: ${title}. ${licence}. ${licence_url}${ended}`, width, "", "  ");
  });
  return [table, notes.join("\n")].join("\n\n");
}

function dueWords({ state, next_due }: SourceState, now: Date): string {
  if (next_due === null) return state === "unread" ? "now" : "not asked again";
  return Date.parse(next_due) <= now.getTime() ? "now" : minute(next_due);
}

/** "2026-11-23T02:15:00Z" → "2026-11-23 02:15" */
function minute(time: string): string {
  return time.slice(0, 16).replace("T", " ");
}
