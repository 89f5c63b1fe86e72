import { DocumentError } from "../../sources/reading/document-error.ts";
import { COLUMNS } from "../../sources/uk-ashe/ashe-extract.ts";
import { type Book, cellOf, qualityOf, sheetLike } from "./book.ts";

/** Estimates that are less precise than this are withheld: the key of every workbook says so. */
const MOST_PERCENT = 20;

/**
 * What is published is precise enough, and what is withheld as imprecise is not: coefficients of variation that moved to
 * another column, row or workbook break that in hundreds of places.
 *
 * @throws DocumentError where an imprecise figure is published; the other way round is remarked on: figures are withheld for
 * other reasons too, such as an error in what an employer reported
 */
export function refuseForeignQuality(book: Book): void {
  const { words } = book;
  for (const workbook of words.estimates)
    for (const sheet of workbook.sheets) {
      const quality = sheetLike(sheet, qualityOf(words, workbook));
      if (quality === undefined) continue;
      for (const index of words.occupations.keys())
        for (const column of COLUMNS) {
          const estimate = cellOf(sheet, index, column);
          const variation = cellOf(quality, index, column);
          const percent = variation.cell === "x" ? Number.POSITIVE_INFINITY : variation.cell;
          if (typeof percent !== "number") continue;
          if (typeof estimate.cell === "number" && percent > MOST_PERCENT)
            throw new DocumentError({
              url: words.url,
              locator: variation.at,
              expected: `at most ${MOST_PERCENT} percent, as ${estimate.at} is published (${estimate.cell})`,
              found: `${variation.cell}`,
            });
          if (estimate.cell === "x" && percent < MOST_PERCENT)
            book.remarks.push({
              rule: "precise-figure-withheld",
              locator: estimate.at,
              message: `The figure is withheld although its coefficient of variation is ${percent} percent.`,
            });
        }
    }
}
