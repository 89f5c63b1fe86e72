import { Parser } from "htmlparser2";
import { DEEPEST } from "../reading/parse-tree.ts";
import { fold, isSilent } from "../reading/text.ts";

/** A heading and the words below it, up to the next heading; words before the first heading have none. */
export type HtmlPart = { readonly heading: string | null; readonly text: string };

/** What a piece of HTML says, in one pass and without a tree: the cross-check needs no more than its words. */
export type HtmlWords = {
  readonly parts: readonly HtmlPart[];
  /** Where its links lead, and the table row that each stands in, counted from 1; 0 outside any. */
  readonly targets: readonly { readonly href: string; readonly row: number }[];
};

/** Notes below a table are no words of the page's prose. */
const isLeftOut = (name: string) => name === "tfoot" || isSilent(name);

/** Tags inside a word: all others end it. */
const INSIDE_WORDS = new Set(["a", "u", "span", "font", "sub", "sup", "ins"]);
const HEADINGS = new Set(["h2", "h3", "h4", "h5", "h6"]);

/** All that the cells of one text may say again in the columns that they span; the longest real text has 4,000 pieces. */
const MOST_REPEATED = 100_000;

/**
 * @param html as editors write it: bare `&`, attributes given twice, tags left open.
 * @param refuse hears of what no page of the handbook is like.
 */
export function readHtmlWords(html: string, refuse: (expected: string, found: string) => never): HtmlWords {
  const parts: { heading: string | null; pieces: string[] }[] = [{ heading: null, pieces: [] }];
  const targets: { href: string; row: number }[] = [];
  let row = 0;
  const repeated: { times: number; from: number }[] = [];
  let heading: string[] | undefined;
  let silent = 0;
  let depth = 0;
  let repeatedPieces = 0;
  const pieces = () => heading ?? parts.at(-1)?.pieces ?? [];
  const breakWord = (name: string) => {
    if (!INSIDE_WORDS.has(name)) pieces().push(" ");
  };
  const parser = new Parser({
    onopentag: (name, { href, colspan }) => {
      depth++;
      if (depth > DEEPEST) refuse(`elements ${DEEPEST} deep at most`, "elements in elements without end");
      if (isLeftOut(name)) silent++;
      breakWord(name);
      if (name === "tr") row++;
      if (HEADINGS.has(name)) heading = [];
      else if (name === "a" && href !== undefined) targets.push({ href, row });
      else if (name === "td" || name === "th")
        repeated.push({ times: repetitions(colspan), from: pieces().length });
    },
    ontext: (words) => {
      if (silent === 0) pieces().push(words);
    },
    onclosetag: (name) => {
      depth--;
      if (isLeftOut(name)) silent--;
      if (HEADINGS.has(name) && heading !== undefined) {
        const words = fold(heading.join(""));
        heading = undefined;
        if (words !== "") parts.push({ heading: words, pieces: [] });
      } else if (name === "td" || name === "th") repeatCell(repeated.pop());
      breakWord(name);
    },
  });
  parser.end(html);
  return {
    parts: parts.map((part) => ({ heading: part.heading, text: part.pieces.join("") })),
    targets,
  };

  /** Pages are published with a cell's words in each column that it spans. */
  function repeatCell(cell: (typeof repeated)[number] | undefined): void {
    const words = cell === undefined ? [] : pieces().slice(cell.from);
    repeatedPieces += words.length * (cell?.times ?? 0);
    if (repeatedPieces > MOST_REPEATED) refuse("a table of a page", "cells that span columns without end");
    for (let times = cell?.times ?? 0; times > 0; times--) pieces().push(" ", ...words);
  }
}

function repetitions(colspan: string | undefined): number {
  const columns = Number(colspan ?? "1");
  return Number.isInteger(columns) && columns <= 100 ? columns - 1 : 0;
}
