import fc from "fast-check";
import { expect, test } from "vitest";
import { isSocCode, socLevelOf } from "../../../transforms/wording/soc-code.ts";

test.each(["29-1141", "53-2010", "21-1018", "00-0000"])("%j has the form of a SOC code", (code) => {
  expect(isSocCode(code)).toBe(true);
});

test.each([
  "",
  "—",
  "29-114",
  "29-11411",
  "291141",
  "29–1141",
  "29-1141.00",
  " 29-1141",
  "29-1141 ",
  "29-1141\n",
  "2A-1141",
])("%j has not", (code) => {
  expect(isSocCode(code)).toBe(false);
});

test.each([
  ["29-0000", "major"],
  ["29-1000", "minor"],
  ["15-1200", "minor"],
  ["31-1100", "minor"],
  ["51-5100", "minor"],
  ["29-1200", "broad"],
  ["29-1210", "broad"],
  ["17-3010", "broad"],
  ["29-1211", "detailed"],
  ["17-3019", "detailed"],
  ["21-1018", "matrix"],
  ["25-2052", "matrix"],
  ["25-9045", "matrix"],
  ["51-2028", "matrix"],
  ["53-1047", "matrix"],
] as const)("%s is a %s code", (code, level) => {
  expect(socLevelOf(code)).toBe(level);
});

test("any two and four digits with a hyphen are a code, and every code has one level", () => {
  const levels = ["major", "minor", "broad", "detailed", "matrix"];
  fc.assert(
    fc.property(fc.stringMatching(/^\d{2}-\d{4}$/), (code) => {
      expect(isSocCode(code)).toBe(true);
      expect(levels).toContain(socLevelOf(code));
    }),
  );
});

test("a code that ends in another digit than 0 is detailed or of the matrix", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{2}-\d{3}[1-9]$/), (code) => {
      expect(["detailed", "matrix"]).toContain(socLevelOf(code));
    }),
  );
});

test("no other words are taken for a code", () => {
  fc.assert(
    fc.property(fc.string(), (words) => {
      expect(isSocCode(words)).toBe(/^[0-9]{2}-[0-9]{4}$/.test(words) && words.length === 7);
    }),
  );
});
