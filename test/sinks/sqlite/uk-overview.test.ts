import { describe, expect, test } from "vitest";
import type { Row } from "../../../transforms/model/model.ts";
import { type AnyRow, rowOf, SMALL_DATASET } from "../small-dataset.ts";
import { openSmallSnapshot } from "../small-snapshot.ts";

const NURSE = "uk-ncs/nurse";
const NURSES = "uk-soc-2020/2237";

function group(code: string, level: Row<"occupation">["level"], title: string): AnyRow {
  const id = `uk-soc-2020/${code}`;
  return rowOf("occupation", { id, scheme: "uk-soc-2020", code, level, title, country: "UK" });
}

function wage(occupation_id: string, figure: Partial<Row<"wage">>): AnyRow {
  return rowOf("wage", {
    ...{ occupation_id, area: "UK", currency: "GBP", reference_period: "2024" },
    ...figure,
  });
}

const UK: readonly AnyRow[] = [
  group("22", "sub-major", "Health professionals"),
  group("2237", "unit", "Other registered nursing professionals"),
  rowOf("occupation", { id: NURSE, scheme: "uk-ncs", code: "nurse", title: "Nurse", country: "UK" }),
  rowOf("occupation", {
    ...{ id: "uk-soc-2010/2231", scheme: "uk-soc-2010", code: "2231", level: "unit", title: "Nurses" },
    country: "UK",
  }),
  rowOf("relation", { from_id: NURSE, to_id: "uk-soc-2010/2231", kind: "covers" }),
  wage(NURSE, { statistic: "starter", amount: 29_000, reference_period: null }),
  wage(NURSE, { statistic: "experienced", amount: 44_000, reference_period: null }),
  rowOf("working_hours", {
    ...{ occupation_id: NURSE, area: "UK", statistic: "typical", low: 37, high: 42, detail: "a week" },
    ...{ pattern: "evenings / weekends", pattern_detail: "on shifts", reference_period: null },
  }),
  wage(NURSES, { amount: 37_000 }),
  wage(NURSES, { amount: 36_000, reference_period: "2023" }),
  wage(NURSES, { amount: 720, period: "week" }),
  wage(NURSES, { amount: 41_000, group_title: "Full-time" }),
  rowOf("employment", { occupation_id: NURSES, area: "UK", jobs: 640_000, reference_period: "2024" }),
  rowOf("projection", {
    ...{ occupation_id: "uk-soc-2020/22", area: "England", base_year: 2020, target_year: 2035 },
    ...{ base_jobs: 1_353_738, target_jobs: 1_588_434, change_jobs: 234_696 },
  }),
  rowOf("projection", {
    ...{ occupation_id: "uk-soc-2020/22", area: "England", base_year: 2020, target_year: 2025 },
    ...{ base_jobs: 1_353_738, target_jobs: 1_459_967 },
  }),
];

function overview(): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const { connection } = openSmallSnapshot([...SMALL_DATASET, ...UK]);
  const rows = connection.prepare<[], { id: string }>("SELECT * FROM uk_overview").all();
  return Object.fromEntries(rows.map((row) => [row.id, row]));
}

describe("the overview of the United Kingdom", () => {
  test("has a row for each job profile and each group of SOC 2020, and none for any other", () => {
    expect(Object.keys(overview()).sort()).toEqual([NURSE, "uk-soc-2020/22", NURSES]);
  });

  test("shows a job profile with its own editorial figures, which are no medians", () => {
    expect(overview()[NURSE]).toMatchObject({
      ...{ starter_amount: 29_000, experienced_amount: 44_000, currency: "GBP" },
      ...{ median_annual_amount: null, median_annual_qualifier: null },
      ...{ hours: null, hours_low: 37, hours_high: 42, hours_detail: "a week" },
      ...{ working_pattern: "evenings / weekends", working_pattern_detail: "on shifts" },
      ...{ soc_codes: "2231", soc_scheme: "uk-soc-2010" },
    });
  });

  test("shows a unit group with the figures of the latest survey, for all its workers", () => {
    expect(overview()[NURSES]).toMatchObject({
      ...{ median_annual_amount: 37_000, median_annual_reference_period: "2024" },
      ...{ median_weekly_amount: 720, median_hourly_amount: null, starter_amount: null },
      ...{ jobs: 640_000, jobs_year: 2024 },
    });
  });

  test("shows the projection of the sub-major group, and says that it is that group's", () => {
    const expected = {
      ...{ projected_id: "uk-soc-2020/22", projected_area: "England", base_year: 2020, target_year: 2035 },
      ...{ base_jobs: 1_353_738, change_jobs: 234_696, growth_percent: null },
    };
    expect(overview()[NURSES]).toMatchObject(expected);
    expect(overview()["uk-soc-2020/22"]).toMatchObject(expected);
    expect(overview()[NURSE]).toMatchObject({ projected_id: null, base_jobs: null });
  });
});
