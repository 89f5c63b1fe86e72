import { expect, test } from "vitest";
import { editionJumps } from "../../../../pipelines/checks/against-last/edition-jumps.ts";
import type { Row } from "../../../../transforms/model/model.ts";
import { documentOf, fact, findingsOf } from "./documents.ts";

const STATISTICS: readonly Row<"wage">["statistic"][] = ["p10", "p25", "median", "p75", "p90"];
const wages = (year: string, factor: number, statistics = STATISTICS) =>
  statistics.map((statistic, index) =>
    fact("wage", { statistic, reference_period: year, amount: (index + 1) * 10_000 * factor }),
  );
const jumps = (factor: number, statistics = STATISTICS) =>
  findingsOf(
    editionJumps,
    documentOf(wages("2024-05", 1, statistics), "2024-34"),
    documentOf(wages("2025-05", factor, statistics), "2025-35"),
  );

test("an edition in other units is held back", () => {
  expect(jumps(1 / 52)).toEqual([
    "the amounts of pay of the edition 2025-35 are 0.019 times those of 2024-34 (the middle of 5)",
  ]);
});

test.each([
  [0.69, 1],
  [0.7, 0],
  [1.05, 0],
  [1.4, 0],
  [1.41, 1],
])("%d times the figures before: %i finding", (factor, count) => {
  expect(jumps(factor)).toHaveLength(count);
});

test("one figure that jumps is not an edition that jumps", () => {
  const now = documentOf(
    [
      ...wages("2025-05", 1.05).slice(1),
      fact("wage", { statistic: "p10", reference_period: "2025-05", amount: 1 }),
    ],
    "2025-35",
  );
  expect(findingsOf(editionJumps, documentOf(wages("2024-05", 1)), now)).toEqual([]);
});

test("two figures have no middle", () => {
  expect(jumps(10, ["p10", "p90"])).toEqual([]);
});

test("of several years in a document the newest count", () => {
  const before = documentOf([...wages("2023-05", 10), ...wages("2024-05", 1)], "2024-34");
  const now = documentOf([...wages("2024-05", 1), ...wages("2025-05", 1.03)], "2025-35");
  expect(findingsOf(editionJumps, before, now)).toEqual([]);
});

test("persons and thousands are told apart, also where pay stays", () => {
  const jobs = (years: readonly [number, number], factor: number) =>
    fact("projection", {
      base_year: years[0],
      target_year: years[1],
      base_jobs: 57_000 * factor,
      target_jobs: 57_100 * factor,
      annual_openings: 6_300 * factor,
    });
  const before = documentOf([...wages("2024-05", 1), jobs([2024, 2034], 1)]);
  const now = documentOf([...wages("2025-05", 1), jobs([2025, 2035], 0.001)], "2025-35");
  expect(findingsOf(editionJumps, before, now)).toEqual([expect.stringContaining("the numbers of jobs")]);
});

test("within an edition each figure is looked at by itself", () => {
  expect(findingsOf(editionJumps, documentOf(wages("2024-05", 1)), documentOf(wages("2024-05", 2)))).toEqual(
    [],
  );
});
