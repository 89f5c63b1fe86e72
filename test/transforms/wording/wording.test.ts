import { expect, test } from "vitest";
import { understand, wording } from "../../../transforms/wording/wording.ts";

const TABLE = [
  wording(/(?<jobs>\d+) jobs/, ({ jobs }) => `${jobs}`),
  wording(
    /(?<jobs>\d+) jobs(?<more> or more)?/,
    ({ jobs, more }) => `${jobs}${more === undefined ? "" : "+"}`,
  ),
  wording(/none|nobody/, () => "0"),
  wording(/(?:)/, () => "not said"),
];

test.each([
  ["12 jobs", "12"],
  ["12 jobs or more", "12+"],
  ["none", "0"],
  ["nobody", "0"],
  ["", "not said"],
])("%j means %j", (words, meaning) => {
  expect(understand(words, TABLE)).toBe(meaning);
});

test.each([
  "12 jobs ",
  " 12 jobs",
  "about 12 jobs",
  "12 jobs.",
  "none\n",
  "nobody here",
  "nonenobody",
  "None",
])("%j is in no table: only a match from end to end counts", (words) => {
  expect(understand(words, TABLE)).toBeUndefined();
});

test("the first wording that matches is the one that counts", () => {
  const table = [wording(/a+/, () => 1), wording(/aa/, () => 2)];
  expect(understand("aa", table)).toBe(1);
});

test("alternatives are held together: neither end of them can be left open", () => {
  expect(understand("ax", [wording(/a|b/, () => 1)])).toBeUndefined();
  expect(understand("xb", [wording(/a|b/, () => 1)])).toBeUndefined();
});

test("flags of a pattern are kept", () => {
  expect(understand("NONE", [wording(/none/i, () => 1)])).toBe(1);
});

test("a table without wordings understands nothing", () => {
  expect(understand("", [])).toBeUndefined();
});
