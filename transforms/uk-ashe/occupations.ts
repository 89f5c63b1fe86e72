import { DocumentError } from "../../sources/reading/document-error.ts";
import { classifiedOccupation } from "../classified-occupation.ts";
import type { Fact } from "../model/model.ts";
import { ukSocLevelOf, ukSocParentOf } from "../wording/uk-soc-code.ts";
import type { Book } from "./book.ts";

/** `uk-soc-2020/2237` */
export function occupationId({ edition }: Book, code: string): string {
  return `${edition.scheme}/${code}`;
}

/** The groups of the classification, as far as these tables tell: code, title and place in the tree. */
export function occupationsFrom(book: Book): Fact[] {
  return book.words.occupations.map(({ code, title, at, codeAt }) => {
    const level = ukSocLevelOf(code);
    if (level === undefined)
      throw new DocumentError({ url: book.words.url, locator: at, expected: "a code", found: code });
    const { scheme } = book.edition;
    return classifiedOccupation(
      { scheme, code, level, country: "UK", title, parent: ukSocParentOf(code) },
      book.capture,
      { at: codeAt, raw: null },
      { at, raw: null },
    );
  });
}
