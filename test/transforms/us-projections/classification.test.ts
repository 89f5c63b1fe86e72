import { describe, expect, test } from "vitest";
import { levelOf } from "../../../transforms/us-projections/classification.ts";
import { rowsOf } from "../../sources/cases/facts-of.ts";
import { readingOf, refusalOf } from "../../sources/us-projections/cases.ts";
import {
  mergedHeaders,
  OF_2016,
  OF_2024,
  oneTable,
  workbookOf,
} from "../../sources/us-projections/made-editions.ts";

describe("the classification of an edition", () => {
  test.each([
    [2012, "us-soc-2010"],
    [2018, "us-soc-2010"],
  ])("of %s is %s", (base, scheme) => {
    const edition = { base, target: base + 10 };
    const rows = rowsOf(readingOf(workbookOf(mergedHeaders(edition, OF_2016))).facts, "occupation");
    expect(rows.map((row) => row.scheme)).toEqual(OF_2016.map(() => scheme));
  });

  test("of 2019 and later is us-soc-2018", () => {
    const rows = rowsOf(
      readingOf(workbookOf(oneTable({ base: 2019, target: 2029 }, OF_2024))).facts,
      "occupation",
    );
    expect(rows.map((row) => row.scheme)).toEqual(OF_2024.map(() => "us-soc-2018"));
  });

  test("must not be contradicted by a code that only the other one has", () => {
    const late = refusalOf(workbookOf(mergedHeaders({ base: 2019, target: 2029 }, OF_2016)));
    expect(late).toMatchObject({ locator: "'[occupation.xlsx]Table 1.2'!B7", found: "15-1121" });
    const [total] = OF_2024;
    const early = [{ ...total, code: "15-1211" }] as typeof OF_2024;
    expect(refusalOf(workbookOf(oneTable({ base: 2018, target: 2028 }, early))).found).toBe("15-1211");
  });

  test("before the 2010 SOC is none that we know", () => {
    expect(refusalOf(workbookOf(mergedHeaders({ base: 2008, target: 2018 }, OF_2016))).expected).toBe(
      "an edition since 2010",
    );
  });
});

test.each([
  ["us-soc-2010", "00-0000", "matrix"],
  ["us-soc-2010", "15-0000", "major"],
  ["us-soc-2010", "15-1100", "minor"],
  ["us-soc-2010", "51-5100", "minor"],
  ["us-soc-2010", "31-1000", "minor"],
  ["us-soc-2010", "15-1120", "broad"],
  ["us-soc-2010", "15-1121", "detailed"],
  ["us-soc-2010", "25-2052", "detailed"],
  ["us-soc-2010", "25-3098", "matrix"],
  ["us-soc-2018", "00-0000", "matrix"],
  ["us-soc-2018", "15-1200", "minor"],
  ["us-soc-2018", "15-1256", "matrix"],
  ["us-soc-2018", "25-2052", "matrix"],
  ["us-soc-2018", "31-1120", "broad"],
  ["us-soc-2018", "29-1141", "detailed"],
] as const)("in %s, %s is %s", (scheme, code, level) => {
  expect(levelOf(scheme, code)).toBe(level);
});
