import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  codeOf,
  isNotGiven,
  numberOf,
  personsOf,
  titleOf,
} from "../../../transforms/us-projections/words.ts";

describe("a number", () => {
  test("in tenths is read as it is written, with commas or without", () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), (tenths) => {
        const value = tenths / 10;
        const grouped = value.toLocaleString("en-US", { minimumFractionDigits: 1 });
        expect(numberOf(String(value))).toBe(value);
        expect(numberOf(grouped)).toBe(value === 0 ? Number(grouped.replaceAll(",", "")) : value);
        expect(numberOf(grouped.replace("-", "−"))).toBe(numberOf(grouped));
        expect(Math.abs(personsOf(value))).toBe(Math.abs(tenths * 100));
      }),
    );
  });

  test("is nothing else, whatever the words", () => {
    const isNumber = /^[-−]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/;
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789,.-−—x% ") }), (words) => {
        expect(numberOf(words) !== undefined).toBe(isNumber.test(words));
      }),
    );
  });

  test.each(["", "1,39", "1.", ".5", "1e3", "(1.2)", ">=239,200", "—", "N/A", "12 %", "1,2345.0"])(
    "is not “%s”",
    (words) => {
      expect(numberOf(words)).toBeUndefined();
    },
  );
});

test.each(["—", "N/A"])("“%s” stands where nothing is given", (words) => {
  expect(isNotGiven(words)).toBe(true);
});

test.each(["", "-", "None", "0"])("“%s” does not", (words) => {
  expect(isNotGiven(words)).toBe(false);
});

test.each([
  ["13-2011", "13-2011"],
  ['="13-2011"', "13-2011"],
  ["13-2011.00", undefined],
  ['="13-2011', undefined],
  ["132011", undefined],
  ["", undefined],
])("the code of “%s” is %s", (words, code) => {
  expect(codeOf(words)).toBe(code);
});

test.each([
  ["Chief executives", "Chief executives"],
  ["Chief executives(1)", "Chief executives"],
  ["Chief executives [1][2]", "Chief executives"],
  ["Actors * Actor Understudy* Vaudeville Actor", "Actors"],
  ["Actors Show/hide Example Job Titles * Actor Understudy", "Actors"],
  ["Production workers, all other Show/hide Example Job Titles", "Production workers, all other"],
  ["Buyers (wholesale)", "Buyers (wholesale)"],
  ["* Actor Understudy", undefined],
  ["", undefined],
])("the title of “%s” is %s", (words, title) => {
  expect(titleOf(words)).toBe(title);
});
