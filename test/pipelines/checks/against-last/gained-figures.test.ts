import { expect, test } from "vitest";
import { gainedFigures } from "../../../../pipelines/checks/against-last/gained-figures.ts";
import { documentOf, fact, findingsOf } from "./documents.ts";

const MEDIAN = fact("wage", { statistic: "median", amount: 50_250 });
const LOWEST = fact("wage", { statistic: "p10", amount: 30_000 });

test("a figure that comes within an edition is named", () => {
  expect(findingsOf(gainedFigures, documentOf([MEDIAN]), documentOf([MEDIAN, LOWEST]))).toEqual([
    "the wage of us-ooh/actors, US, p10, year, 2024-05 was not there before",
  ]);
});

test("a new edition may have more figures", () => {
  const now = documentOf([MEDIAN, LOWEST], "2025-35");
  expect(findingsOf(gainedFigures, documentOf([MEDIAN]), now)).toEqual([]);
});

test("a publisher without editions adds figures at any time", () => {
  const undated = (facts: readonly (typeof MEDIAN)[]) => ({ ...documentOf(facts), edition: undefined });
  expect(findingsOf(gainedFigures, undated([MEDIAN]), undated([MEDIAN, LOWEST]))).toEqual([]);
});

test("a corrected figure is no new one", () => {
  const corrected = fact("wage", { statistic: "median", amount: 50_260 });
  expect(findingsOf(gainedFigures, documentOf([MEDIAN]), documentOf([corrected]))).toEqual([]);
});
