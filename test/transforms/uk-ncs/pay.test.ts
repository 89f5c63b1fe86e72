import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rowsOf } from "../../sources/cases/facts-of.ts";
import { blankSalaryOf, factsOf, refusalOf, salaryOf } from "./profile-of.ts";

const wages = (salary: ReturnType<typeof salaryOf>) =>
  rowsOf(factsOf({ salary }).facts, "wage").map((row) => [row.statistic, row.amount, row.qualifier, row.raw]);

test("both amounts are yearly pounds, exact and undated", () => {
  const [starter, experienced] = rowsOf(factsOf({}).facts, "wage");
  expect(starter).toMatchObject({
    statistic: "starter",
    area: "UK",
    period: "year",
    amount: 15_000,
    qualifier: "exact",
    currency: "GBP",
    reference_period: null,
    relative_error_percent: null,
    raw: "£15,000 Starter",
  });
  expect(experienced).toMatchObject({ statistic: "experienced", amount: 40_000, raw: "£40,000 Experienced" });
});

test("“Variable” gives both rows, without an amount and with the reason", () => {
  expect(wages(blankSalaryOf("Variable"))).toEqual([
    ["starter", null, "variable", "Variable"],
    ["experienced", null, "variable", "Variable"],
  ]);
});

test("starters can earn as much as others", () => {
  expect(wages(salaryOf("£9,500", "£9,500"))).toHaveLength(2);
});

const pounds = fc.integer({ min: 5_000, max: 300_000 });

const written = (amount: number) => `£${amount.toLocaleString("en-GB")}`;

test("any amount comes back as it was written", () => {
  fc.assert(
    fc.property(pounds, pounds, (one, other) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      expect(wages(salaryOf(written(low), written(high))).map(([, amount]) => amount)).toEqual([low, high]);
    }),
  );
});

test("experience never costs", () => {
  fc.assert(
    fc.property(pounds, pounds, (one, other) => {
      fc.pre(one !== other);
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      expect(refusalOf({ salary: salaryOf(written(high), written(low)) })).toContain("no less than");
    }),
  );
});

test.each(["£16", "£3,400", "£378,900"])("%s is no pay of a year", (amount) => {
  expect(refusalOf({ salary: salaryOf(amount, amount) })).toContain("£5000 to £300000 a year");
});

test("no other words make an amount", () => {
  const words = fc.oneof(
    fc.string(),
    fc.stringMatching(/^[£$€]?[\d,. k]{1,10}$/),
    pounds.map((amount) => `£${amount}.50`),
  );
  fc.assert(
    fc.property(words, (text) => {
      fc.pre(!/^£[1-9]\d{0,2}(,\d{3})*$/.test(text));
      expect(refusalOf({ salary: salaryOf(text === "" ? " " : text, "£300,000") })).toContain(
        "an amount like",
      );
    }),
  );
});

describe("refused is", () => {
  test.each([
    "£0",
    "£00",
    "£015,000",
    "£15000",
    "£15,00",
    "£15,000.00",
    "15,000",
    "$15,000",
    "£15k",
    "£-15,000",
  ])("%s", (amount) => {
    expect(refusalOf({ salary: salaryOf(amount, "£40,000") })).toContain("an amount like £24,907");
  });

  test.each(["variable", "Variable pay", "Unknown", ""])("“%s” instead of amounts", (words) => {
    expect(refusalOf({ salary: blankSalaryOf(words) })).toContain("“Variable”");
  });

  test.each([
    "Average salary (a month)",
    "Average salary",
    "Average salary (a year) in London",
    "Average salary (per year)",
  ])("the heading “%s”", (text) => {
    const salary = { ...salaryOf("£1", "£2"), heading: { text, at: "h2" } };
    expect(refusalOf({ salary })).toContain("“Average salary (a year)”");
  });
});
