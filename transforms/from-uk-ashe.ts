import { asheExtract } from "../sources/uk-ashe/ashe-extract.ts";
import type { Normalise } from "./facts.ts";
import { refuseMovedFigures } from "./uk-ashe/arithmetic.ts";
import type { Book } from "./uk-ashe/book.ts";
import { editionOf } from "./uk-ashe/edition.ts";
import { jobsFrom } from "./uk-ashe/jobs.ts";
import { occupationsFrom } from "./uk-ashe/occupations.ts";
import { refuseForeignQuality } from "./uk-ashe/quality-agreement.ts";
import { statisticsFrom } from "./uk-ashe/statistics.ts";
import { refuseOtherWorkers } from "./uk-ashe/workers.ts";

/** The cells of ASHE Table 14 → facts. */
export const normaliseUkAshe: Normalise = (_kind, extract, capture) => {
  const words = asheExtract.parse(extract);
  const edition = editionOf(words);
  refuseOtherWorkers(words);
  refuseMovedFigures(words);
  const book: Book = { words, edition, capture, remarks: [] };
  refuseForeignQuality(book);
  const facts = [...occupationsFrom(book), ...statisticsFrom(book), ...jobsFrom(book)];
  return { facts, remarks: book.remarks, edition: `${edition.year} ${edition.status}` };
};
