import type { Quote } from "../../sources/reading/page.ts";
import type { Remark } from "../../sources/source.ts";
import type { CaptureReference } from "../facts.ts";
import { type Place, provenanceAt } from "../provenance.ts";
import { refuseWords } from "../refuse-words.ts";

/** A page about one occupation on its way to facts. */
export type Page<Extract extends { readonly url: string } = { readonly url: string }> = {
  readonly id: string;
  readonly extract: Extract;
  readonly capture: CaptureReference;
  readonly remarks: Remark[];
};

export function provenanceOf(page: Page, ...places: readonly Place[]) {
  return provenanceAt(page.capture, ...places);
}

/** The page says something that no table of wordings knows, or contradicts itself: it is refused. */
export function refuse(page: Page, words: Quote, expected: string): never {
  return refuseWords(page.extract, words, expected);
}

/** `value`, or the page is refused where it is `undefined`. */
export function required<T>(page: Page, words: Quote, expected: string, value: T | undefined): T {
  return value === undefined ? refuse(page, words, expected) : value;
}

/** The same remark once, however often its reason is met. */
export function remark(page: Page, rule: string, at: string, message: string): void {
  if (!page.remarks.some((known) => known.rule === rule && known.message === message))
    page.remarks.push({ rule, locator: at, message });
}
