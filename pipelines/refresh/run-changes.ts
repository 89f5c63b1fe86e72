import { causeNames, editionsWords } from "../../transforms/diff/cause-words.ts";
import { total } from "../../transforms/diff/total.ts";
import type { ChangesHead } from "../../transforms/model/change.ts";

/** What a run changed, grouped by source, causes and table; its version's `changes.json` has the rows. */
export type RunChanges = {
  /** The version before; NULL where this one is the first. */
  readonly from: string | null;
  /** The same as before, where nothing has changed. */
  readonly to: string;
  readonly summary: ChangesHead["summary"];
  readonly moved: ChangesHead["moved"];
};

export function runChanges({ from, to, summary, moved }: ChangesHead): RunChanges {
  return { from: from?.version ?? null, to: to.version, summary, moved };
}

/** What a night says on which nothing has changed. */
export function noChanges(version: string): RunChanges {
  return { from: version, to: version, summary: [], moved: [] };
}

/** A line for each source and causes: "us-ooh, new edition (2024-34 → 2025-35): 12 rows added, 3 removed, 40 changed". */
export function changesLines({ from, to, summary }: RunChanges): readonly string[] {
  if (from === null) return ["everything: this is the first version"];
  if (from === to) return [];
  if (summary.length === 0) return ["no row, but the schema: it has tables or columns that it did not have"];
  const names = new Set(summary.map(nameOf));
  return [...names].map((name) => lineOf(summary.filter((group) => nameOf(group) === name)));
}

function nameOf({ source_id, causes }: ChangesHead["summary"][number]): string {
  return JSON.stringify([source_id, causes]);
}

function lineOf(groups: ChangesHead["summary"]): string {
  const [first] = groups;
  if (first === undefined) return "";
  const { added, removed, changed } = total(groups);
  const editions = editionsWords(first.edition_before, first.edition_after);
  const causes = editions === "" ? causeNames(first.causes) : `${causeNames(first.causes)} (${editions})`;
  const tables = groups.map(({ table }) => table).join(", ");
  const counts = [some(added, "added"), some(removed, "removed"), some(changed, "changed")].filter(Boolean);
  return `${first.source_id ?? "all sources"}, ${causes}: ${counts.join(", ")} (${tables})`;
}

function some(count: number, what: string): string {
  return count === 0 ? "" : `${count.toLocaleString("en-US")} ${what}`;
}
