import type { IndexEntries, IndexEntry } from "../../sources/uk-soc/coding-index-extract.ts";
import type { CaptureReference } from "../facts.ts";
import type { Fact } from "../model/model.ts";
import { type Place, provenanceAt } from "../provenance.ts";

/**
 * "Shop assistant", "dispensing", "retail pharmacy" → "Shop assistant (dispensing; retail pharmacy)". No title and no
 * qualifier of the index has a semicolon; which of the two a single qualifier is, the locator and the words beside it tell.
 */
export function indexName(title: string, additional: string, industry: string): string {
  const qualifiers = [additional, industry].filter((words) => words !== "");
  return qualifiers.length === 0 ? title : `${title} (${qualifiers.join("; ")})`;
}

/** The names that the index lists, each once for its unit group: entries can differ in columns that are left out. */
export function indexNames(entries: IndexEntries, capture: CaptureReference): Fact[] {
  const seen = new Set<string>();
  return entries.rows.flatMap((entry): Fact[] => {
    const [, title, additional, industry, soc2020] = entry;
    const occupation_id = `uk-soc-2020/${soc2020}`;
    const name = indexName(title, additional, industry);
    const key = `${soc2020} ${name}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const provenance = provenanceAt(capture, ...placesOf(entries, entry));
    return [{ table: "occupation_name", row: { occupation_id, name, kind: "index", ...provenance } }];
  });
}

/** The cells that a name is made of; where it is that of one cell, the name itself is the words. */
function placesOf({ sheet, columns }: IndexEntries, [row, title, additional, industry]: IndexEntry): Place[] {
  const cells = [
    { column: columns.name, words: title },
    { column: columns.additional, words: additional },
    { column: columns.industry, words: industry },
  ].filter(({ words }) => words !== "");
  return cells.map(({ column, words }) => ({
    at: `${sheet}!${column}${row}`,
    raw: cells.length === 1 ? null : words,
  }));
}
