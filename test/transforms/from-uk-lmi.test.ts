import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rowsOf } from "../sources/cases/facts-of.ts";
import { answer, documentOf, readingOf } from "../sources/uk-lmi/cases.ts";

const API = "https://api.lmiforall.org.uk/api/v1/";

const factsOf = (name: string) => readingOf(documentOf(name)).facts;

describe("pay", () => {
  test("is the mean of a week in pounds, of the group that the answer names", () => {
    const wages = rowsOf(factsOf("pay-of-the-wider-group"), "wage");
    expect(wages.map(({ amount, reference_period }) => [amount, reference_period])).toEqual([
      [1050, "2012"],
      [1070, "2013"],
    ]);
    for (const wage of wages)
      expect(wage).toMatchObject({
        occupation_id: "uk-soc-2010/11",
        area: "UK",
        statistic: "mean",
        period: "week",
        currency: "GBP",
        qualifier: "exact",
      });
  });

  test("is of a group that the answer names by its code alone, which has to do for a title", () => {
    const [group, ...others] = factsOf("pay-of-the-wider-group");
    expect(group).toMatchObject({
      table: "occupation",
      row: { id: "uk-soc-2010/11", code: "11", level: "sub-major", title: "11", summary: null },
    });
    expect(new Set(others.map(({ table }) => table))).toEqual(new Set(["wage"]));
  });

  test("is what the answer says, whatever the order of the years", () => {
    const years = fc.uniqueArray(fc.integer({ min: 1_990, max: 2_030 }), { minLength: 1, maxLength: 8 });
    const amounts = fc.array(fc.integer({ min: 1, max: 99_999 }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(years, amounts, (told, amount) => {
        const series = told.map((year, index) => ({ year, estpay: amount[index] }));
        const { facts, edition } = readingOf(
          answer(`${API}ashe/estimatePay?soc=11`, JSON.stringify({ soc: 11, series })),
        );
        expect(
          rowsOf(facts, "wage").map((row) => ({ year: Number(row.reference_period), estpay: row.amount })),
        ).toEqual(series);
        expect(edition).toBe(`${Math.max(...told)}`);
      }),
    );
  });
});

test("hours are the mean of a week", () => {
  const [hours] = rowsOf(factsOf("hours-of-the-wider-group"), "working_hours");
  expect(hours).toMatchObject({
    occupation_id: "uk-soc-2010/53",
    statistic: "mean",
    value: 43,
    reference_period: "2012",
  });
});

describe("a projection", () => {
  test("goes from the first year to each later one, and states no change", () => {
    const rows = rowsOf(factsOf("projection"), "projection");
    expect(rows.map((row) => [row.base_year, row.base_jobs, row.target_year, row.target_jobs])).toEqual([
      [2017, 96_100, 2018, 96_900],
      [2017, 96_100, 2020, 98_300],
    ]);
    for (const { change_jobs, change_percent, industry_id } of rows)
      expect([change_jobs, change_percent, industry_id]).toEqual([null, null, null]);
  });

  test("of an industry has its industry; a number with a note, a zero and a single year give none", () => {
    const facts = factsOf("projection-by-industry");
    expect(
      rowsOf(facts, "projection").map(({ industry_id, base_jobs, target_jobs }) => [
        industry_id,
        base_jobs,
        target_jobs,
      ]),
    ).toEqual([["working-futures-75/54", 30_900, 31_400]]);
    expect(rowsOf(facts, "industry").map(({ id, title }) => [id, title])).toEqual([
      ["working-futures-75/54", "Land transport"],
    ]);
  });
});

test("whatever is left out gives no fact and one remark that says why", () => {
  for (const name of [
    "pay-by-gender",
    "pay-in-one-region",
    "pay-at-one-age",
    "projection-by-region",
    "census-jobs",
  ]) {
    const { facts, remarks } = readingOf(documentOf(name));
    expect(facts).toEqual([]);
    expect(remarks.map(({ rule }) => rule)).toEqual(["left-out"]);
  }
});

test("all codes are of SOC 2010, at the level that their digits tell", () => {
  for (const [soc, level] of [
    [1, "major"],
    [11, "sub-major"],
    [116, "minor"],
    [1161, "unit"],
  ]) {
    const body = { soc, title: "Managers", description: "", qualifications: "", tasks: "" };
    const [occupation] = rowsOf(
      readingOf(answer(`${API}soc/code/${soc}`, JSON.stringify(body))).facts,
      "occupation",
    );
    expect(occupation).toMatchObject({
      id: `uk-soc-2010/${soc}`,
      scheme: "uk-soc-2010",
      level,
      summary: null,
    });
  }
});

test("an answer with a code that is none of SOC 2010 is refused", () => {
  const body = { soc: 0, title: "Nobody", description: "", qualifications: "", tasks: "" };
  expect(() => readingOf(answer(`${API}soc/code/0`, JSON.stringify(body)))).toThrow();
});
