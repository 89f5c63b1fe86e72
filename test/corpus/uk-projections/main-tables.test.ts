import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Remark } from "../../../sources/source.ts";
import { ukProjections } from "../../../sources/uk-projections/source.ts";
import { normaliseUkProjections } from "../../../transforms/from-uk-projections.ts";
import type { Fact, FactTable } from "../../../transforms/model/model.ts";
import { rowsOf } from "../../sources/cases/facts-of.ts";
import { readAsRun } from "../../sources/cases/read-as-run.ts";
import { differences, SAME } from "../missing-from.ts";
import { savedWorkbook } from "../workbooks/saved-workbook.ts";
import { readAgain, type SecondSheet } from "../workbooks/second-reading.ts";

const saved = savedWorkbook(ukProjections.roots[0]?.url ?? "");

describe.skipIf(!saved.isThere)("the main tables for England, read twice", () => {
  let facts: readonly Fact[];
  let remarks: readonly Remark[];
  let edition: string | undefined;
  let sheet: SecondSheet;

  beforeAll(() => {
    const body = readFileSync(saved.path);
    const run = readAsRun(ukProjections, normaliseUkProjections);
    ({ facts, remarks, edition } = run.readingOf({ url: saved.url, mediaType: "", body }));
    sheet = readAgain(body)("Occ T2");
  });

  const rows = <T extends FactTable>(table: T) => rowsOf(facts, table);

  /** The rows of the second reading from one row to another that begin with a code, by their labels. */
  const groupRows = (from: number, to: number) =>
    new Map(
      Array.from({ length: to - from + 1 }, (_, index) => from + index)
        .map((row) => [sheet.get(`A${row}`) ?? "", row] as const)
        .filter(([label]) => /^\d\d /.test(label)),
    );

  it("every sub-major group is an occupation by its code and title, and no other", () => {
    const first = rows("occupation").map(({ code, title }) => `${code} ${title}`);
    expect(first).toHaveLength(26);
    expect(differences(first, [...groupRows(7, 34).keys()])).toEqual(SAME);
  });

  it("every figure is the cell's, but for figures of fewer than 10,000 people", () => {
    const [levels, shares, changes] = [groupRows(7, 34), groupRows(44, 71), groupRows(118, 145)];
    const number = (column: string, row: number | undefined) => Number(sheet.get(`${column}${row}`));
    const persons = (thousands: number) => Number((thousands * 1000).toFixed(0));
    const expected = [...levels].flatMap(([label, row]) =>
      [
        { year: 2025, level: "E", change: "D" },
        { year: 2035, level: "F", change: "F" },
      ].map(({ year, level, change }) => {
        const changed = persons(number(change, changes.get(label)));
        const isSmall = Math.abs(changed) < 10_000;
        const percent = year === 2035 && !isSmall ? number("H", shares.get(label)) : null;
        const figures = [persons(number("D", row)), persons(number(level, row)), isSmall ? null : changed];
        return JSON.stringify([label.slice(0, 2), 2020, year, ...figures, percent, isSmall]);
      }),
    );
    const first = rows("projection").map((row) =>
      JSON.stringify([
        row.occupation_id.replace("uk-soc-2020/", ""),
        row.base_year,
        row.target_year,
        row.base_jobs,
        row.target_jobs,
        row.change_jobs,
        row.change_percent,
        row.qualifier === "suppressed",
      ]),
    );
    expect(first).toHaveLength(52);
    expect(differences(first, expected)).toEqual(SAME);
  });

  it("the published words of every figure stand in the cell that is named, and no withheld ones anywhere", () => {
    const wrong = rows("projection").filter(({ locator, raw }) => {
      const words: (string | null)[] = JSON.parse(raw ?? "[]");
      const places: string[] = JSON.parse(locator);
      return places.some((at, index) => {
        const cell = sheet.get(at.replace(/^.*!/, "")) ?? "";
        const word = words[index] ?? null;
        if (!at.includes("Occ T2")) return !word?.includes("10,000");
        return word !== null && word !== cell && Number(word) !== Number(cell);
      });
    });
    expect(wrong).toEqual([]);
    expect(rows("projection").filter(({ qualifier }) => qualifier === "suppressed")).toHaveLength(9);
  });

  it("the edition is that of the net change, and nothing is remarked on", () => {
    expect([edition, remarks]).toEqual(["2020-2035", []]);
  });
});
