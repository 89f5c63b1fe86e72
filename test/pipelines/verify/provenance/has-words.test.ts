import { expect, test } from "vitest";
import { hasWords } from "../../../../pipelines/verify/provenance/has-words.ts";

test.each([
  ["Bus drivers 53-3051 377,400", "Bus drivers 53-3051"],
  ["£21,000 Starter", "£21,000"],
  ["They held 135,400 jobs.", "135,400"],
  ["In all, 5.", "5"],
  ["new news and new", "new"],
])("“%s” says “%s”", (text, words) => {
  expect(hasWords(text, words)).toBe(true);
});

test.each([
  ["They held 135,400 jobs.", "35,400"],
  ["They held 135,400 jobs.", "135,40"],
  ["They held 135,400 jobs.", "135"],
  ["They held 135,400 jobs.", "400"],
  ["None of them", "one"],
  ["Nonelectronic", "None"],
  ["words", ""],
])("“%s” does not say “%s”", (text, words) => {
  expect(hasWords(text, words)).toBe(false);
});
