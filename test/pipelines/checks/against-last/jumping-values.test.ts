import { describe, expect, test } from "vitest";
import { jumpingValues } from "../../../../pipelines/checks/against-last/jumping-values.ts";
import type { Fact } from "../../../../transforms/model/model.ts";
import { documentOf, fact, findingsOf } from "./documents.ts";

const jumps = (before: Fact, now: Fact, editions = ["2024-34", "2024-34"]) =>
  findingsOf(jumpingValues, documentOf([before], editions[0]), documentOf([now], editions[1]));
const pay = (amount: number | null) => fact("wage", { amount });
const editorial = (amount: number | null) =>
  fact("wage", { amount, reference_period: null, statistic: "starter" });
const jobs = (count: number) => fact("employment", { jobs: count });
const share = (percent: number) =>
  fact("employer_share", { rank: 1, industry_id: "us-ooh/Government", percent });
const hours = (value: number) =>
  fact("working_hours", { statistic: "typical", value, reference_period: null });
const projection = (given: object) => fact("projection", { base_year: 2024, target_year: 2034, ...given });

describe("within an edition", () => {
  test.each([
    ["pay by a fifth", pay(50_000), pay(60_000), pay(60_001)],
    ["editorial pay by a half", editorial(20_000), editorial(30_000), editorial(30_001)],
    ["jobs by a fifth and a step of rounding", jobs(10_000), jobs(12_100), jobs(12_101)],
    ["a share by five points", share(28), share(33), share(34)],
    ["a working week by a fifth", hours(40), hours(48), hours(49)],
    [
      "a change in percent by five points",
      projection({ change_percent: 2 }),
      projection({ change_percent: -3 }),
      projection({ change_percent: -4 }),
    ],
  ])("%s may move, and no further", (_, before, tolerated, tooFar) => {
    expect(jumps(before, tolerated)).toEqual([]);
    expect(jumps(before, tooFar)).toHaveLength(1);
  });

  test("a moved decimal is told with both values", () => {
    expect(jumps(pay(60_990), pay(6_099))).toEqual([
      "wage.amount of us-ooh/actors, US, median, year, 2024-05 was 60990 and is 6099",
    ]);
  });

  test("another qualifier, currency or category is another statement", () => {
    expect(jumps(pay(239_200), fact("wage", { amount: 239_200, qualifier: "at-least" }))).toHaveLength(1);
    expect(jumps(pay(239_200), fact("wage", { amount: 239_200, currency: "GBP" }))).toHaveLength(1);
    expect(jumps(projection({ outlook: "Decline" }), projection({ outlook: "Faster than average" }))).toEqual(
      ["projection.outlook of us-ooh/actors, US, 2024, 2034 was “Decline” and is “Faster than average”"],
    );
  });

  test("a tiny occupation moves by a step of rounding", () => {
    expect(jumps(projection({ change_jobs: 0 }), projection({ change_jobs: -100 }))).toEqual([]);
  });
});

test("a new edition has new figures", () => {
  expect(jumps(pay(50_000), pay(90_000), ["2024-34", "2025-35"])).toEqual([]);
});

test("an undated figure that was never given comes at any time, and does not go", () => {
  const none = { ...editorial(null), row: { ...editorial(null).row, qualifier: "variable" } } as Fact;
  expect(jumps(none, editorial(24_000))).toEqual([]);
  expect(jumps(editorial(24_000), none)).toEqual([expect.stringContaining("was “exact” and is “variable”")]);
});

test("a dated figure that was withheld does not come without an edition", () => {
  const withheld = fact("wage", { amount: null, qualifier: "suppressed" });
  expect(jumps(withheld, pay(50_000))).toHaveLength(1);
});
