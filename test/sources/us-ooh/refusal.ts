import { DocumentError } from "../../../sources/reading/document-error.ts";
import type { DocumentBytes } from "../../../sources/source.ts";
import { type CaseReading, readingOf } from "./cases.ts";

/** Why a document is refused. */
export function refusalOf(document: DocumentBytes): DocumentError {
  let reading: CaseReading;
  try {
    reading = readingOf(document);
  } catch (error) {
    if (error instanceof DocumentError) return error;
    throw error;
  }
  throw new Error(`${document.url} was not refused; it gave ${reading.facts.length} facts.`);
}
