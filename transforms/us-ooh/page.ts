import type { Quote } from "../../sources/reading/page.ts";
import type { ProfileExtract } from "../../sources/us-ooh/profile-extract.ts";
import { type Page, refuse } from "../pages/page.ts";

/** One handbook page on its way to facts. */
export type PageContext = Page<ProfileExtract>;

/** Every place that speaks of a figure must have been understood: wordings change, and figures must not get lost. */
export function refuseUnread(
  page: PageContext,
  sign: RegExp,
  paragraphs: readonly Quote[],
  understood: readonly Quote[],
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
  announcements: readonly Quote[],
  tables: readonly { readonly introduction: Quote | null }[],
): void {
  for (const sentence of announcements)
    if (!tables.some(({ introduction }) => introduction?.at === sentence.at))
      refuse(page, sentence, "a table right after it");
}
