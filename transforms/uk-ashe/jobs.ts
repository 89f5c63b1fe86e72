import { DocumentError } from "../../sources/reading/document-error.ts";
import type { AsheSheet, AsheWorkbook } from "../../sources/uk-ashe/ashe-extract.ts";
import type { TableNumber } from "../../sources/uk-ashe/tables.ts";
import type { Fact } from "../model/model.ts";
import { type Place, provenanceAt } from "../provenance.ts";
import { type Book, cellOf, type PlacedCell, qualityOf, sheetLike } from "./book.ts";
import { figureIn, placeOf, relativeErrorIn } from "./cell-meaning.ts";
import { occupationId } from "./occupations.ts";
import { stayersOf, workersOf } from "./workers.ts";

/** The tables whose number of jobs is all employee jobs, the one that is published first. */
const OF_ALL_JOBS: readonly TableNumber[] = ["14.1", "14.5", "14.9"];

/** Table 14.7 counts another thing: jobs that are held for more than a year. */
const OF_STAYERS: readonly TableNumber[] = ["14.7"];

/** Numbers of jobs. Three tables print the same one: they check each other, and the first is published. */
export function jobsFrom(book: Book): Fact[] {
  return [...jobsIn(book, OF_ALL_JOBS, workersOf), ...jobsIn(book, OF_STAYERS, stayersOf)];
}

function jobsIn(
  book: Book,
  tables: readonly TableNumber[],
  groupOf: (sheet: AsheSheet) => string | null,
): Fact[] {
  const [first, ...others] = tables.flatMap((number) =>
    book.words.estimates.filter(({ table }) => table === number),
  );
  if (first === undefined) return [];
  return first.sheets.flatMap((sheet) => {
    remarkOnOtherJobs(book, sheet, others);
    const quality = qualitySheet(book, sheet, [first, ...others]);
    return book.words.occupations.map(({ code }, index): Fact => {
      const estimate = cellOf(sheet, index, "jobs");
      const variation = quality === undefined ? undefined : cellOf(quality, index, "jobs");
      const { value, qualifier } = figureIn(estimate.cell);
      return {
        table: "employment",
        row: {
          occupation_id: occupationId(book, code),
          area: "UK",
          industry_id: null,
          group_title: groupOf(sheet),
          group_id: null,
          jobs: value === null ? null : personsOf(value, estimate.at, book.words.url),
          qualifier,
          relative_error_percent: relativeErrorIn(variation),
          reference_period: book.edition.year,
          ...provenanceAt(
            book.capture,
            thousandsAt(estimate),
            ...(variation === undefined ? [] : [placeOf(variation)]),
          ),
        },
      };
    });
  });
}

/** Thousands, with their decimals if any. */
function personsOf(thousands: number, at: string, url: string): number {
  const persons = Math.round(thousands * 1_000);
  if (Math.abs(persons - thousands * 1_000) < 1e-6) return persons;
  throw new DocumentError({ url, locator: at, expected: "thousands of jobs", found: `${thousands}` });
}

/** The number is published in thousands: the words are not the value. */
function thousandsAt({ cell, at }: PlacedCell): Place {
  return { at, raw: cell === null ? null : String(cell) };
}

/** The coefficients of variation of the same jobs, of the first table that has them. */
function qualitySheet(book: Book, sheet: AsheSheet, tables: readonly AsheWorkbook[]): AsheSheet | undefined {
  const [first] = tables.flatMap((table) => {
    const quality = sheetLike(sheet, qualityOf(book.words, table));
    return quality === undefined ? [] : [quality];
  });
  return first;
}

function remarkOnOtherJobs(book: Book, sheet: AsheSheet, others: readonly AsheWorkbook[]): void {
  for (const workbook of others) {
    const other = sheetLike(sheet, workbook);
    if (other === undefined) continue;
    for (const [index, { code }] of book.words.occupations.entries()) {
      const [one, two] = [cellOf(sheet, index, "jobs"), cellOf(other, index, "jobs")];
      if (one.cell === two.cell) continue;
      book.remarks.push({
        rule: "other-number-of-jobs",
        locator: two.at,
        message: `The jobs of group ${code} are ${two.cell ?? "blank"} in table ${workbook.table}a and ${one.cell ?? "blank"} at ${one.at}, which is kept.`,
      });
    }
  }
}
