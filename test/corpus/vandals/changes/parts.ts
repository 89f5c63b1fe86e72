import { pickOf } from "../../picker.ts";
import type { MarkedElement, MarkedPage, Stretch } from "../marked-page.ts";
import {
  after,
  areApart,
  atOnePlace,
  type Changes,
  dropped,
  moved,
  otherFigures,
  swapped,
  wordsAt,
} from "./at-one-place.ts";

/** What happens to the parts of a page: boxes, sections, paragraphs and sentences. */
export const PARTS: Changes = {
  "a box is missing": atOnePlace((page) => boxesOn(page).map((box) => [dropped(box)])),
  "a box is empty": atOnePlace((page) => boxesOn(page).map(({ inside }) => [dropped(inside)])),
  "a box stands twice": atOnePlace((page) => boxesOn(page).map((box) => [after(box, wordsAt(page, box))])),
  "a box stands twice, with other figures": atOnePlace((page) =>
    boxesOn(page).map((box) => [after(box, otherTexts(page, box))]),
  ),
  "two boxes are swapped": atOnePlace((page) => swappedAmong(page, boxesOn(page))),
  "what two boxes hold is swapped": atOnePlace((page) =>
    swappedAmong(
      page,
      boxesOn(page).map(({ inside }) => inside),
    ),
  ),
  "a box is left open": atOnePlace((page) =>
    boxesOn(page).map(({ inside, to }) => [dropped({ from: inside.to, to })]),
  ),
  "a box ends too soon": atOnePlace((page) =>
    tagged(page, /^(p|ul|table|h3)$/).map((element) => [after(element, "</div>")]),
  ),
  "a part is missing, heading and all": atOnePlace((page) => partsOn(page).map((part) => [dropped(part)])),
  "a part stands twice": atOnePlace((page) =>
    partsOn(page).map((part) => [after(part, wordsAt(page, part))]),
  ),
  "two parts are swapped": atOnePlace((page) => swappedAmong(page, partsOn(page))),
  "a part is missing below its heading": atOnePlace((page) =>
    partsOn(page).map(({ below }) => [dropped(below)]),
  ),
  "what stands below two headings is swapped": atOnePlace((page) =>
    swappedAmong(
      page,
      partsOn(page).map(({ below }) => below),
    ),
  ),
  "a heading is missing": atOnePlace((page) => tagged(page, /^h[1-6]$/).map((heading) => [dropped(heading)])),
  "two headings are swapped": atOnePlace((page) => swappedAmong(page, tagged(page, /^h[1-6]$/))),
  "a heading stands twice": atOnePlace((page) =>
    tagged(page, /^h[1-6]$/).map((heading) => [after(heading, wordsAt(page, heading))]),
  ),
  "a paragraph is missing": atOnePlace((page) => tagged(page, /^p$/).map((one) => [dropped(one)])),
  "a paragraph is empty": atOnePlace((page) => tagged(page, /^p$/).map(({ inside }) => [dropped(inside)])),
  "a paragraph stands twice": atOnePlace((page) =>
    tagged(page, /^p$/).map((one) => [after(one, wordsAt(page, one))]),
  ),
  "a paragraph stands twice, with other figures": atOnePlace((page) =>
    tagged(page, /^p$/).map((one) => [after(one, otherTexts(page, one))]),
  ),
  "two paragraphs are swapped": atOnePlace((page) => swappedAmong(page, tagged(page, /^p$/))),
  "a paragraph stands elsewhere": atOnePlace((page, pick) => {
    const all = tagged(page, /^(p|ul|table)$/);
    return tagged(page, /^p$/).map((one) => {
      const target = pickOf(all, pick);
      return target === undefined || !areApart(one, target) ? [] : moved(page, one, target);
    });
  }),
  "two paragraphs are one": atOnePlace((page) =>
    tagged(page, /^p$/).map(({ inside, to }) => {
      const next = /^\s*<p\b[^>]*>/.exec(page.html.slice(to));
      return next === null ? [] : [{ from: inside.to, to: to + next[0].length, words: " " }];
    }),
  ),
  "a paragraph is two": atOnePlace((page) => sentences(page).map((one) => [after(one, "</p><p>")])),
  "a sentence is missing": atOnePlace((page) => sentences(page).map((one) => [dropped(one)])),
  "a sentence stands twice": atOnePlace((page) =>
    sentences(page).map((one) => [after(one, ` ${wordsAt(page, one)} `)]),
  ),
  "a sentence stands twice, with other figures": atOnePlace((page) =>
    sentences(page)
      .filter((one) => /\d/.test(wordsAt(page, one)))
      .map((one) => [after(one, ` ${otherFigures(wordsAt(page, one))} `)]),
  ),
  "two sentences are swapped": atOnePlace((page) => swappedAmong(page, sentences(page))),
  "a word is missing": atOnePlace((page) =>
    page.texts.flatMap(({ words, from }) =>
      [...words.matchAll(/[a-z]{3,} /gi)].map(({ 0: word, index }) => [
        dropped({ from: from + index, to: from + index + word.length }),
      ]),
    ),
  ),
  "words of another language": atOnePlace((page) =>
    page.texts.map(({ from, to, words }) => [{ from, to, words: words.replace(/[a-z]{2,}/gi, "lorem") }]),
  ),
};

function tagged({ elements }: MarkedPage, tag: RegExp): MarkedElement[] {
  return elements.filter((element) => tag.test(element.tag));
}

/** Boxes of less than half of the page. */
function boxesOn(page: MarkedPage): MarkedElement[] {
  const isSmall = ({ from, to }: Stretch) => to - from < page.html.length / 2;
  return tagged(page, /^(div|section|article|header|dl|nav|aside)$/).filter(isSmall);
}

type Part = Stretch & { readonly below: Stretch };

/** A heading and all that stands beside it, up to the next heading there. */
function partsOn(page: MarkedPage): Part[] {
  return tagged(page, /^h[1-6]$/).flatMap((heading) => {
    const beside = heading.parent?.children ?? [];
    const next = beside.find((other) => other.from > heading.from && /^h[1-6]$/.test(other.tag));
    const end = next?.from ?? heading.parent?.inside.to;
    if (end === undefined || end < heading.to || end - heading.from > page.html.length / 2) return [];
    return [{ from: heading.from, to: end, below: { from: heading.to, to: end } }];
  });
}

/** Sentences that stand in one run of text. */
function sentences(page: MarkedPage): Stretch[] {
  return page.texts.flatMap(({ words, from, parent }) => {
    if (!/^(p|li|a|em|strong)$/.test(parent.tag)) return [];
    return [...words.matchAll(/[A-Z][^.:]*(?:\.\d[^.:]*)*[.:](?=\s|$)/g)].map(({ 0: sentence, index }) => ({
      from: from + index,
      to: from + index + sentence.length,
    }));
  });
}

function swappedAmong(page: MarkedPage, stretches: readonly Stretch[]) {
  return stretches.flatMap((one, index) =>
    stretches
      .slice(index + 1, index + 5)
      .filter((other) => areApart(one, other))
      .map((other) => swapped(page, one, other)),
  );
}

function otherTexts(page: MarkedPage, stretch: Stretch): string {
  return wordsAt(page, stretch).replace(/(?<=>)[^<>]+(?=<)/g, otherFigures);
}
