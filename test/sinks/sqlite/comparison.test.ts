import { describe, expect, test } from "vitest";
import { readProfile } from "../../../pipelines/profile/read-profile.ts";
import { renderProfile } from "../../../pipelines/profile/render-profile.ts";
import { readDocuments } from "../../../sinks/document/document.ts";
import { type AnyRow, rowOf, SMALL_DATASET } from "../small-dataset.ts";
import { openSmallSnapshot } from "../small-snapshot.ts";

const US = "us-ooh/registered-nurses";
const GROUP = "uk-soc-2020/2237";
const PROFILE = "uk-ncs/nurse";
const UK = { area: "UK", currency: "GBP" } as const;

const equivalent = (to_id: string, score: number) =>
  rowOf("relation", {
    from_id: US,
    to_id,
    kind: "equivalent",
    method: "us-soc-2018>isco-08>uk-soc-2020",
    score,
  });

const COUNTERPARTS: readonly AnyRow[] = [
  rowOf("occupation", {
    ...{
      id: GROUP,
      scheme: "uk-soc-2020",
      code: "2237",
      level: "unit",
      title: "Other nursing professionals",
    },
    country: "UK",
  }),
  rowOf("occupation", { id: PROFILE, scheme: "uk-ncs", code: "nurse", title: "Nurse", country: "UK" }),
  rowOf("occupation", {
    id: "isco-08/2221",
    scheme: "isco-08",
    code: "2221",
    level: "unit",
    title: "Nursing professionals",
  }),
  equivalent(GROUP, 0.91),
  equivalent(PROFILE, 0.84),
  rowOf("relation", {
    from_id: GROUP,
    to_id: "isco-08/2221",
    kind: "equivalent",
    method: "coding-index",
    weight: 9,
  }),
  rowOf("wage", { ...UK, occupation_id: GROUP, amount: 35_133, reference_period: "2024" }),
  rowOf("wage", {
    ...UK,
    occupation_id: PROFILE,
    statistic: "starter",
    amount: 24_907,
    reference_period: null,
  }),
  rowOf("wage", {
    ...UK,
    occupation_id: PROFILE,
    statistic: "experienced",
    amount: 37_890,
    reference_period: null,
  }),
];

const snapshot = () => openSmallSnapshot([...SMALL_DATASET, ...COUNTERPARTS]);

describe("an occupation and its counterparts in the other country", () => {
  test("stand in one row a pair, each in its own currency and for its own period", () => {
    const rows = snapshot().connection.prepare("SELECT * FROM comparison ORDER BY score DESC").all();
    expect(rows).toEqual([
      expect.objectContaining({
        ...{ us_id: US, uk_id: GROUP, score: 0.91, method: "us-soc-2018>isco-08>uk-soc-2020" },
        ...{ us_currency: "USD", uk_currency: "GBP", us_median_annual_reference_period: "2024-05" },
        ...{
          uk_median_annual_amount: 35_133,
          uk_median_annual_reference_period: "2024",
          uk_starter_amount: null,
        },
      }),
      expect.objectContaining({
        ...{ us_id: US, uk_id: PROFILE, uk_median_annual_amount: null },
        ...{ uk_starter_amount: 24_907, uk_experienced_amount: 37_890 },
      }),
    ]);
  });

  test("stand in the documents of both, the surest first; a classification is no country", () => {
    const documents = new Map(
      [...readDocuments(snapshot().connection)].map((document) => [document.id, document]),
    );
    const idsOf = (id: string) =>
      ((documents.get(id)?.counterparts ?? []) as { id: string }[]).map((row) => row.id);
    expect(idsOf(US)).toEqual([GROUP, PROFILE]);
    expect(idsOf(GROUP)).toEqual([US]);
    expect(idsOf("isco-08/2221")).toEqual([]);
    expect(documents.get(US)?.counterparts).toMatchObject([
      { country: "UK", score: 0.91, overview: { median_annual_amount: 35_133, currency: "GBP" } },
      { overview: { starter_amount: 24_907 } },
    ]);
  });

  test("are shown to a reader, what is editorial not as a median", () => {
    const text = renderProfile(readProfile(snapshot().connection, US), { width: 100, hasColour: false });
    expect(text).toContain("IN THE UNITED KINGDOM");
    expect(text).toContain("Other nursing professionals (uk-soc-2020/2237, score 0.91)");
    expect(text).toContain("median £35,133 a year (2024)");
    expect(text).toContain("starters £24,907, experienced £37,890 a year");
    const back = renderProfile(readProfile(snapshot().connection, GROUP), { width: 100, hasColour: false });
    expect(back).toMatch(/IN THE UNITED STATES[\s\S]*us-ooh\/registered-nurses[\s\S]*\$/);
    expect(back).toContain("ISCO-08 2221 Nursing professionals");
  });
});
