import { DocumentError, quoted } from "../../../sources/reading/document-error.ts";
import type { FactTable } from "../../../transforms/model/model.ts";
import { type FactPlace, placesOf } from "../../fact-places.ts";
import type { Disproof, FactProof, FactRow } from "./fact-proof.ts";
import { hasWords } from "./has-words.ts";
import { proveOwnWords } from "./prove-own-words.ts";
import type { Found } from "./reopened/found.ts";
import type { Find } from "./reopened/reopen-document.ts";

/** Looks up every place of a fact: its words must stand there, or else its value, which is then the published words. */
export function proveFact(table: FactTable, row: FactRow, find: Find): FactProof {
  const places = placesOf(row);
  const found = places.map(({ locator }) => lookUp(find, locator));
  const disproofs = places.flatMap((place, index) => disproofOf(place, found[index]));
  const hasOwnWords = places.some(({ words }) => words === null);
  if (disproofs.length > 0 || !hasOwnWords) return { places: places.length, disproofs, unproved: undefined };
  return { places: places.length, ...proveOwnWords(table, row, places, found.filter(isFound)) };
}

function lookUp(find: Find, locator: string): Found | DocumentError | undefined {
  try {
    return find(locator);
  } catch (error) {
    if (error instanceof DocumentError) return error;
    throw error;
  }
}

function isFound(found: Found | DocumentError | undefined): found is Found {
  return found !== undefined && !(found instanceof DocumentError);
}

function disproofOf({ locator, words }: FactPlace, found: Found | DocumentError | undefined): Disproof[] {
  const expected = words === null ? "the words of the value" : quoted(words);
  if (found === undefined) return [{ locator, expected, found: "no such place" }];
  if (found instanceof DocumentError) return [{ locator, expected, found: found.found }];
  return words === null || says(found, words) ? [] : [{ locator, expected, found: quoted(found.words) }];
}

function says({ words, beside, isWide }: Found, expected: string): boolean {
  return [words, ...beside].some((said) => (isWide ? hasWords(said, expected) : said === expected));
}
