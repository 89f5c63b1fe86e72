import { expect, test } from "vitest";
import { hourlyAgreesWithYearly } from "../../../pipelines/checks/hourly-agrees-with-yearly.ts";
import type { Row } from "../../../transforms/model/model.ts";
import { rowOf } from "../../sinks/small-dataset.ts";
import { ACTORS, breachesOf, messagesOf } from "./rows.ts";

const pay = (period: "hour" | "year", amount: number | null, given: Partial<Row<"wage">> = {}) =>
  rowOf("wage", { occupation_id: ACTORS, group_title: "Extras", period, amount, ...given });

test("pay by the hour and by the year of one job agrees to the rounding", async () => {
  expect(await breachesOf(hourlyAgreesWithYearly)).toEqual([]);
  expect(await breachesOf(hourlyAgreesWithYearly, pay("hour", 24.16), pay("year", 50_250))).toEqual([]);
});

test("pay of two rows breaks the rule", async () => {
  expect(await messagesOf(hourlyAgreesWithYearly, pay("hour", 24.16), pay("year", 50_520))).toEqual([
    `${ACTORS}: median of 2024-05: 24.16 an hour is not 50520 a year.`,
  ]);
});

test.each([
  ["only one is published", [pay("hour", 24.16)]],
  ["one is a bound", [pay("hour", 115, { qualifier: "at-least" }), pay("year", 250_000)]],
  ["they are of two years", [pay("hour", 24.16), pay("year", 60_000, { reference_period: "2023-05" })]],
  ["they are of two groups", [pay("hour", 24.16), pay("year", 60_000, { group_title: "Stars" })]],
  ["they are of two statistics", [pay("hour", 24.16), pay("year", 60_000, { statistic: "mean" })]],
  [
    "ASHE asks other workers for the year",
    [pay("hour", 14, { currency: "GBP" }), pay("year", 40_000, { currency: "GBP" })],
  ],
])("nothing is compared where %s", async (_, rows) => {
  expect(await breachesOf(hourlyAgreesWithYearly, ...rows)).toEqual([]);
});
