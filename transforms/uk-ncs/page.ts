import { DocumentError, quoted } from "../../sources/reading/document-error.ts";
import type { Remark } from "../../sources/source.ts";
import type { ProfileExtract } from "../../sources/uk-ncs/profile-extract.ts";
import type { CaptureReference } from "../facts.ts";
import { type Place, provenanceAt } from "../provenance.ts";

/** One job profile on its way to facts. */
export type PageContext = {
  readonly id: string;
  readonly extract: ProfileExtract;
  readonly capture: CaptureReference;
  readonly remarks: Remark[];
};

/** Words and where they stand. */
export type Words = { readonly text: string; readonly at: string };

export function provenanceOf(page: PageContext, ...places: readonly Place[]) {
  return provenanceAt(page.capture, ...places);
}

/** The page says something that no table of wordings knows, or contradicts itself: it is refused. */
export function refuse(page: PageContext, words: Words, expected: string): never {
  throw new DocumentError({
    url: page.extract.url,
    locator: words.at,
    expected,
    found: quoted(words.text),
  });
}

/** `value`, or the page is refused where it is `undefined`. */
export function required<T>(page: PageContext, words: Words, expected: string, value: T | undefined): T {
  return value === undefined ? refuse(page, words, expected) : value;
}

export function remark(page: PageContext, rule: string, at: string, message: string): void {
  page.remarks.push({ rule, locator: at, message });
}
