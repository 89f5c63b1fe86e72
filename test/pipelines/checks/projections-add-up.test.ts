import { expect, test } from "vitest";
import { projectionsAddUp } from "../../../pipelines/checks/projections-add-up.ts";
import type { Row } from "../../../transforms/model/model.ts";
import { rowOf } from "../../sinks/small-dataset.ts";
import { ACTORS, breachesOf, messagesOf } from "./rows.ts";

function projection(given: Partial<Row<"projection">>) {
  return rowOf("projection", { occupation_id: ACTORS, base_year: 2024, target_year: 2034, ...given });
}

test("good projections keep the rule", async () => {
  expect(await breachesOf(projectionsAddUp)).toEqual([]);
});

test("jobs that do not change by the stated change break it", async () => {
  const row = projection({ base_jobs: 57_000, target_jobs: 75_100, change_jobs: 200 });
  expect(await breachesOf(projectionsAddUp, row)).toEqual([
    {
      occupation_id: ACTORS,
      source_id: "us-ooh",
      capture_id: "capture-1",
      message: "All: 57000 jobs and a change of 200 do not make 75100.",
    },
  ]);
});

test("a group that breaks it is named", async () => {
  const row = projection({ group_title: "Extras", base_jobs: 1_000, target_jobs: 900, change_jobs: 100 });
  expect(await messagesOf(projectionsAddUp, row)).toEqual([
    `${ACTORS}: Extras: 1000 jobs and a change of 100 do not make 900.`,
  ]);
});

test.each([
  ["rounded up", 57_000, 57_100, 200],
  ["rounded down", 155_400, 162_200, 6_700],
  ["a fall", 21_900, 20_900, -1_000],
  ["by 150 at most", 1_000, 1_150, 0],
])("a difference that rounding explains keeps it: %s", async (_, base_jobs, target_jobs, change_jobs) => {
  expect(await breachesOf(projectionsAddUp, projection({ base_jobs, target_jobs, change_jobs }))).toEqual([]);
});

test("a fall that lost its sign breaks it", async () => {
  const row = projection({ base_jobs: 21_900, target_jobs: 20_900, change_jobs: 1_000 });
  expect(await breachesOf(projectionsAddUp, row)).toHaveLength(1);
});

test("a projection without one of the figures cannot break it", async () => {
  const row = projection({ base_jobs: 21_900, target_jobs: null, change_jobs: 1_000 });
  expect(await breachesOf(projectionsAddUp, row)).toEqual([]);
});
