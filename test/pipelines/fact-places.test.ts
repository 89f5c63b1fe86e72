import { expect, test } from "vitest";
import { placesOf } from "../../pipelines/fact-places.ts";

test("a fact names one place, and the words that stand there", () => {
  expect(placesOf({ locator: "#quickfacts > tr", raw: "None" })).toEqual([
    { locator: "#quickfacts > tr", words: "None" },
  ]);
});

test("the name of a workbook begins with a bracket, and is no list", () => {
  expect(placesOf({ locator: "[2024.xlsx]2024!C9", raw: null })).toEqual([
    { locator: "[2024.xlsx]2024!C9", words: null },
  ]);
});

test("words in JSON at one place are no list", () => {
  const raw = '["a","b"]';
  expect(placesOf({ locator: "/body/0", raw })).toEqual([{ locator: "/body/0", words: raw }]);
});

test("a fact of several places has the words of each, in their order, NULL where the value is those words", () => {
  expect(placesOf({ locator: '["#a","#b"]', raw: '["one",null]' })).toEqual([
    { locator: "#a", words: "one" },
    { locator: "#b", words: null },
  ]);
});

test("what rests on other rows names them, and has no words", () => {
  expect(placesOf({ locator: '["a > b","c"]', raw: null })).toEqual([
    { locator: "a > b", words: null },
    { locator: "c", words: null },
  ]);
});

test("words without a place keep none", () => {
  expect(placesOf({ locator: '["#a"]', raw: '["one","two"]' })).toEqual([
    { locator: "#a", words: "one" },
    { locator: "", words: "two" },
  ]);
});
