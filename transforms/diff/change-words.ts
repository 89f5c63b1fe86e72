import type { Value, Values } from "../model/change.ts";
import { comparedColumns } from "./compared-tables.ts";
import type { RowPair } from "./difference.ts";

/** What a change is about, and what it says before and after, for a reader. */
export type ChangeWords = { readonly what: string; readonly before: string; readonly after: string };

const NOTHING = "—";

export function changeWords({ table, before, after }: RowPair): ChangeWords {
  const row = after ?? before ?? {};
  const what = [table.name.replaceAll("_", " "), ...keyWords(table.key, row)].join(" · ");
  const told = comparedColumns(table).filter(
    (column) => !table.key.includes(column) && column !== "source_id",
  );
  if (before === undefined || after === undefined) {
    const words = (side: Values | undefined) =>
      side === undefined ? NOTHING : shortened(wholeWords(told, side));
    return { what, before: words(before), after: words(after) };
  }
  const differing = told.filter((column) => (before[column] ?? null) !== (after[column] ?? null));
  const [only, ...more] = differing;
  if (only !== undefined && more.length === 0) return { what, ...excerpts(before[only], after[only]) };
  const words = (side: Values) =>
    shortened(differing.map((column) => `${column}: ${valueWords(side[column])}`).join("; "));
  return { what, before: words(before), after: words(after) };
}

/** Columns that name whose row it is, which is told beside it. */
const OWNERS: ReadonlySet<string> = new Set(["occupation_id", "from_id", "id"]);

/** "US · median · year · 2024-05" */
function keyWords(key: readonly string[], row: Values): string[] {
  return key
    .filter((column) => !OWNERS.has(column) && row[column] !== null && row[column] !== undefined)
    .map((column) => shortened(String(row[column])));
}

function wholeWords(columns: readonly string[], row: Values): string {
  const told = columns.filter((column) => row[column] !== null && row[column] !== undefined);
  return told.map((column) => valueWords(row[column])).join(" · ") || "there";
}

function valueWords(value: Value | undefined): string {
  if (value === null || value === undefined) return NOTHING;
  return typeof value === "number" ? value.toLocaleString("en-US") : value;
}

/** Longer words are cut. */
const MOST = 100;
/** So much stands before the first letter that differs. */
const LEAD = 30;

/** Two texts around the place where they begin to differ. */
function excerpts(before: Value | undefined, after: Value | undefined) {
  const [old, now] = [valueWords(before), valueWords(after)];
  if (Math.max(old.length, now.length) <= MOST) return { before: old, after: now };
  let at = 0;
  while (at < Math.min(old.length, now.length) && old[at] === now[at]) at++;
  const from = at <= LEAD ? 0 : old.lastIndexOf(" ", at - LEAD) + 1;
  const excerpt = (words: string) => `${from === 0 ? "" : "… "}${shortened(words.slice(from))}`;
  return { before: excerpt(old), after: excerpt(now) };
}

function shortened(words: string): string {
  const line = words.replaceAll(/\s+/g, " ").trim();
  if (line.length <= MOST) return line;
  const end = line.lastIndexOf(" ", MOST);
  return `${line.slice(0, end > MOST / 2 ? end : MOST)} …`;
}
