import { type Change, every, oneIn } from "../page-change.ts";

/** Between the head of the panes and the citation. */
const one = oneIn((html) => [html.indexOf('id="panes"'), html.indexOf('class="citation"')]);

const upper = (words: string) => words.toUpperCase();
const nines = (words: string) =>
  `<!-- as of last year: ${words.replace(/\d/g, "9").replace(/--+/g, "-")} -->${words}`;

/** What changes nothing of what a page says. A careful reader takes the same facts from it. */
export const HARMLESS: Readonly<Record<string, Change>> = {
  "cells are left open": every(/<\/td>/g, ""),
  "items are left open": every(/<\/li>/g, ""),
  "paragraphs are left open": every(/<\/p>/g, ""),
  "rows are left open": every(/<\/tr>/g, ""),
  "cells and rows are left open": every(/<\/(?:td|tr)>/g, ""),
  "there is no tbody": every(/<\/?tbody>/g, ""),
  "tags are in capitals": every(/<\/?(?:table|tr|td|th|p|ul|li|h3)\b/g, upper),
  "roles, styles and labels are gone": every(/ (?:role|style|data-label|scope|headers)="[^"]*"/g, ""),
  "values are wrapped": every(/(?<=<td[^<>]*>)[^<>]*[^<>\s][^<>]*(?=<)/g, (words) => `<span>${words}</span>`),
  "blanks in cells do not break": every(/(?<=<td[^<>]*>)[^<>]*[^<>\s][^<>]*(?=<)/g, (words) =>
    words.replace(/(?<=\S) (?=\S)/g, "&nbsp;"),
  ),
  "dollars are entities": every(/\$(?=\d)/g, "&#36;"),
  "an old table stands in a comment": every(/<table[\s\S]*?<\/table>/g, nines),
  "lines end as in DOS": every(/\n/g, "\r\n"),
  "a table has a caption": every(/<table class="ooh-tab-table">/g, "$&<caption>Table</caption>"),
  "tables are in boxes": every(
    /<table class="ooh-tab-table">[\s\S]*?<\/table>/g,
    '<div style="overflow:auto">$&</div>',
  ),
};

const QUICK_FACT = /(<th id="quickfacts-[\s\S]*?<\/th>\s*<td[^>]*>)([\s\S]*?)(<\/td>)/;
const SHARE_ROW = /<tr[^>]*>\s*<td>([^<]*)<\/td>\s*<td[^>]*>\s*([^<]*?)\s*<\/td>\s*<\/tr>/;
const OUTLOOK_CELL = /(<td[^>]*headers="table1-\d+-0 table1-0-[^>]*>)([^<]*)(<\/td>)/;
const PAY_SENTENCE =
  /The (?:median (?:annual|hourly) wage for [^<]*? was|lowest 10 percent earned less than) \$[\d.,]*\d/;
const RELATED =
  /<article aria-labelledby="(Summary|what-they-do|work-environment|become-one|pay|job-outlook)">/;

const tenth = (words: string) =>
  words.replace(/(\d)(?:,(\d{3})|\.(\d\d))/g, (_, a, b, c) =>
    b ? `${a}${b[0]}.${b.slice(1)}` : `.${a}${c}`,
  );

/** What a redesign or a slip of the hand does. A careful reader refuses the page, or what it still takes is true. */
export const HARMFUL: Readonly<Record<string, Change>> = {
  "a quick fact is empty": one(QUICK_FACT, ([, before, , after]) => `${before}${after}`),
  "a quick fact has another label": one(
    /Number of Jobs, |Job Outlook, |Employment Change, |Median Pay(?=\s*<\/a>)/,
    ([words]) => `About ${words}`,
  ),
  "the year of the median pay is wrong": one(/2024(?=\s+Median Pay\s*<\/a>)/, () => "2023"),
  "pounds for dollars": every(/\$(?=\d)/g, "£"),
  "a decimal point has moved in a wage sentence": one(PAY_SENTENCE, ([words]) => tenth(words)),
  "an amount of a wage sentence is none": one(PAY_SENTENCE, ([words]) =>
    words.replace(/(\d),(\d)(\d\d)|\.(\d)(\d)/, "$1$2.$3$4.$5"),
  ),
  "a decimal point has moved in a table": one(SHARE_ROW, ([words]) => tenth(words)),
  "a decimal point has moved in the projections": one(
    OUTLOOK_CELL,
    ([, before, words = "", after]) => `${before}${tenth(words)}${after}`,
  ),
  "a figure of the projections is missing": one(OUTLOOK_CELL, ([, before, , after]) => `${before}${after}`),
  "the projections have no rows": one(
    /(id="outlook-table"[\s\S]*?<tbody>)[\s\S]*?(<\/tbody>)/,
    ([, before, after]) => `${before}${after}`,
  ),
  "label and value are swapped": one(
    SHARE_ROW,
    ([, label, value]) => `<tr><td>${value}</td><td>${label}</td></tr>`,
  ),
  "a label is missing": one(SHARE_ROW, ([words, label = ""]) => words.replace(label, "")),
  "a row too many": one(
    SHARE_ROW,
    ([words]) => `${words}<tr><td>Adjusted supplementary measure</td><td>12,345</td></tr>`,
  ),
  "a detailed occupation too many": one(
    /(?:distributed as follows|(?:edian|average\)) (?:annual|hourly) wages for [^<]* in \w+ \d{4} were as follows):<\/p>\s*<table[^>]*>\s*<tbody>\s*<tr[\s\S]*?<\/tr>/,
    ([words]) => `${words}<tr><td>Adjusted supplementary measure</td><td>12,345</td></tr>`,
  ),
  "a detailed occupation has no row in the projections": one(
    /<tr[^>]*>\s*<th id="table1-[4-9]-0"(?:(?!<\/tr>)[\s\S])*>\d\d-\d{3}[1-9]<(?:(?!<\/tr>)[\s\S])*<\/tr>/,
    () => "",
  ),
  "a link has no words": one(
    /(<strong[^>]*><a href="\/ooh\/[^"]*">)[^<]*(<\/a>)/,
    ([, before, after]) => `${before}${after}`,
  ),
  "the figures of two rows are swapped": one(
    new RegExp(`${SHARE_ROW.source}(\\s*)${SHARE_ROW.source}`),
    ([, a, one, blank, b, two]) =>
      `<tr><td>${a}</td><td>${two}</td></tr>${blank}<tr><td>${b}</td><td>${one}</td></tr>`,
  ),
  "a table is announced in other words": one(/were as follows:(?=<\/p>)/, () => "are listed below:"),
  "a table stands in a figure": one(
    /<table class="ooh-tab-table">[\s\S]*?<\/table>/,
    ([words]) => `<figure>${words}</figure>`,
  ),
  "the lowest tenth is told in other words": one(
    /The lowest 10 percent earned less than/,
    () => "The lowest-paid 10 percent earned less than",
  ),
  "the highest tenth is told in other words": one(
    /, and the highest 10 percent earned more than/,
    () => ", while the highest 10 percent earned more than",
  ),
  "the median is told in other words": one(
    /The median (annual|hourly) wage for/,
    ([, period]) => `The median ${period} wage of`,
  ),
  "the jobs are told in other words": one(
    / held about (?=[\d.,]+(?: million)? jobs in)/,
    () => " held roughly ",
  ),
  "a tab has another name": one(RELATED, ([words, name = ""]) => words.replace(name, `${name}-2`)),
  "a tab is empty": one(
    new RegExp(`${RELATED.source}[\\s\\S]*?(?=<\\/article>)`),
    ([, name]) => `<article aria-labelledby="${name}">`,
  ),
  "a table is missing after its sentence": one(
    /(as follows:\s*<\/p>\s*)<table class="ooh-tab-table">[\s\S]*?<\/table>/,
    ([, sentence]) => `${sentence}`,
  ),
  "a table is missing with its sentence": one(
    /<p[^>]*>(?:(?!<p\b)[\s\S])*?as follows:\s*<\/p>\s*<table class="ooh-tab-table">[\s\S]*?<\/table>/,
    () => "",
  ),
  "the paragraph about a median is missing": one(
    /<p[^>]*>(?:(?!<p\b)[\s\S])*?The median (?:annual|hourly) wage for(?:(?!<\/p>)[\s\S])*?lowest 10 percent(?:(?!<\/p>)[\s\S])*<\/p>/,
    () => "",
  ),
  "the tenths after a median are missing": one(
    /The lowest 10 percent earned less than[^<]*(?=<\/p>)/,
    () => "",
  ),
  "the year of a table is wrong": one(
    /(\b[Ii]n May )2024(?=(?:(?!<\/?p\b)[\s\S])*were as follows:)/,
    ([, before]) => `${before}2014`,
  ),
  "the year of a count of jobs is wrong": one(/ jobs in 2024\./, () => " jobs in 2014."),
  "an industry is missing among the wages": one(
    /(in the top industr(?:(?!<table)[\s\S])*<table(?:(?!<\/table>)[\s\S])*?<\/tr>\s*)<tr[^>]*>(?:(?!<\/tr>)[\s\S])*<\/tr>/,
    ([, before]) => `${before}`,
  ),
  "a detailed occupation is missing among the wages": one(
    /(edian (?:annual|hourly) wages for [^<]* in \w+ 2024 were as follows:<\/p>\s*<table(?:(?!<\/table>)[\s\S])*?<\/tr>\s*)<tr[^>]*>(?:(?!<\/tr>)[\s\S])*<\/tr>/,
    ([, before]) => `${before}`,
  ),
  "a SOC code of the projections is another": one(
    /(data-label="SOC Code:">\s*\d\d-\d\d)(\d)(?=\d\s*<\/td>)/,
    ([, before, digit]) => `${before}${(Number(digit) + 1) % 10}`,
  ),
  "jobs of the projections are not in hundreds": one(
    /(headers="table1-\d+-0 table1-0-[23]"[^>]*>[\d,]*)00(?=<\/td>)/,
    ([, before]) => `${before}02`,
  ),
  "a yearly wage of a table is not in tens": one(
    /(<tr[^>]*>\s*<td>[^<]*<\/td>\s*<td[^>]*>\s*\$?\d{2,3},\d\d)0(?=\s*<\/td>)/,
    ([, before]) => `${before}1`,
  ),
  "the hourly median is two cents less": one(
    /\$(\d+\.\d\d)(?=\s+per hour)/,
    ([, hour]) => `$${(Number(hour) - 0.02).toFixed(2)}`,
  ),
};

/** An amount of the Summary that no one could read: the figures stand elsewhere, but its text is published as well. */
export const spoiltSummary: Change = (html) =>
  html.replace(
    /(<article aria-labelledby="Summary">[\s\S]*?The median (?:annual|hourly) wage for [^<]*? was \$)(\d+)([,.])(\d)/,
    "$1$2.$4$3",
  );

export type Limit = {
  readonly change: Change;
  /** The tables that differ then. */
  readonly tables: readonly string[];
  /** Whether a fact is gone, and those after it move up, or one value is another. */
  readonly effect: "gone" | "other";
};

/**
 * What nobody can see who has the page alone: nothing else on it speaks of the fact. Only a comparison with the reading
 * before can tell.
 */
export const LIMITS: Readonly<Record<string, Limit>> = {
  "a duty is missing": {
    change: one(
      /(do the following:\s*<\/p>\s*<ul[^>]*>\s*)<li[^>]*>(?:(?!<\/li>)[\s\S])*<\/li>/,
      ([, before]) => `${before}`,
    ),
    tables: ["duty"],
    effect: "gone",
  },
  "a similar occupation is missing": {
    change: one(
      /<tr role="row" class="(?:odd|even)">\s*<td headers="similar-occupations-0-0"(?:(?!<\/tr>)[\s\S])*<\/tr>/,
      () => "",
    ),
    tables: ["relation"],
    effect: "gone",
  },
  "the self-employed are missing among the employers": {
    change: one(/<tr[^>]*>\s*<td>Self-employed workers<\/td>\s*<td[^>]*>\s*\d+\s*<\/td>\s*<\/tr>/, () => ""),
    tables: ["employer_share", "industry"],
    effect: "gone",
  },
  "the last share is one percent less": {
    change: one(
      /(<td>[^<]*<\/td>\s*<td[^>]*>\s*)([2-9])(?=\s*<\/td>\s*<\/tr>\s*<\/tbody>)/,
      ([, before, share]) => `${before}${Number(share) - 1}`,
    ),
    tables: ["employer_share"],
    effect: "other",
  },
  "the last wage of a table is ten dollars less": {
    change: one(
      /(<td>[^<]*<\/td>\s*<td[^>]*>\s*\d{2,3},\d)([1-9])(?=0\s*<\/td>\s*<\/tr>\s*<\/tbody>)/,
      ([, before, ten]) => `${before}${Number(ten) - 1}`,
    ),
    tables: ["wage"],
    effect: "other",
  },
  "the lowest tenth is ten dollars less": {
    change: one(
      /(lowest 10 percent earned less than \$\d+,\d)([1-9])(?=0\b)/,
      ([, before, ten]) => `${before}${Number(ten) - 1}`,
    ),
    tables: ["wage"],
    effect: "other",
  },
};

/** What cannot be told from a page of another kind: a figure may be missing, but never without a remark. */
const REMARKED_NAMES: readonly string[] = [
  "a table is announced in other words",
  "an industry is missing among the wages",
  "a detailed occupation is missing among the wages",
];

/** Parts that are missing altogether: only the last version of the page can tell (rule `lost-figures`). */
const ABSENT_NAMES: readonly string[] = [
  "a table is missing with its sentence",
  "the paragraph about a median is missing",
];

const changesNamed = (isWanted: (name: string) => boolean) =>
  Object.fromEntries(Object.entries(HARMFUL).filter(([name]) => isWanted(name)));

export const REMARKED = changesNamed((name) => REMARKED_NAMES.includes(name));
export const ABSENT = changesNamed((name) => ABSENT_NAMES.includes(name));
export const REFUSED = changesNamed((name) => !REMARKED_NAMES.includes(name) && !ABSENT_NAMES.includes(name));
