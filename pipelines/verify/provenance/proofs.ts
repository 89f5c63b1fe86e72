import { fold } from "../../../sources/reading/text.ts";
import type { Scalar } from "../../../transforms/facts.ts";
import { hasWords } from "./has-words.ts";
import type { Found } from "./reopened/found.ts";
import { rankOf } from "./reopened/prose.ts";

/** What a fact's places say, all of them in their order, and the words that it says were published there. */
export type Surroundings = {
  readonly found: readonly Found[];
  readonly words: readonly (string | null)[];
};

/** How the value of a column is found again at its place, where nothing else tells its words. */
export type Proof = {
  readonly column: string;
  readonly isSaid: (value: Scalar, found: Found, around: Surroundings) => boolean;
  /** The value stands at several places, part by part; `found` is what they say together. */
  readonly isSpread?: true;
};

/** The place says the value and nothing else; where there is none, nothing. */
export function whole(column: string): Proof {
  return { column, isSaid: isWhole };
}

function isWhole(value: Scalar, { words, beside, number }: Found): boolean {
  if (value === null) return words === "";
  if (typeof value === "number") return value === (number ?? numberIn(words));
  return [words, ...beside].includes(fold(value));
}

/** The same of several places, one after the other. */
export function spread(column: string): Proof {
  return { ...whole(column), isSpread: true };
}

/** The place says the value among other words, as whole words. */
export function among(column: string): Proof {
  return {
    column,
    isSaid: (value, { words }) => typeof value === "string" && hasWords(words, fold(value)),
  };
}

/** The value is one of the items that the place lists. */
export function listed(column: string, separator: RegExp): Proof {
  return { column, isSaid: (value, { words }) => words.split(separator).map(fold).includes(String(value)) };
}

/** The value, where there is one, is a number in the words of the place: `$50,000 to $74,999`. */
export function figured(column: string): Proof {
  return {
    column,
    isSaid: (value, { words }) =>
      value === null || (words.match(/\d[\d,.]*/g) ?? []).some((figure) => numberIn(figure) === value),
  };
}

/** The value is the prose of the place, as Markdown: all of it, up to the next heading. */
export function prose(column: string): Proof {
  return { column, isSaid: (value, found) => typeof value === "string" && isProse(value, found.prose()) };
}

/** An element that holds its own heading begins with it. */
function isProse(value: string, found: readonly string[]): boolean {
  const said = value.split("\n\n");
  return beginsWith(found, said) || (isHeading(found[0]) && beginsWith(found.slice(1), said));
}

function beginsWith(found: readonly string[], said: readonly string[]): boolean {
  const next = found[said.length];
  return said.every((block, index) => block === found[index]) && (next === undefined || isHeading(next));
}

function isHeading(block = ""): boolean {
  return rankOf(block) > 0;
}

/** The value is a paragraph among the prose of the place: some pages have words outside any element of their own. */
export function paragraph(column: string): Proof {
  return { column, isSaid: (value, found) => typeof value === "string" && found.prose().includes(value) };
}

/** One of two proofs is enough. */
export function either(one: Proof, other: Proof): Proof {
  return { ...one, isSaid: (...given) => one.isSaid(...given) || other.isSaid(...given) };
}

/** The place holds a number that was withheld: there is no value. */
export function withheld(column: string): Proof {
  return { column, isSaid: (value, { number }) => value === null && number !== undefined };
}

/**
 * The value is how many rows of the place say both what the fact's first place says and what its second does, each in the
 * column of that place. Rows that later places stand in are not counted.
 */
export function counted(column: string): Proof {
  return {
    column,
    isSaid: (value, { rows }, { found, words }) => {
      const [one, other, , ...others] = found;
      const [codes, partners] = [one?.column() ?? [], other?.column() ?? []];
      const leftOut = new Set(others.map((place) => place.rows.from));
      let count = 0;
      for (let row = rows.from; row <= rows.to; row++)
        if (codes[row] === words[0] && partners[row] === words[1] && !leftOut.has(row)) count++;
      return count === value;
    },
  };
}

/** `1,234.5` → 1234.5; not a number where the words are none. */
function numberIn(words: string): number {
  return words === "" ? Number.NaN : Number(words.replace(/[.,]$/, "").replaceAll(",", ""));
}
