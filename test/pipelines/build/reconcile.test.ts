import { describe, expect, test } from "vitest";
import { reconcile } from "../../../pipelines/build/reconcile.ts";
import { type AnyRow, rowOf } from "../../sinks/small-dataset.ts";
import { createEmptySnapshot, insertAll } from "../../sinks/small-snapshot.ts";

const CODERS = "us-ooh/medical-records-specialists";
const CODE = "us-soc-2018/29-2072";
const PAGE = { occupation_id: CODERS, source_id: "us-ooh" } as const;

const SOURCES = ["us-ooh", "us-oews", "us-projections"].map((id) =>
  rowOf("source", {
    ...{
      id,
      title: id,
      publisher: "BLS",
      url: "https://www.bls.gov/",
      licence: "free",
      licence_url: "https://www.bls.gov/",
    },
    ...{
      attribution: "Source: BLS",
      state: "fresh",
      fetched_at: "2026-11-23T02:15:00Z",
      state_since: "2026-11-23T02:15:00Z",
    },
  }),
);
const covers = (to_id: string) => rowOf("relation", { from_id: CODERS, to_id, kind: "covers" });
const survey = (amount: number, occupation_id = CODE) =>
  rowOf("wage", { occupation_id, source_id: "us-oews", amount });
const projection = (source_id: string, occupation_id: string, figures: object) =>
  rowOf("projection", { occupation_id, source_id, base_year: 2024, target_year: 2034, ...figures });

function reconciled(...rows: readonly AnyRow[]) {
  const writer = createEmptySnapshot();
  insertAll(writer, [...SOURCES, ...rows]);
  return reconcile(writer.connection);
}

describe("the page and the wage survey", () => {
  const page = rowOf("wage", { ...PAGE, amount: 50_250 });

  test("agree, and are counted", () => {
    expect(reconciled(covers(CODE), page, survey(50_250))).toEqual({
      comparisons: ["wage.amount", "wage.qualifier"].map((check) => ({
        ...{ published_by: "us-ooh", compared_with: "us-oews", check },
        ...{ compared: 1, agreeing: 1, differing: 0 },
      })),
      findings: [],
    });
  });

  test("differ, and both values are told with what they are about", () => {
    const { comparisons, findings } = reconciled(covers(CODE), page, survey(50_260));
    expect(comparisons[0]).toMatchObject({ check: "wage.amount", compared: 1, agreeing: 0, differing: 1 });
    expect(findings).toEqual([
      expect.objectContaining({
        ...{ rule: "sources-differ", severity: "warning", source_id: "us-ooh", occupation_id: CODERS },
        message:
          "wage.amount (median by year, 2024-05): the page says 50250, us-oews says 50260 of us-soc-2018/29-2072. The page's is published for the profile, the table's for the code.",
      }),
    ]);
  });

  test("of other periods, industries and statistics are not compared", () => {
    const others = [
      { reference_period: "2023-05" },
      { period: "hour" },
      { statistic: "mean" },
      { industry_id: "naics-2022/62" },
    ] as const;
    const rows = others.map((other) =>
      rowOf("wage", { occupation_id: CODE, source_id: "us-oews", amount: 1, ...other }),
    );
    expect(reconciled(covers(CODE), page, ...rows).comparisons).toEqual([]);
  });

  test("are not compared where the page covers several codes, and that is told", () => {
    const { comparisons, findings } = reconciled(
      covers(CODE),
      covers("us-soc-2018/29-9021"),
      page,
      survey(50_260),
    );
    expect(comparisons).toEqual([]);
    expect(findings).toEqual([
      expect.objectContaining({
        rule: "not-compared",
        message: expect.stringContaining("medical-records-specialists"),
      }),
    ]);
  });

  test("are compared part by part, where the parts have codes", () => {
    const part = rowOf("wage", {
      ...PAGE,
      group_title: "Registrars",
      group_id: "us-soc-2018/29-9021",
      amount: 60_000,
    });
    const { findings } = reconciled(part, survey(61_000, "us-soc-2018/29-9021"));
    expect(findings).toMatchObject([{ rule: "sources-differ", occupation_id: CODERS }]);
  });
});

describe("the page and the projections workbook", () => {
  const figures = { base_jobs: 194_800, target_jobs: 208_500, change_jobs: 13_700, annual_openings: 14_200 };

  test.each([
    [7, 7.1],
    [8, 7.5],
    [7, 7.5],
    [-1, -0.6],
  ])("agree where the page says %d percent and the workbook %d", (own, other) => {
    const { findings } = reconciled(
      covers(CODE),
      projection("us-ooh", CODERS, { ...figures, change_percent: own }),
      projection("us-projections", CODE, { ...figures, change_percent: other }),
    );
    expect(findings).toEqual([]);
  });

  test("differ by a figure, which is told", () => {
    const { findings } = reconciled(
      covers(CODE),
      projection("us-ooh", CODERS, { ...figures, change_percent: 7 }),
      projection("us-projections", CODE, { ...figures, base_jobs: 195_800, change_percent: 7.6 }),
    );
    expect(findings.map(({ message }) => message.split(":")[0])).toEqual([
      "projection.base_jobs (2024-2034)",
      "projection.change_percent (2024-2034)",
    ]);
  });

  test("agree on requirements whichever apostrophe they have; a sentence in their place says nothing", () => {
    const requirement = (source_id: string, occupation_id: string, text: string) =>
      rowOf("requirement", { occupation_id, source_id, kind: "entry-education", position: 1, text });
    const workbook = requirement("us-projections", CODE, "Bachelor's degree");
    const { comparisons } = reconciled(
      covers(CODE),
      requirement("us-ooh", CODERS, "Bachelor’s degree"),
      workbook,
    );
    expect(comparisons).toMatchObject([{ check: "requirement.text", agreeing: 1 }]);
    expect(
      reconciled(covers(CODE), requirement("us-ooh", CODERS, "See How to Become One"), workbook).comparisons,
    ).toEqual([]);
  });
});
