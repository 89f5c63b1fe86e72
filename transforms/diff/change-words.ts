import type { Value, Values } from "../model/change.ts";
import type { TableShape } from "../model/table.ts";
import { comparedColumns } from "./compared-tables.ts";
import type { RowPair } from "./difference.ts";
import { figureWords } from "./figures.ts";

/** What a change is about, and what it says before and after, for a reader. */
export type ChangeWords = { readonly what: string; readonly before: string; readonly after: string };

const NOTHING = "—";

export function changeWords({ table, before, after }: RowPair): ChangeWords {
  const row = after ?? before ?? {};
  const what = [table.name.replaceAll("_", " "), ...nameWords(table, row)].join(" · ");
  if (before === undefined || after === undefined) {
    const words = (side: Values | undefined) => (side === undefined ? NOTHING : wholeWords(table, side));
    return { what, before: words(before), after: words(after) };
  }
  const told = toldColumns(table).filter((column) => (before[column] ?? null) !== (after[column] ?? null));
  const [only, ...more] = told;
  if (only !== undefined && more.length === 0)
    return { what, ...excerpts(valueWords(table, only, before), valueWords(table, only, after)) };
  const words = (side: Values) => told.map((column) => `${column}: ${valueWords(table, column, side)}`);
  return { what, before: shortened(words(before).join("; ")), after: shortened(words(after).join("; ")) };
}

/** Columns that name whose row it is, which is told beside it. */
const OWNERS: ReadonlySet<string> = new Set(["occupation_id", "from_id", "id", "source_id"]);

/** The part of the key that is what the row says: a name, a message. */
const SAID: ReadonlySet<string> = new Set(["name", "message"]);

/** "US · median · year · 2024-05" */
function nameWords({ key }: TableShape, row: Values): string[] {
  return key
    .filter((column) => !OWNERS.has(column) && !SAID.has(column))
    .flatMap((column) => row[column] ?? [])
    .map((value) => shortened(String(value)));
}

/** The columns that say something beside the name of the row. */
function toldColumns(table: TableShape): readonly string[] {
  const isName = (column: string) => table.key.includes(column) && !SAID.has(column);
  return comparedColumns(table).filter((column) => !isName(column) && !OWNERS.has(column));
}

function wholeWords(table: TableShape, row: Values): string {
  const told = toldColumns(table).filter((column) => row[column] !== null && row[column] !== undefined);
  return shortened(told.map((column) => valueWords(table, column, row)).join(" · ")) || "there";
}

function valueWords(table: TableShape, column: string, row: Values): string {
  return figureWords(table.name, column, row) ?? plainWords(row[column]);
}

function plainWords(value: Value | undefined): string {
  if (value === null || value === undefined) return NOTHING;
  return typeof value === "number" ? value.toLocaleString("en-US") : value;
}

/** Longer words are cut. */
const MOST = 100;
/** So much stands before the first letter that differs. */
const LEAD = 30;

/** Two texts around the place where they begin to differ. */
function excerpts(before: string, after: string): Pick<ChangeWords, "before" | "after"> {
  if (Math.max(before.length, after.length) <= MOST) return { before, after };
  let at = 0;
  while (at < Math.min(before.length, after.length) && before[at] === after[at]) at++;
  const from = at <= LEAD ? 0 : before.lastIndexOf(" ", at - LEAD) + 1;
  const excerpt = (words: string) => `${from === 0 ? "" : "… "}${shortened(words.slice(from))}`;
  return { before: excerpt(before), after: excerpt(after) };
}

function shortened(words: string): string {
  const line = words.replaceAll(/\s+/g, " ").trim();
  if (line.length <= MOST) return line;
  const end = line.lastIndexOf(" ", MOST);
  return `${line.slice(0, end > MOST / 2 ? end : MOST)} …`;
}
