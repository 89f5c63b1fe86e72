import type { MarkedElement, MarkedPage } from "../marked-page.ts";
import {
  after,
  atEveryPlace,
  atOnePlace,
  before,
  type Changes,
  otherFigures,
  wordsAt,
} from "./at-one-place.ts";

const HIDDEN = 'style="display: none" hidden aria-hidden="true"';

/** What stands on a page and is not what it says: old copies, hidden ones, advertisements, and marks without meaning. */
export const DECOYS: Changes = {
  "an old copy stands in a comment": atOnePlace((page) =>
    copied(page).map((element) => [
      before(element, `<!-- ${otherTexts(page, element).replace(/--+/g, "-")} -->`),
    ]),
  ),
  "an old copy stands in a template": atOnePlace((page) =>
    copied(page).map((element) => [before(element, `<template>${otherTexts(page, element)}</template>`)]),
  ),
  "an old copy stands in a script": atOnePlace((page) =>
    copied(page).map((element) => [
      before(element, `<script type="text/plain">${otherTexts(page, element)}</script>`),
    ]),
  ),
  "an old copy is hidden before it": atOnePlace((page) =>
    copied(page).map((element) => [before(element, `<div ${HIDDEN}>${otherTexts(page, element)}</div>`)]),
  ),
  "an old copy is hidden after it": atOnePlace((page) =>
    copied(page).map((element) => [after(element, `<div ${HIDDEN}>${otherTexts(page, element)}</div>`)]),
  ),
  "an old copy is struck out": atOnePlace((page) =>
    page.texts
      .filter(({ words }) => /\d/.test(words))
      .map((text) => [before(text, `<del>${otherFigures(wordsAt(page, text))}</del> `)]),
  ),
  "a figure has a hidden one beside it": atOnePlace((page) =>
    page.texts
      .filter(({ words }) => /\d/.test(words))
      .map((text) => [before(text, `<span ${HIDDEN}>${otherFigures(wordsAt(page, text))}</span>`)]),
  ),
  "a figure has a tooltip": atOnePlace((page) =>
    page.texts
      .filter(({ words }) => /\d/.test(words))
      .map((text) => [before(text, '<span title="99,990"></span>')]),
  ),
  "an advertisement with figures": atOnePlace((page) =>
    page.elements
      .filter(({ tag }) => /^(p|ul|table|h[2-4])$/.test(tag))
      .map((element) => [
        after(element, "<p>Graduates of our courses earn $99,990 a year, and 99 percent find a job.</p>"),
      ]),
  ),
  "a box with a heading of its own": atOnePlace((page) =>
    page.elements
      .filter(({ tag }) => /^(p|ul|table)$/.test(tag))
      .map((element) => [
        after(element, "<div><h3>Latest news</h3><p>Read our newsletter of 2031.</p></div>"),
      ]),
  ),
  "values are wrapped": atEveryPlace((page) =>
    page.texts.map((text) => [before(text, '<span class="value">'), after(text, "</span>")]),
  ),
  "blanks do not break": atEveryPlace((page) =>
    page.texts.flatMap(({ words, from }) =>
      [...words.matchAll(/(?<=\S) (?=\S)/g)].map(({ index }) => [
        { from: from + index, to: from + index + 1, words: "&nbsp;" },
      ]),
    ),
  ),
  "a figure is broken in two by a tag": atOnePlace((page) =>
    page.texts.flatMap(({ words, from }) =>
      [...words.matchAll(/\d,(?=\d)/g)].map(({ index }) => [
        { from: from + index + 2, to: from + index + 2, words: "<b></b>" },
      ]),
    ),
  ),
  "a figure is broken in two by a line": atOnePlace((page) =>
    page.texts.flatMap(({ words, from }) =>
      [...words.matchAll(/\d,(?=\d)/g)].map(({ index }) => [
        { from: from + index + 2, to: from + index + 2, words: "<br>" },
      ]),
    ),
  ),
  "a figure has an invisible letter in it": atOnePlace((page) =>
    page.texts.flatMap(({ words, from }) =>
      [...words.matchAll(/\d(?=[\d,])/g)].map(({ index }) => [
        { from: from + index + 1, to: from + index + 1, words: "\u200b" },
      ]),
    ),
  ),
  "figures are entities": atEveryPlace((page) =>
    page.texts.flatMap(({ words, from }) =>
      [...words.matchAll(/(?<!&#?\w*)\d(?![\w]*;)/g)].map(({ 0: digit, index }) => [
        { from: from + index, to: from + index + 1, words: `&#${digit.charCodeAt(0)};` },
      ]),
    ),
  ),
};

function copied({ elements }: MarkedPage): MarkedElement[] {
  return elements.filter(({ tag }) => /^(p|table|ul|dl|h[2-4])$/.test(tag));
}

function otherTexts(page: MarkedPage, element: MarkedElement): string {
  return wordsAt(page, element).replace(/(?<=>)[^<>]+(?=<)/g, otherFigures);
}
