import { expect, test } from "vitest";
import { type AnyRow, rowOf, SMALL_DATASET } from "../small-dataset.ts";
import { openSmallSnapshot } from "../small-snapshot.ts";

type Overview = Readonly<Record<string, unknown>>;

function overviewOf(code: string, more: readonly AnyRow[] = []): Overview {
  const { connection } = openSmallSnapshot([...SMALL_DATASET, ...more]);
  const rows = connection.prepare<[string], Overview>("SELECT * FROM us_overview WHERE code = ?").all(code);
  expect(rows).toHaveLength(1);
  return rows[0] ?? {};
}

test("there is one row for each occupation of the handbook, and none for any other", () => {
  const { connection } = openSmallSnapshot();
  const shown = connection.prepare("SELECT id FROM us_overview ORDER BY id").pluck().all();
  const expected = connection
    .prepare("SELECT id FROM occupation WHERE scheme = 'us-ooh' ORDER BY id")
    .pluck();
  expect(shown).toEqual(expected.all());
});

test("an occupation with everything has all its main numbers in one row", () => {
  expect(overviewOf("registered-nurses")).toEqual({
    id: "us-ooh/registered-nurses",
    code: "registered-nurses",
    title: "Registered Nurses",
    summary: "Registered nurses look after patients.",
    url: "https://www.bls.gov/ooh/healthcare/registered-nurses.htm",
    page_date: "2026-08-28",
    soc_codes: "29-1141",
    median_annual_amount: 93_600,
    median_annual_qualifier: "exact",
    median_annual_reference_period: "2024-05",
    median_hourly_amount: 45,
    median_hourly_qualifier: "exact",
    median_hourly_reference_period: "2024-05",
    p10_amount: 66_030,
    p10_qualifier: "exact",
    p10_period: "year",
    p10_reference_period: "2024-05",
    p90_amount: 135_320,
    p90_qualifier: "exact",
    p90_period: "year",
    p90_reference_period: "2024-05",
    currency: "USD",
    pay_band: "$75,000 to $99,999",
    pay_band_low: 75_000,
    pay_band_high: 99_999,
    entry_education: "Bachelor's degree",
    work_experience: "None",
    on_the_job_training: "None",
    jobs: 3_391_000,
    jobs_year: 2024,
    base_year: 2024,
    target_year: 2034,
    growth_percent: 5,
    outlook: "Faster than average",
    change_jobs: 166_100,
    annual_openings: 189_100,
    largest_employer: "Hospitals; state, local, and private",
    largest_employer_percent: 58,
    citation:
      "Bureau of Labor Statistics, U.S. Department of Labor, Occupational Outlook Handbook, Registered Nurses, at https://www.bls.gov/ooh/healthcare/registered-nurses.htm (visited November 23, 2026).",
    attribution: "Source: U.S. Bureau of Labor Statistics, Occupational Outlook Handbook.",
    edition: "2024-34",
    state: "fresh",
  });
});

test("an hourly-only occupation has no annual wage, and its percentiles are by the hour", () => {
  expect(overviewOf("actors")).toMatchObject({
    median_annual_amount: null,
    median_annual_qualifier: null,
    median_hourly_amount: 23.33,
    p10_amount: 15.16,
    p10_period: "hour",
    currency: "USD",
  });
});

test("a top-coded wage is shown with its qualifier", () => {
  const overview = overviewOf("physicians-and-surgeons");
  expect(overview).toMatchObject({ median_annual_amount: 239_200, median_annual_qualifier: "at-least" });
});

test("SOC codes that a profile covers are listed in order; similar occupations are not among them", () => {
  expect(overviewOf("physicians-and-surgeons").soc_codes).toBe("29-1215, 29-1229");
});

test("figures of groups are not figures of the occupation", () => {
  expect(overviewOf("bus-drivers")).toMatchObject({ median_annual_amount: null, jobs: null });
});

test("an occupation without figures and citation is still there", () => {
  expect(overviewOf("military-careers")).toMatchObject({
    title: "Military Careers",
    jobs: null,
    citation: null,
  });
});

test("a wage of the latest period that is not published is not replaced by an older one", () => {
  const wage = {
    occupation_id: "us-ooh/registered-nurses",
    amount: null,
    reference_period: "2025-05",
  } as const;
  expect(
    overviewOf("registered-nurses", [rowOf("wage", { ...wage, qualifier: "not-published" })]),
  ).toMatchObject({
    median_annual_amount: null,
    median_annual_qualifier: "not-published",
    median_annual_reference_period: "2025-05",
  });
});

test("the day of the visit is the day on which the page was fetched, without a leading zero", () => {
  expect(overviewOf("actors").citation).toMatch(/actors\.htm \(visited March 5, 2026\)\.$/);
});

test("one occupation is looked up without reading the tables of facts", () => {
  const { connection } = openSmallSnapshot();
  const query = "EXPLAIN QUERY PLAN SELECT * FROM us_overview WHERE id = 'us-ooh/actors'";
  const plan = connection.prepare(query).all() as { readonly detail: string }[];
  expect(
    plan
      .map(({ detail }) => detail)
      .filter((detail) => /^SCAN (wage|duty|relation|requirement)/.test(detail)),
  ).toEqual([]);
});
