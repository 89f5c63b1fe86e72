import fc from "fast-check";
import { expect, test } from "vitest";
import { dateOf, monthOfYear, spanOf } from "../../../transforms/wording/period.ts";

test.each([
  ["January", "2024", "2024-01"],
  ["May", "2024", "2024-05"],
  ["December", "2017", "2017-12"],
])("%s %s is %s", (month, year, period) => {
  expect(monthOfYear(month, year)).toBe(period);
});

test.each([
  ["may", "2024"],
  ["MAY", "2024"],
  ["Mai", "2024"],
  ["May ", "2024"],
  ["", "2024"],
  ["May", "24"],
  ["May", "20245"],
  ["May", "2024a"],
  ["May", ""],
])("%j %j is no month of a year", (month, year) => {
  expect(monthOfYear(month, year)).toBeUndefined();
});

test.each([
  ["Thursday, August 28, 2025", "2025-08-28"],
  ["Wednesday, December 3, 2025", "2025-12-03"],
  ["August 28, 2025", "2025-08-28"],
])("%j is %s", (words, date) => {
  expect(dateOf(words)).toBe(date);
});

test.each([
  "",
  "28 August 2025",
  "2025-08-28",
  "Aug. 28, 2025",
  "August 28 2025",
  "August 28, 25",
  "Thursday August 28, 2025",
  "thursday, August 28, 2025",
  "Thursday, August 28, 2025.",
  " Thursday, August 28, 2025",
  "Thursday, Smarch 28, 2025",
])("%j is no date", (words) => {
  expect(dateOf(words)).toBeUndefined();
});

test.each(["February 31, 2025", "August 99, 2025", "August 0, 2025", "Blursday, August 28, 2025"])(
  "%j is on no calendar",
  (words) => {
    expect(dateOf(words)).toBeUndefined();
  },
);

test("every day of the calendar is read as it is printed in English", () => {
  const days = fc.date({ min: new Date("1990-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
  const style = { weekday: "long", year: "numeric", month: "long", day: "numeric", timeZone: "UTC" } as const;
  fc.assert(
    fc.property(days, (day) => {
      expect(dateOf(day.toLocaleDateString("en-US", style))).toBe(day.toISOString().slice(0, 10));
    }),
  );
});

test.each([
  ["2024–34", 2024, 2034],
  ["2024-34", 2024, 2034],
  ["2024–2034", 2024, 2034],
  ["1998–08", 1998, 2008],
  ["2099–09", 2099, 2109],
])("%j is from %i to %i", (words, base, target) => {
  expect(spanOf(words)).toEqual({ base, target });
});

test.each([
  "",
  "2024",
  "24–34",
  "2024–4",
  "2024–034",
  "2024–2024",
  "2034–2024",
  "2024—34",
  "2024 – 34",
  "2024–34 ",
])("%j is no span of years", (words) => {
  expect(spanOf(words)).toBeUndefined();
});

test.each(["2024–24", "2024–23"])("%j is not a projection of a hundred years", (words) => {
  expect(spanOf(words)).toBeUndefined();
});

test("a span of one to thirty years is read as it is printed, in short or in full", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1980, max: 2099 }), fc.integer({ min: 1, max: 30 }), (base, years) => {
      const target = base + years;
      const short = `${target % 100}`.padStart(2, "0");
      expect(spanOf(`${base}–${short}`)).toEqual({ base, target });
      expect(spanOf(`${base}-${target}`)).toEqual({ base, target });
    }),
  );
});

test("no words make a span that does not rise", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{0,5}[–—-]\d{0,5}$/)), (words) => {
      const span = spanOf(words);
      expect(span === undefined || span.target > span.base).toBe(true);
    }),
  );
});
