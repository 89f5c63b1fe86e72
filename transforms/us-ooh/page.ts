import { DocumentError, quoted } from "../../sources/reading/document-error.ts";
import type { Remark } from "../../sources/source.ts";
import type { ProfileExtract } from "../../sources/us-ooh/profile-extract.ts";
import type { CaptureReference } from "../facts.ts";
import { type Place, provenanceAt } from "../provenance.ts";

/** One handbook page on its way to facts. */
export type PageContext = {
  readonly id: string;
  readonly extract: ProfileExtract;
  readonly capture: CaptureReference;
  readonly remarks: Remark[];
};

/** Words and where they stand. */
type Words = { readonly text: string; readonly at: string };

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
  if (!page.remarks.some((known) => known.rule === rule && known.message === message))
    page.remarks.push({ rule, locator: at, message });
}

/** Every place that speaks of a figure must have been understood: wordings change, and figures must not get lost. */
export function refuseUnread(
  page: PageContext,
  sign: RegExp,
  paragraphs: readonly Words[],
  understood: readonly Words[],
): void {
  for (const paragraph of paragraphs) {
    const found = [...paragraph.text.matchAll(sign)].length;
    const read = understood.filter(({ text, at }) => at === paragraph.at && text.search(sign) !== -1).length;
    if (found > read) refuse(page, paragraph, `words that are known wherever ${sign.source} stands`);
  }
}

/** A sentence that announces a table stands right before it; one that has lost its table is refused. */
export function refuseWithoutTable(
  page: PageContext,
  announcements: readonly Words[],
  tables: readonly { readonly introduction: Words | null }[],
): void {
  for (const sentence of announcements)
    if (!tables.some(({ introduction }) => introduction?.at === sentence.at))
      refuse(page, sentence, "a table right after it");
}
