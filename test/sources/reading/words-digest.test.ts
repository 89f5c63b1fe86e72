import fc from "fast-check";
import { expect, test } from "vitest";
import { figuresIn, wordsDigest, wordsOfMarkdown } from "../../../sources/reading/words-digest.ts";

const digestOfMarkdown = (markdown: string) => wordsDigest(wordsOfMarkdown(markdown));

test.each([
  ["case", "Widget makers", "WIDGET Makers"],
  ["white space, also where it is missing", "a b\u00a0c", " ab\n\tc "],
  ["dashes, quotation marks and punctuation", "the maker’s — “round” ones.", "the maker's - round ones"],
])("%s makes no difference", (_what, one, other) => {
  expect(wordsDigest(one)).toBe(wordsDigest(other));
});

test.each([
  ["another word", "round ones", "square ones"],
  ["another order", "ab ba", "ba ab"],
  ["another number", "8 percent", "9 percent"],
  ["another accent", "resume", "résumé"],
  ["a word more", "round", "round ones"],
  ["nothing", "", "a"],
])("%s makes one", (_what, one, other) => {
  expect(wordsDigest(one)).not.toBe(wordsDigest(other));
});

test("texts of different letters have different digests", () => {
  const letters = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, "");
  const text = fc.stringMatching(/^[a-zA-Z0-9 .,-]{0,60}$/);
  fc.assert(
    fc.property(text, text, (one, other) => {
      expect(wordsDigest(one) === wordsDigest(other)).toBe(letters(one) === letters(other));
    }),
    { numRuns: 2_000 },
  );
});

test("Markdown has the words of its text: marks, targets of links and numbers of lists are none", () => {
  const markdown =
    "**Makers** use *tools*\\_1 [of steel](https://www.bls.gov/ooh/a%281%29.htm).\n\n1. Cut\n2. Turn\n\n| a | b |\n| --- | --- |\n| 60% | 8 |";
  expect(digestOfMarkdown(markdown)).toBe(wordsDigest("Makers use tools_1 of steel. Cut Turn a b 60% 8"));
  expect(figuresIn(wordsOfMarkdown(markdown))).toBe("1 60 8");
});

test("a number that Markdown would take for a list's stays a number", () => {
  expect(figuresIn(wordsOfMarkdown("2024\\. That was the year."))).toBe("2024");
});

test("figures are whole numbers, decimals and amounts, in their order", () => {
  expect(figuresIn("In 2024, 1.6 million held jobs; $81,680 (5%), 24/7.")).toBe("2024 1.6 81,680 5 24 7");
});
