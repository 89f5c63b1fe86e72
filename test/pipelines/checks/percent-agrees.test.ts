import { expect, test } from "vitest";
import { percentAgrees } from "../../../pipelines/checks/percent-agrees.ts";
import { rowOf } from "../../sinks/small-dataset.ts";
import { ACTORS, breachesOf, messagesOf } from "./rows.ts";

const projection = (base_jobs: number, change_jobs: number | null, change_percent: number | null) =>
  rowOf("projection", {
    ...{ occupation_id: ACTORS, group_title: "Extras", base_year: 2024, target_year: 2034 },
    ...{ base_jobs, change_jobs, change_percent },
  });

test("good projections keep the rule", async () => {
  expect(await breachesOf(percentAgrees)).toEqual([]);
});

test("a percent that the jobs do not make breaks it", async () => {
  expect(await messagesOf(percentAgrees, projection(155_400, 6_700, 44))).toEqual([
    `${ACTORS}: Extras: 6700 of 155400 jobs are not 44 percent.`,
  ]);
});

test.each([
  ["a tiny occupation falls by a percent and by no hundred jobs", projection(1_200, 0, -1)],
  ["a large one falls by 12,400 jobs and by no percent", projection(2_600_000, -12_400, 0)],
  ["the workbook's percent has a decimal", projection(155_400, 6_700, 4.3)],
  ["either way from a half", projection(20_000, 500, 3)],
  ["either way from a half", projection(20_000, 500, 2)],
  ["no percent is published", projection(155_400, 6_700, null)],
  ["no change is published", projection(155_400, null, 4)],
  ["of nothing everything is new", projection(0, 100, 100)],
])("%s: that is lawful", async (_, row) => {
  expect(await breachesOf(percentAgrees, row)).toEqual([]);
});

test("a large occupation cannot fall by a percent without jobs", async () => {
  expect(await breachesOf(percentAgrees, projection(300_000, 0, -1))).toHaveLength(1);
});

test("figures that are not rounded to hundreds agree to the job", async () => {
  expect(await breachesOf(percentAgrees, projection(997_101, 432_368, 43.4))).toEqual([]);
  expect(await breachesOf(percentAgrees, projection(997_101, 432_368, 44.4))).toHaveLength(1);
});
