import { describe, expect, test } from "vitest";
import { derivedShare } from "../../../pipelines/explain/derived-share.ts";
import { figureSteps } from "../../../pipelines/explain/figure-steps.ts";
import type { Explained } from "../../../pipelines/explain/step.ts";
import { wordingSteps } from "../../../pipelines/explain/wording-steps.ts";

const about = (
  values: Explained["values"],
  words: readonly string[],
  sourceId = "us-ooh",
  table = "wage",
): Explained => ({ sourceId, table, values, words });
const shown = (steps: ReturnType<typeof figureSteps>) =>
  steps.map(({ column, value, words }) => `${words} → ${column} ${value}`);

describe("a figure", () => {
  test("is found among the published words, with its signs", () => {
    const words = ["2024 Median Pay $81,680 per year $39.27 per hour"];
    expect(shown(figureSteps(about({ amount: 81680 }, words)))).toEqual(["$81,680 → amount 81680"]);
    expect(shown(figureSteps(about({ amount: 39.27 }, words)))).toEqual(["$39.27 → amount 39.27"]);
  });

  test("in millions, and below zero, is found too", () => {
    expect(shown(figureSteps(about({ jobs: 1_400_000 }, ["held about 1.4 million jobs"])))).toEqual([
      "1.4 million → jobs 1400000",
    ]);
    expect(shown(figureSteps(about({ change_jobs: -12_400 }, ["-12,400"])))).toEqual([
      "-12,400 → change_jobs -12400",
    ]);
  });

  test("of a workbook that counts thousands is shown as thousands", () => {
    const steps = figureSteps(about({ base_jobs: 1_693_800 }, ["1693.8"], "us-projections"));
    expect(steps).toMatchObject([{ words: "1693.8", rule: expect.stringContaining("counts thousands") }]);
    expect(figureSteps(about({ base_jobs: 1_693_800 }, ["1693.8"]))).toEqual([]);
  });

  test("of which every digit was computed is shown as whole persons", () => {
    const steps = figureSteps(about({ base_jobs: 2_300_863 }, ["2300.8631856488205"], "uk-projections"));
    expect(shown(steps)).toEqual(["2300.8631856488205 → base_jobs 2300863"]);
  });

  test("that does not stand there is not claimed to", () => {
    expect(figureSteps(about({ amount: 81680 }, ["$81,690 per year"]))).toEqual([]);
    expect(figureSteps(about({ amount: 1680 }, ["$81,680 per year"]))).toEqual([]);
  });
});

describe("words", () => {
  const LOWEST =
    "The lowest 10 percent earned less than $14.00, and the highest 10 percent earned more than $97.19.";

  test("of the lowest and the highest tenth are percentiles", () => {
    expect(shown(wordingSteps(about({ statistic: "p10" }, [LOWEST])))).toEqual([
      "lowest 10 percent earned less than → statistic p10",
    ]);
    expect(shown(wordingSteps(about({ statistic: "p90" }, [LOWEST])))).toEqual([
      "highest 10 percent earned more than → statistic p90",
    ]);
  });

  test("name the date", () => {
    const steps = wordingSteps(about({ reference_period: "2024-05" }, ["was $23.33 in May 2024."]));
    expect(shown(steps)).toEqual(["May 2024 → reference_period 2024-05"]);
  });

  test("name the first and the last year of a projection", () => {
    const steps = wordingSteps(about({ base_year: 2024, target_year: 2034 }, ["Job Outlook, 2024–34 0%"]));
    expect(shown(steps)).toEqual(["2024–34 → base_year 2024", "2024–34 → target_year 2034"]);
    expect(wordingSteps(about({ base_year: 2024, target_year: 2035 }, ["Job Outlook, 2024–34"]))).toEqual([]);
  });

  test("of the publisher are copied", () => {
    const steps = wordingSteps(about({ outlook: "Decline" }, ["-1% (Decline)"], "us-ooh", "projection"));
    expect(steps).toEqual([
      { column: "outlook", value: "Decline", words: "Decline", rule: "the publisher's words" },
    ]);
  });

  test.each([
    ["us-oews", "at-least", "#", "cap"],
    ["us-oews", "not-published", "*", "no estimate"],
    ["uk-ashe", "suppressed", "x", "unreliable"],
    ["uk-ashe", "suppressed", "..", "disclosive"],
    ["uk-industries", "suppressed", "*", "sample is small"],
  ])("that are a marker of %s say why a figure is %s: %s", (source, qualifier, sign, why) => {
    expect(wordingSteps(about({ qualifier }, [sign], source))).toMatchObject([
      { words: sign, rule: expect.stringContaining(why) },
    ]);
  });

  test("of one publisher do not explain another's marker", () => {
    expect(wordingSteps(about({ qualifier: "suppressed" }, ["x"], "us-oews"))).toEqual([]);
    expect(wordingSteps(about({ qualifier: "suppressed" }, ["ab"], "uk-ashe"))).toEqual([]);
  });
});

describe("a share that no publisher prints", () => {
  const share = (percent: number, words: readonly string[]) =>
    derivedShare(about({ basis: "derived", percent }, words, "uk-industries", "employer_share"));

  test("is shown with the counts that it was computed from", () => {
    expect(share(75, ["300", "300 * 100 -"])).toContain("300 jobs of 400, the sum of the 2 industries");
    expect(share(75, ["300", "100"])).toContain("300 jobs of 400, the sum of the 2 industries");
  });

  test("is not explained by counts that do not give it", () => {
    expect(share(70, ["300", "100"])).toBeUndefined();
  });

  test("is no published share", () => {
    const published = about({ basis: "published", percent: 75 }, ["300", "100"], "us-ooh", "employer_share");
    expect(derivedShare(published)).toBeUndefined();
  });
});
