import { expect, test } from "vitest";
import { lostFigures } from "../../../../pipelines/checks/against-last/lost-figures.ts";
import { documentOf, fact, findingsOf } from "./documents.ts";

const MEDIAN = fact("wage", { statistic: "median", amount: 50_250 });
const LOWEST = fact("wage", { statistic: "p10", amount: 30_000 });
const HIGHEST = fact("wage", { statistic: "p90", amount: 90_000 });

test("a figure that is gone is named", () => {
  expect(findingsOf(lostFigures, documentOf([MEDIAN, LOWEST]), documentOf([MEDIAN]))).toEqual([
    "the wage of us-ooh/actors, US, p10, year, 2024-05 is gone",
  ]);
});

test("a figure that goes while another comes is seen", () => {
  expect(findingsOf(lostFigures, documentOf([MEDIAN, LOWEST]), documentOf([MEDIAN, HIGHEST]))).toHaveLength(
    1,
  );
});

test("a row that stays without its number is a lost figure", () => {
  const before = fact("projection", { base_year: 2024, target_year: 2034, annual_openings: 6_300 });
  const now = fact("projection", { base_year: 2024, target_year: 2034, annual_openings: null });
  expect(findingsOf(lostFigures, documentOf([before]), documentOf([now]))).toEqual([
    "projection.annual_openings of us-ooh/actors, US, 2024, 2034 is gone; it was 6300",
  ]);
});

test.each([
  fact("pay_band", { text: "$50,000 to $74,999", low: 50_000, high: 74_999 }),
  fact("working_hours", { statistic: "typical", value: 37 }),
  fact("employment", { jobs: 57_000 }),
  fact("projection", { base_year: 2024, target_year: 2034 }),
  fact("employer_share", { rank: 1, industry_id: "us-ooh/Government", percent: 28 }),
  fact("requirement", { kind: "entry-education", position: 1, text: "Some college, no degree" }),
])("a row of $table is a figure", (figure) => {
  expect(findingsOf(lostFigures, documentOf([figure]), documentOf([]))).toHaveLength(1);
});

test("an employer that moves in the list is not lost", () => {
  const share = (rank: number, industry: string) =>
    fact("employer_share", { rank, industry_id: `us-ooh/${industry}`, percent: 20 });
  const before = documentOf([share(1, "Government"), share(2, "Hospitals")]);
  expect(
    findingsOf(lostFigures, before, documentOf([share(1, "Hospitals"), share(2, "Government")])),
  ).toEqual([]);
  expect(findingsOf(lostFigures, before, documentOf([share(1, "Hospitals")]))).toHaveLength(1);
});

test("another edition has other figures", () => {
  expect(findingsOf(lostFigures, documentOf([MEDIAN, LOWEST]), documentOf([MEDIAN], "2025-35"))).toEqual([]);
});

test("figures that come are welcome", () => {
  expect(findingsOf(lostFigures, documentOf([MEDIAN]), documentOf([MEDIAN, LOWEST]))).toEqual([]);
});

test("an entry route is prose, no figure", () => {
  const route = fact("requirement", { kind: "entry-route", position: 1, text: "A drama course" });
  expect(findingsOf(lostFigures, documentOf([route]), documentOf([]))).toEqual([]);
});
