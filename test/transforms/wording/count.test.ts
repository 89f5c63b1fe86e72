import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { COUNT, countOf, isSameCount, signedCountOf } from "../../../transforms/wording/count.ts";

const counts = fc.integer({ min: 0, max: 999_999_999 });

function printed(count: number): string {
  return count.toLocaleString("en-US");
}

test.each([
  ["0", 0],
  ["900", 900],
  ["6,700", 6_700],
  ["194,800", 194_800],
  ["3,391,000", 3_391_000],
  ["1.4 million", 1_400_000],
  ["1.69 million", 1_690_000],
  ["2 million", 2_000_000],
])("%j is %d", (words, count) => {
  expect(countOf(words)).toBe(count);
});

test.each([
  "",
  " 900",
  "900 ",
  "1,23,456",
  "12,34",
  "1234",
  "1,2345",
  ",900",
  "900,",
  "1.5",
  "1,400 million",
  "1.456 million",
  "million",
  "1.4 billion",
  "1.4  million",
  "-900",
  "$900",
  "90%",
  "about 900",
  "900 jobs",
  "N/A",
  "—",
  "٣",
  "9\u00a0000",
])("%j is no count", (words) => {
  expect(countOf(words)).toBeUndefined();
});

test.each(["007", "0,123", "000"])("%j begins with a zero and is no count", (words) => {
  expect(countOf(words)).toBeUndefined();
});

test.each([
  ["-12,400", -12_400],
  ["−12,400", -12_400],
  ["–600", -600],
  ["7,600", 7_600],
  ["0", 0],
  ["-0", 0],
])("%j is %d as a change", (words, change) => {
  expect(signedCountOf(words)).toBe(change);
});

test.each(["", "-", "+600", "--600", "- 600", "600-", "-1,23", "-1.4 million", "(600)", "—"])(
  "%j is no change",
  (words) => {
    expect(signedCountOf(words)).toBeUndefined();
  },
);

test("a change of nothing is never minus nothing", () => {
  expect(Object.is(signedCountOf("-0"), 0)).toBe(true);
});

test.each([
  ["1.7 million", 1_693_800, true],
  ["1.7 million", 1_650_000, true],
  ["1.7 million", 1_649_900, false],
  ["1.7 million", 1_750_100, false],
  ["1.69 million", 1_693_800, true],
  ["1.69 million", 1_700_000, false],
  ["2 million", 1_500_000, true],
  ["194,800", 194_800, true],
  ["194,800", 194_900, false],
  ["1,7 million", 1_700_000, false],
  ["many", 0, false],
])("%j and %d the same: %s", (rounded, exact, isSame) => {
  expect(isSameCount(rounded, exact)).toBe(isSame);
});

describe("for any number", () => {
  test("a count that is printed with commas is read as it was", () => {
    fc.assert(
      fc.property(counts, (count) => {
        expect(countOf(printed(count))).toBe(count);
      }),
    );
  });

  test("a change is read with its sign, whichever minus is printed", () => {
    fc.assert(
      fc.property(counts, fc.constantFrom("-", "−", "–"), (count, minus) => {
        expect(signedCountOf(`${minus}${printed(count)}`)).toBe(count === 0 ? 0 : -count);
        expect(signedCountOf(printed(count))).toBe(count);
      }),
    );
  });

  test("millions are read to the tenth", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999 }), (tenths) => {
        expect(countOf(`${Math.floor(tenths / 10)}.${tenths % 10} million`)).toBe(tenths * 100_000);
      }),
    );
  });

  test("a comma in another place is refused", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000, max: 999_999_999 }), fc.nat(8), (count, at) => {
        const digits = `${count}`;
        const words = `${digits.slice(0, at)},${digits.slice(at)}`;
        if (words === printed(count)) return;
        expect(countOf(words)).toBeUndefined();
      }),
    );
  });

  test("what prose takes for a count is one, or is refused", () => {
    const pattern = new RegExp(`^(?:${COUNT})$`);
    fc.assert(
      fc.property(counts, (count) => {
        expect(pattern.test(printed(count))).toBe(true);
      }),
    );
    expect(pattern.test("1.4 million")).toBe(true);
    expect(pattern.test("1,23,456")).toBe(false);
  });
});

test("no words are read as a number that is not one, or as less than nothing", () => {
  const near = fc.stringMatching(/^[-−–+$]?[\d,. ]{0,12}( million|%)?$/);
  fc.assert(
    fc.property(fc.oneof(fc.string(), near), (words) => {
      const count = countOf(words);
      expect(count === undefined || (Number.isSafeInteger(count) && count >= 0)).toBe(true);
      const change = signedCountOf(words);
      expect(change === undefined || Number.isSafeInteger(change)).toBe(true);
    }),
  );
});
