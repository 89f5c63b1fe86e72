import { DocumentError, quoted } from "../../sources/reading/document-error.ts";
import type { AsheExtract, AsheSheet } from "../../sources/uk-ashe/ashe-extract.ts";
import type { SheetName, TableNumber } from "../../sources/uk-ashe/tables.ts";

/** `group_title` of the workers that a sheet is about. */
const WORKERS: Readonly<Record<SheetName, string | null>> = {
  All: null,
  "Full-Time": "Full-time",
  "Part-Time": "Part-time",
};

export function workersOf({ name }: AsheSheet): string | null {
  return WORKERS[name];
}

/** Table 14.7 counts only the jobs that are held for more than a year. */
export function stayersOf(sheet: AsheSheet): string {
  const workers = workersOf(sheet);
  return workers === null
    ? "In the same job for more than a year"
    : `${workers}, in the same job for more than a year`;
}

/** Words of the footnote to the title, for messages, and the wordings that say it. */
type Coverage = { readonly words: string; readonly wording: RegExp };

const PAY_PERIOD: Coverage = {
  words: "Employees on adult rates whose pay for the survey pay-period was not affected by absence.",
  wording:
    /^[a-z] Employees on adult rates,? whose (?:pay|earnings) for the survey pay[- ]period (?:was|were) not affected by absence\b/,
};

const STAYERS: Coverage = {
  words: "Employees on adult rates who have been in the same job for more than a year.",
  wording: /^[a-z] Employees on adult rates,? who have been in the same job for more than a year\b/,
};

/** Whose jobs a table is about. Where that changes, the figures mean something else. */
const COVERAGE: Readonly<Record<TableNumber, Coverage>> = {
  "14.1": PAY_PERIOD,
  "14.5": PAY_PERIOD,
  "14.7": STAYERS,
  "14.9": PAY_PERIOD,
};

/** @throws DocumentError where a table of estimates is no longer about the workers that it was about */
export function refuseOtherWorkers({ url, estimates }: AsheExtract): void {
  for (const { table, sheets } of estimates)
    for (const { at, notes } of sheets) {
      const [note, ...others] = notes.filter(({ text }) => /^[a-z] Employees\b/.test(text));
      if (note !== undefined && others.length === 0 && COVERAGE[table].wording.test(note.text)) continue;
      throw new DocumentError({
        url,
        locator: note?.at ?? at,
        expected: `one footnote “${COVERAGE[table].words}”`,
        found: note === undefined ? "none" : quoted(note.text),
      });
    }
}
