import { describe } from "vitest";
import { ALL, changed, put, swap } from "./changes.ts";
import { testRefusals } from "./refused.ts";
import { AT, FIRST_ROW } from "./written-edition.ts";

describe("an edition is refused", () => {
  testRefusals([
    [
      "where a cell holds words",
      () => put(FIRST_ROW, AT.median, "about 49,000"),
      `${ALL}!D7`,
      "a number, or one of the markers x .. : -",
      "“about 49,000”",
    ],
    ["where a number is text", () => put(FIRST_ROW, AT.median, "48962"), `${ALL}!D7`, "a number", "“48962”"],
    [
      "where a marker is not of estimates",
      () => put(FIRST_ROW, AT.median, "."),
      `${ALL}!D7`,
      "a number",
      "“.”",
    ],
    ["where a number is negative", () => put(FIRST_ROW, AT.jobs, -122), `${ALL}!C7`, "a number", "“-122”"],
    ["where pay is 0", () => put(FIRST_ROW, AT.median, 0), `${ALL}!D7`, "a number above 0", "“0”"],
    ["where jobs are 0", () => put(FIRST_ROW, AT.jobs, 0), `${ALL}!C7`, "a number above 0", "“0”"],
    [
      "where a formula went wrong",
      () => put(FIRST_ROW, AT.median, "#REF!"),
      `${ALL}!D7`,
      "a value",
      "the error",
    ],
    [
      "where figures of two percentiles are swapped and the headers are not",
      () => changed((grid) => swap(grid, AT.p10, AT.p20)),
      `${ALL}!I7`,
      `a p20 that is not below the p10 (29900 at ${ALL}!H7)`,
      "21545",
    ],
    [
      "where median and mean are swapped and the headers are not",
      () => changed((grid) => swap(grid, AT.median, AT.mean)),
      `${ALL}!M7`,
      "a p60 that is not below the median (68086",
      "57469",
    ],
    [
      "where jobs stand a row too low",
      () =>
        changed((grid) => {
          for (let row = FIRST_ROW + 4; row > FIRST_ROW; row--)
            (grid[row] ?? [])[AT.jobs] = grid[row - 1]?.[AT.jobs] ?? null;
        }),
      `${ALL}!C9`,
      "the sum of the jobs of the groups below it (235), within 1.5",
      "122",
    ],
    [
      "where coefficients of variation stand in another column",
      () => changed((grid) => swap(grid, AT.p25, AT.p90), "14.7b"),
      "'[PROV - Occupation SOC20 (4) Table 14.7b   Annual pay - Gross 2024 CV.xlsx]All'!J9",
      `at most 20 percent, as ${ALL}!J9 is published (47910)`,
      "x",
    ],
  ]);
});
