import { expect, test } from "vitest";
import { weeklyAgreesWithHourly } from "../../../pipelines/checks/weekly-agrees-with-hourly.ts";
import type { Row } from "../../../transforms/model/model.ts";
import { type AnyRow, rowOf, SMALL_DATASET } from "../../sinks/small-dataset.ts";
import { ACTORS, breachesOf } from "./rows.ts";

const [SOURCE] = SMALL_DATASET;
const ASHE = { ...SOURCE, row: { ...SOURCE?.row, id: "uk-ashe" } } as AnyRow;
const OF = { occupation_id: ACTORS, area: "UK", source_id: "uk-ashe", reference_period: "2024" } as const;
const pay = (period: "hour" | "week", amount: number, statistic: Row<"wage">["statistic"] = "mean") =>
  rowOf("wage", { ...OF, currency: "GBP", period, amount, statistic });
const hours = (value: number, statistic = "mean") => rowOf("working_hours", { ...OF, statistic, value });

test("mean pay of a week is mean pay of an hour for mean hours, to two percent", async () => {
  expect(
    await breachesOf(weeklyAgreesWithHourly, ASHE, pay("hour", 20), pay("week", 700), hours(35)),
  ).toEqual([]);
  expect(
    await breachesOf(weeklyAgreesWithHourly, ASHE, pay("hour", 20), pay("week", 730), hours(35)),
  ).toEqual([
    expect.objectContaining({
      source_id: "uk-ashe",
      message: "Mean pay is 20 an hour for 35 hours, and 730 a week.",
    }),
  ]);
});

test("medians are of different workers", async () => {
  const rows = [pay("hour", 20, "median"), pay("week", 900, "median"), hours(35, "median")];
  expect(await breachesOf(weeklyAgreesWithHourly, ASHE, ...rows)).toEqual([]);
});
