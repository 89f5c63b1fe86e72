import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rowsOf } from "../../sources/cases/facts-of.ts";
import { factsOf, hoursOf, refusalOf } from "./profile-of.ts";

const typical = (text: string, detail?: string | null) =>
  rowsOf(factsOf({ hours: hoursOf(text, detail) }).facts, "working_hours")[0];

test("a range of hours, and when", () => {
  expect(typical("37 to 40")).toMatchObject({
    statistic: "typical",
    area: "UK",
    value: null,
    low: 37,
    high: 40,
    qualifier: "exact",
    detail: "a week",
    pattern: "evenings",
    pattern_detail: null,
    reference_period: null,
    raw: JSON.stringify(["37 to 40 a week", "evenings"]),
  });
});

test.each([
  ["41 to 43", "variable", { low: 41, high: 43, qualifier: "exact", detail: "variable" }],
  ["37.5 to 40", "term time", { low: 37.5, high: 40, detail: "term time" }],
  ["40 to 40", "week", { low: 40, high: 40, value: null, detail: "week" }],
  ["37", null, { value: 37, low: null, high: null, qualifier: "exact", detail: null }],
  [
    "Variable",
    "irregular",
    { value: null, low: null, high: null, qualifier: "variable", detail: "irregular" },
  ],
])("“%s” and “%s”", (text, detail, row) => {
  expect(typical(text, detail)).toMatchObject(row);
});

test.each(["between 8am and 6pm", "9.30am to 12 pm", "evenings / weekends"])("the pattern “%s”", (text) => {
  const pattern = { text, detail: null, whole: text, at: "p" };
  expect(rowsOf(factsOf({ pattern }).facts, "working_hours")[0]).toMatchObject({ pattern: text });
});

test("no pattern is no place either", () => {
  const pattern = { text: "", detail: null, whole: "", at: "p" };
  const [row] = rowsOf(factsOf({ pattern }).facts, "working_hours");
  expect(row).toMatchObject({ pattern: null, pattern_detail: null, raw: "37 to 40 a week" });
});

const figure = fc.integer({ min: 270, max: 800 }).map((tenths) => tenths / 10);

test("any range comes back as it was written, the smaller figure first", () => {
  fc.assert(
    fc.property(figure, figure, (one, other) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      expect(typical(`${low} to ${high}`)).toMatchObject({ low, high });
      if (low < high)
        expect(refusalOf({ hours: hoursOf(`${high} to ${low}`) })).toContain("smaller figure first");
    }),
  );
});

test("no other words make hours", () => {
  const words = fc.oneof(fc.string(), fc.stringMatching(/^[\d. to-]{1,12}$/));
  fc.assert(
    fc.property(words, (text) => {
      fc.pre(!/^\d{1,3}(\.\d{1,2})?( to \d{1,3}(\.\d{1,2})?)?$/.test(text) && text !== "Variable");
      expect(refusalOf({ hours: hoursOf(text) })).toContain("hours like “37 to 42”");
    }),
  );
});

describe("refused is", () => {
  test.each(["0 to 40", "37 to 0", "0", "3 to 39", "37 to 93", "37 to 400"])(
    "the impossible “%s”",
    (text) => {
      expect(refusalOf({ hours: hoursOf(text) })).toContain("5 to 80 hours a week");
    },
  );

  test("a span as wide as no job has one", () => {
    expect(refusalOf({ hours: hoursOf("10 to 52") })).toContain("no more than 3 times the smaller figure");
  });

  test.each(["9[1]am to 5pm", "-9am to 5pm", "between 8am and pm", "27am to 5pm", "9 to 5", "90am"])(
    "the time of day “%s”",
    (text) => {
      const pattern = { text, detail: null, whole: text, at: "p" };
      expect(refusalOf({ pattern })).toContain("times of the day");
    },
  );

  test.each(["a day", "daily", "per month", "a fortnight", "a year", "per shift"])(
    "another unit beside the hours: “%s”",
    (detail) => {
      expect(refusalOf({ hours: hoursOf("37 to 40", detail) })).toContain("hours of a week");
    },
  );

  test.each(["Typical hours", "Typical hours (a day)", "Typical hours (a week) in summer"])(
    "the heading “%s”",
    (text) => {
      const hours = { ...hoursOf("37"), heading: { text, at: "h2" } };
      expect(refusalOf({ hours })).toContain("“Typical hours (a week)”");
    },
  );
});
