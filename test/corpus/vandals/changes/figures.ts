import { type Pick, pickOf } from "../../picker.ts";
import type { Edit, MarkedPage, Stretch } from "../marked-page.ts";
import { atEveryPlace, atOnePlace, type Changes, swapped } from "./at-one-place.ts";

type Figure = Stretch & { readonly words: string };

/** What happens to figures: digits, points, commas, signs, years, and the words that say what they count. */
export const FIGURES: Changes = {
  "two digits of a figure are swapped": atOnePlace((page, pick) =>
    eachFigure(page, (words) => transposed(words, pick)),
  ),
  "a digit of a figure is another": atOnePlace((page, pick) =>
    eachFigure(page, (words) => otherDigit(words, pick)),
  ),
  "the last digit of a figure is another": atOnePlace((page) =>
    eachFigure(page, (words) => words.replace(/[1-9](?=[0,.]*$)/, (digit) => `${(Number(digit) % 9) + 1}`)),
  ),
  "a figure has lost a digit": atOnePlace((page) => eachFigure(page, (words) => words.replace(/\d$/, ""))),
  "a figure has a digit more": atOnePlace((page) => eachFigure(page, (words) => `${words}0`)),
  "a figure is ten times as much": atOnePlace((page) => eachFigure(page, (words) => scaled(words, 10))),
  "a figure is a tenth": atOnePlace((page) => eachFigure(page, (words) => scaled(words, 0.1))),
  "a figure is a thousandth": atOnePlace((page) => eachFigure(page, (words) => scaled(words, 0.001))),
  "a decimal point has moved": atOnePlace((page) =>
    eachFigure(page, (words) => words.replace(/(\d)([,.])(\d)/, "$2$1$3").replace(/^[,.]/, "0.")),
  ),
  "two figures are swapped": atOnePlace((page, pick) => {
    const all = figuresOn(page);
    return all.map((one) => {
      const other = pickOf(all, pick);
      return other === undefined || other.words === one.words ? [] : swapped(page, one, other);
    });
  }),
  "two figures beside each other are swapped": atOnePlace((page) => {
    const all = figuresOn(page);
    return all.slice(1).map((one, index) => swapped(page, all[index] as Figure, one));
  }),
  "a figure is another wherever it stands": (html, pick) => otherEverywhere(html, pick),
  "a figure is a range": atOnePlace((page) => eachFigure(page, (words) => `${words}–${words}5`)),
  "a figure is a range in words": atOnePlace((page) => eachFigure(page, (words) => `${words} to ${words}5`)),
  "a figure is rounded": atOnePlace((page) =>
    eachFigure(page, (words) => words.replace(/,\d{3}$|\.\d+$/, (rest) => rest.replace(/\d/g, "0"))),
  ),
  "a figure has a footnote": atOnePlace((page) => eachFigure(page, (words) => `${words}<sup>1</sup>`)),
  "a figure has a footnote in brackets": atOnePlace((page) => eachFigure(page, (words) => `${words}[1]`)),
  "a figure is struck out for another": atOnePlace((page) =>
    eachFigure(page, (words) => `<del>${words}</del> ${scaled(words, 10)}`),
  ),
  "a figure has no commas": atOnePlace((page) => eachFigure(page, (words) => words.replaceAll(",", ""))),
  "figures have no commas": atEveryPlace((page) => eachFigure(page, (words) => words.replaceAll(",", ""))),
  "a figure has blanks for commas": atOnePlace((page) =>
    eachFigure(page, (words) => words.replaceAll(",", " ")),
  ),
  "figures have dots for commas": atEveryPlace((page) => eachFigure(page, (words) => swappedMarks(words))),
  "a figure has a dot for its comma": atOnePlace((page) =>
    eachFigure(page, (words) => words.replaceAll(",", ".")),
  ),
  "a year is another": atOnePlace((page) => eachText(page, /\b20\d\d\b/g, (year) => `${Number(year) - 1}`)),
  "a year is the next one": atOnePlace((page) =>
    eachText(page, /\b20\d\d\b/g, (year) => `${Number(year) + 1}`),
  ),
  "years are others": atEveryPlace((page) => eachText(page, /\b20\d\d\b/g, (year) => `${Number(year) - 1}`)),
  "a month is another": atOnePlace((page) => eachText(page, /\bMay(?= 20\d\d)/g, () => "November")),
  "an amount is of another currency": atOnePlace((page) =>
    eachText(page, /[$£]|&#xA3;/g, other({ $: "£" }, "$")),
  ),
  "amounts are of another currency": atEveryPlace((page) =>
    eachText(page, /[$£]|&#xA3;/g, other({ $: "£" }, "$")),
  ),
  "an amount has no currency": atOnePlace((page) => eachText(page, /[$£]|&#xA3;/g, () => "")),
  "a sign is missing": atOnePlace((page) => eachText(page, /(?<!\d)[-−–](?=\d)/g, () => "")),
  "a sign too many": atOnePlace((page) => eachFigure(page, (words) => `-${words}`)),
  "a percent sign is missing": atOnePlace((page) => eachText(page, /(?<=\d)%| percent\b/g, () => "")),
  "a percent sign too many": atOnePlace((page) => eachFigure(page, (words) => `${words}%`)),
  "dashes are hyphens": atEveryPlace((page) => eachText(page, /–/g, () => "-")),
  "figures are told in thousands": atOnePlace((page) =>
    eachFigure(page, (words) => words.replace(/^(\d+),(\d)00$/, "$1.$2 thousand")),
  ),
  "figures are told in millions": atOnePlace((page) =>
    eachFigure(page, (words) => words.replace(/^(\d+),(\d)\d\d,\d{3}$/, "$1.$2 million")),
  ),
  "a thousand is a million": atOnePlace((page) =>
    eachText(page, /\bmillion\b|,000\b/g, other({ million: "thousand" }, " million")),
  ),
  "a unit is missing": atOnePlace((page) =>
    eachText(page, /\s+per\s+(?:year|hour)|\(a (?:year|week)\)|\ba week\b/g, () => ""),
  ),
  "a unit is another": atOnePlace((page) => eachText(page, UNITS_WORDS, other(UNITS, "year"))),
  "units are others": atEveryPlace((page) => eachText(page, UNITS_WORDS, other(UNITS, "year"))),
  "a word of comparison is another": atOnePlace((page) => eachText(page, WORDS_WORDS, other(WORDS, ""))),
  "a figure is in words": atOnePlace((page) => eachFigure(page, () => "several")),
  "a figure is nothing": atOnePlace((page) => eachFigure(page, () => "")),
  "a figure is not available": atOnePlace((page) => eachFigure(page, () => "N/A")),
  "a figure is a dash": atOnePlace((page) => eachFigure(page, () => "—")),
  "a figure is zero": atOnePlace((page) => eachFigure(page, () => "0")),
};

const UNITS: Readonly<Record<string, string>> = {
  ...{
    year: "hour",
    hour: "year",
    annual: "hourly",
    hourly: "annual",
    week: "month",
    percent: "per thousand",
  },
};
const UNITS_WORDS =
  /(?<=per\s+)(?:year|hour)\b|\b(?:annual|hourly)(?= wage)|(?<=\(?a )(?:week|year)\b|\bpercent\b/g;

const WORDS: Readonly<Record<string, string>> = {
  ...{ lowest: "highest", highest: "lowest", less: "more", more: "less", median: "mean", grow: "decline" },
  ...{ decline: "grow", Starter: "Experienced", Experienced: "Starter", faster: "slower", slower: "faster" },
  ...{ about: "nearly", Median: "Mean", greater: "less" },
};
const WORDS_WORDS =
  /\b(?:lowest|highest|less|more|median|grow|decline|Starter|Experienced|faster|slower|about|Median|greater)\b/g;

const FIGURE = /\d[\d,.]*\d|\d/g;

function figuresOn(page: MarkedPage): Figure[] {
  return page.texts.flatMap(({ words, from }) =>
    [...words.matchAll(FIGURE)].map(({ 0: found, index }) => ({
      ...{ from: from + index, to: from + index + found.length },
      words: found,
    })),
  );
}

/** A change of each figure alone. */
function eachFigure(page: MarkedPage, change: (words: string) => string): Edit[][] {
  return figuresOn(page).map(({ from, to, words }) => [{ from, to, words: change(words) }]);
}

/** A change of each place of the texts that says certain words. */
function eachText(page: MarkedPage, pattern: RegExp, change: (words: string) => string): Edit[][] {
  return page.texts.flatMap(({ words, from }) =>
    [...words.matchAll(pattern)].map(({ 0: found, index }) => [
      { from: from + index, to: from + index + found.length, words: change(found) },
    ]),
  );
}

function other(words: Readonly<Record<string, string>>, otherwise: string): (found: string) => string {
  return (found) => words[found] ?? otherwise;
}

function transposed(words: string, pick: Pick): string {
  const places = [...words.matchAll(/\d(?=[,.]?\d)/g)].map(({ index }) => index);
  const at = pickOf(places, pick);
  return at === undefined
    ? words
    : words.slice(0, at) + words.slice(at).replace(/^(\d)([,.]?)(\d)/, "$3$2$1");
}

function otherDigit(words: string, pick: Pick): string {
  const at = pickOf(
    [...words.matchAll(/\d/g)].map(({ index }) => index),
    pick,
  );
  return at === undefined
    ? words
    : `${words.slice(0, at)}${(Number(words[at]) + 1 + pick(8)) % 10}${words.slice(at + 1)}`;
}

/** A figure as its publisher would write it, so many times as much. */
function scaled(words: string, times: number): string {
  const number = Number(words.replaceAll(",", "")) * times;
  const digits = /\.(\d+)$/.exec(words)?.[1]?.length ?? (Number.isInteger(number) ? 0 : 1);
  return number.toLocaleString("en-US", {
    minimumFractionDigits: digits,
    maximumFractionDigits: Math.max(digits, 1),
  });
}

function swappedMarks(words: string): string {
  return words.replace(/[,.]/g, (mark) => (mark === "," ? "." : ","));
}

/** A page that contradicts itself nowhere: the same other figure in all of its places, attributes included. */
function otherEverywhere(html: string, pick: Pick): string {
  const found = [...html.matchAll(/(?<=[\s>$£;])\d{1,3}(?:,\d{3})+(?=[\s<.])/g)].map(([words]) => words);
  const words = pickOf(found, pick);
  if (words === undefined) return html;
  const changed = otherDigit(words, pick);
  return html.replaceAll(new RegExp(`(?<![\\d,.])${words}(?![\\d,])`, "g"), changed);
}
