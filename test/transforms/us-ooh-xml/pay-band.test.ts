import fc from "fast-check";
import { expect, test } from "vitest";
import { bandOf } from "../../../transforms/us-ooh-xml/pay-band.ts";

test.each([
  ["Less than $37,500", { low: null, high: 37_500, qualifier: "less-than" }],
  ["$37,500 to $49,999", { low: 37_500, high: 49_999, qualifier: "exact" }],
  ["$40,000 to $59,999", { low: 40_000, high: 59_999, qualifier: "exact" }],
  ["$100,000 or more", { low: 100_000, high: null, qualifier: "at-least" }],
  ["The annual wage is not available.", { low: null, high: null, qualifier: "not-published" }],
])("%s", (words, band) => {
  expect(bandOf(words)).toEqual(band);
});

test.each([
  "",
  "Middling",
  "$49,999 to $37,500",
  "$37,500 to $37,500",
  "37,500 to 49,999",
  "$37500 to $49999",
  "$37,500–$49,999",
  "Less than $37,500.",
  "about $37,500 to $49,999",
  "$100,000 or less",
  "$1,00 or more",
  "The annual wage is not available",
  "$37,500 to $49,999 $50,000 to $74,999",
])("“%s” is no band", (words) => {
  expect(bandOf(words)).toBeUndefined();
});

const dollars = (amount: number) => `$${amount.toLocaleString("en-US")}`;

test("any two bounds in their order are a band, and come out as they went in", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 1, max: 999_999 }), (low, width) => {
      const high = low + width;
      expect(bandOf(`${dollars(low)} to ${dollars(high)}`)).toEqual({ low, high, qualifier: "exact" });
      expect(bandOf(`${dollars(high)} to ${dollars(low)}`)).toBeUndefined();
      expect(bandOf(`${dollars(low)} or more`)).toEqual({ low, high: null, qualifier: "at-least" });
      expect(bandOf(`Less than ${dollars(high)}`)).toEqual({ low: null, high, qualifier: "less-than" });
    }),
  );
});
