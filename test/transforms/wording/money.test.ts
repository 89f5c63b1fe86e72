import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amountOf, DOLLARS, dollarsOf, surveyCap } from "../../../transforms/wording/money.ts";

const cents = fc.integer({ min: 1, max: 99_999_999 });

function printed(dollars: number, decimals: 0 | 2): string {
  return `$${dollars.toLocaleString("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals })}`;
}

test.each([
  ["$50,250", 50_250],
  ["$24.16", 24.16],
  ["$239,200", 239_200],
  ["$115.00", 115],
  ["$1,000.50", 1_000.5],
  ["$9", 9],
])("%j is %d dollars", (words, dollars) => {
  expect(dollarsOf(words)).toBe(dollars);
});

test.each([
  "",
  "$",
  "50,250",
  "$ 50,250",
  " $50,250",
  "$50,250 ",
  "$1,23,456",
  "$12,34",
  "$50250",
  "$24.1",
  "$24.165",
  "$24.",
  "$.50",
  "$50,250.",
  "-$50",
  "$-50",
  "$$50",
  "£50",
  "$50k",
  "$1.4 million",
  "$50,250 or more",
  "N/A",
])("%j is no amount in dollars", (words) => {
  expect(dollarsOf(words)).toBeUndefined();
});

test.each(["$050", "$0,050", "$000"])("%j begins with a zero and is no amount", (words) => {
  expect(dollarsOf(words)).toBeUndefined();
});

test.each([
  ["50,250", 50_250],
  ["24.16", 24.16],
])("a cell of a table leaves the sign out: %j is %d", (words, amount) => {
  expect(amountOf(words)).toBe(amount);
});

test.each(["$50,250", "1,23", "12,34", "50250", "", "."])("%j is no amount of a cell", (words) => {
  expect(amountOf(words)).toBeUndefined();
});

test.each([
  [2024, "year", 239_200],
  [2024, "hour", 115],
  [2022, "year", 239_200],
  [2022, "hour", 115],
  [2021, "year", 208_000],
  [2021, "hour", 100],
  [2017, "year", 208_000],
] as const)("in %i the survey's cap by the %s was %d dollars", (year, period, cap) => {
  expect(surveyCap(year, period)).toBe(cap);
});

test("the cap by the year is the cap by the hour times 2,080", () => {
  for (const year of [2017, 2021, 2022, 2024])
    expect(surveyCap(year, "year")).toBe(surveyCap(year, "hour") * 2_080);
});

describe("for any amount", () => {
  test("it is read as it was printed, with cents or without", () => {
    fc.assert(
      fc.property(cents, (amount) => {
        expect(dollarsOf(printed(amount / 100, 2))).toBe(amount / 100);
        expect(dollarsOf(printed(amount, 0))).toBe(amount);
      }),
    );
  });

  test("prose takes it whole, also before a full stop", () => {
    fc.assert(
      fc.property(cents, fc.constantFrom<0 | 2>(0, 2), (amount, decimals) => {
        const words = printed(amount, decimals);
        expect(new RegExp(`was (${DOLLARS})\\.$`).exec(`was ${words}.`)?.[1]).toBe(words);
      }),
    );
  });

  test("a comma in another place is refused", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000, max: 999_999_999 }), fc.nat(8), (amount, at) => {
        const words = `$${`${amount}`.slice(0, at)},${`${amount}`.slice(at)}`;
        if (words === printed(amount, 0)) return;
        expect(dollarsOf(words)).toBeUndefined();
      }),
    );
  });
});

test("no words are read as a number that is not one, or as less than nothing", () => {
  const near = fc.stringMatching(/^[-£$]?\$?[\d,. ]{0,12}( or more)?$/);
  fc.assert(
    fc.property(fc.oneof(fc.string(), near), (words) => {
      for (const amount of [dollarsOf(words), amountOf(words)])
        expect(amount === undefined || (Number.isFinite(amount) && amount >= 0)).toBe(true);
    }),
  );
});
