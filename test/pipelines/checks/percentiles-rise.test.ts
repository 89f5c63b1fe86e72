import { expect, test } from "vitest";
import { percentilesRise } from "../../../pipelines/checks/percentiles-rise.ts";
import type { Row } from "../../../transforms/model/model.ts";
import { rowOf } from "../../sinks/small-dataset.ts";
import { ACTORS, breachesOf, DRIVERS, messagesOf, NURSES } from "./rows.ts";

function wage(given: Partial<Row<"wage">>) {
  return rowOf("wage", { occupation_id: ACTORS, period: "year", ...given });
}

test("good wages keep the rule", async () => {
  expect(await breachesOf(percentilesRise)).toEqual([]);
});

test("a lowest tenth above the median breaks it", async () => {
  const rows = [wage({ statistic: "p10", amount: 60_000 }), wage({ statistic: "median", amount: 50_000 })];
  expect(await breachesOf(percentilesRise, ...rows)).toEqual([
    {
      occupation_id: ACTORS,
      source_id: "us-ooh",
      capture_id: "capture-1",
      message: "median by year is 50000, less than the percentile below it.",
    },
  ]);
});

test("a highest tenth below the median breaks it", async () => {
  const rows = [wage({ statistic: "p90", amount: 40_000 }), wage({ statistic: "median", amount: 50_000 })];
  expect(await messagesOf(percentilesRise, ...rows)).toEqual([
    `${ACTORS}: p90 by year is 40000, less than the percentile below it.`,
  ]);
});

test("the percentiles between are in order too", async () => {
  const rows = [
    wage({ statistic: "p25", amount: 30_000 }),
    wage({ statistic: "p20", amount: 31_000 }),
    wage({ statistic: "median", amount: 50_000 }),
  ];
  expect(await messagesOf(percentilesRise, ...rows)).toHaveLength(1);
});

test("percentiles that are equal keep it: both can be at the survey's cap", async () => {
  const rows = [
    wage({ statistic: "median", amount: 239_200, qualifier: "at-least" }),
    wage({ statistic: "p90", amount: 239_200, qualifier: "at-least" }),
  ];
  expect(await breachesOf(percentilesRise, ...rows)).toEqual([]);
});

test("wages of different periods, groups, industries and years are different distributions", async () => {
  const rows = [
    wage({ statistic: "p10", amount: 90_000 }),
    wage({ statistic: "median", amount: 20, period: "hour", reference_period: "2023-05" }),
    wage({ statistic: "median", amount: 30_000, group_title: "Extras" }),
    wage({ statistic: "median", amount: 30_000, industry_id: "us-ooh/Government" }),
    wage({ statistic: "median", amount: 30_000, reference_period: "2017-05" }),
    wage({ statistic: "median", amount: 30_000, occupation_id: DRIVERS }),
  ];
  expect(await breachesOf(percentilesRise, ...rows)).toEqual([]);
});

test("a mean is no percentile, and a wage that is not published is none", async () => {
  const rows = [
    wage({ statistic: "p10", amount: 60_000 }),
    wage({ statistic: "mean", amount: 10 }),
    wage({ statistic: "median", amount: null, qualifier: "not-published" }),
  ];
  expect(await breachesOf(percentilesRise, ...rows)).toEqual([]);
});

test("each broken distribution is told once", async () => {
  const rows = [
    wage({ statistic: "p10", amount: 3 }),
    wage({ statistic: "median", amount: 2 }),
    wage({ statistic: "p90", amount: 1 }),
    rowOf("wage", { occupation_id: NURSES, statistic: "p25", amount: 1 }),
  ];
  const messages = await messagesOf(percentilesRise, ...rows);
  expect(messages.map((message) => message.split(":")[0])).toEqual(expect.arrayContaining([ACTORS, NURSES]));
  expect(messages).toHaveLength(2);
});
