import { describe, expect, test } from "vitest";
import { nationalEdition, refusalOf } from "./cases.ts";
import { lineOf, put, zipDocument } from "./written-edition.ts";
import { changed, NATIONAL, national, nurses, type Refusal, swap } from "./wrong-editions.ts";

const REFUSALS: readonly Refusal[] = [
  ["a jobs cell that is blank", nurses("TOT_EMP", null), `${NATIONAL}!L15`, "a figure or “**”", "nothing"],
  ["the marker of wages for jobs", nurses("TOT_EMP", "*"), `${NATIONAL}!L15`, "a figure or “**”", "“*”"],
  ["jobs that are not in tens", nurses("TOT_EMP", 3282011), `${NATIONAL}!L15`, "jobs in tens", "“3282011”"],
  ["no jobs", nurses("TOT_EMP", 0), `${NATIONAL}!L15`, "jobs in tens", "“0”"],
  ["an error without jobs", nurses("TOT_EMP", "**"), `${NATIONAL}!M15`, "“**”, as for the jobs", "“0.2”"],
  ["an error of more than 100 percent", nurses("MEAN_PRSE", 101), `${NATIONAL}!T15`, "a percent", "“101”"],
  ["a wage that is blank", nurses("H_MEDIAN", null), `${NATIONAL}!W15`, "a figure or “*” or “#”", "nothing"],
  ["a marker that nobody knows", nurses("A_PCT90", "~"), `${NATIONAL}!AD15`, "a figure or “*” or “#”", "“~”"],
  ["a negative wage", nurses("H_PCT10", -1), `${NATIONAL}!U15`, "a figure or “*” or “#”", "“-1”"],
  [
    "a percentile below the one before",
    nurses("H_PCT25", 30),
    `${NATIONAL}!V15`,
    "a p25 of 31.75 or more",
    "“30”",
  ],
  ["a figure at the cap", nurses("H_PCT90", 115), `${NATIONAL}!Y15`, "“#” for 115 or more", "“115”"],
  ["a percentile below a “#”", nurses("H_PCT75", "#"), `${NATIONAL}!Y15`, "a p90 of 115 or more", "“65.06”"],
  [
    "a wage with parts of a cent",
    nurses("H_MEAN", 47.321),
    `${NATIONAL}!R15`,
    "dollars and cents",
    "“47.321”",
  ],
  [
    "a yearly wage that is not in tens",
    nurses("A_MEAN", 98431),
    `${NATIONAL}!S15`,
    "in tens of dollars",
    "“98431”",
  ],
  [
    "wages that are not the same by hour and by year",
    nurses("A_MEAN", 98460),
    `${NATIONAL}!S15`,
    "the hourly wage",
    "“98460”",
  ],
  ["a flag that nobody knows", nurses("ANNUAL", "X"), `${NATIONAL}!AE15`, "“TRUE” or nothing", "“X”"],
  [
    "a flag against the wages",
    nurses("ANNUAL", "TRUE"),
    `${NATIONAL}!R15`,
    "no wage by the hour, as the flag",
    "“47.32”",
  ],
  [
    "both flags",
    national((edition) => {
      const actors = lineOf(edition, "27-2011");
      put(edition, actors, "ANNUAL", "TRUE");
    }),
    `${NATIONAL}!AF13`,
    "one of the two flags",
    "“TRUE”",
  ],
];

test.each(REFUSALS)("%s is refused", (_name, edition, locator, expected, found) => {
  const refusal = refusalOf(zipDocument(edition()));
  expect(refusal.locator).toBe(locator);
  expect(refusal.expected).toContain(expected);
  expect(refusal.found).toContain(found);
});

describe("columns that change places under their headers are noticed", () => {
  test.each([
    ["TOT_EMP", "EMP_PRSE"],
    ["TOT_EMP", "A_MEAN"],
    ["H_MEAN", "H_MEDIAN"],
    ["A_MEAN", "A_MEDIAN"],
    ["H_PCT10", "H_PCT25"],
    ["H_MEDIAN", "A_MEDIAN"],
    ["A_PCT75", "A_PCT90"],
    ["ANNUAL", "HOURLY"],
  ])("%s and %s", (one, other) => {
    refusalOf(zipDocument(changed(nationalEdition(), (edition) => swap(edition, one, other))));
  });
});
