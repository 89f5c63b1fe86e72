import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Remark } from "../../../sources/source.ts";
import { WORKBOOK } from "../../../sources/uk-industries/address.ts";
import { ukIndustries } from "../../../sources/uk-industries/source.ts";
import { normaliseUkIndustries } from "../../../transforms/from-uk-industries.ts";
import type { Fact, FactTable } from "../../../transforms/model/model.ts";
import { rowsOf } from "../../sources/cases/facts-of.ts";
import { expectLawful } from "../../sources/cases/lawful-facts.ts";
import { readAsRun } from "../../sources/cases/read-as-run.ts";
import { differences, SAME } from "../missing-from.ts";
import { savedWorkbook } from "../workbooks/saved-workbook.ts";
import { readAgain, type SecondSheet } from "../workbooks/second-reading.ts";

const saved = savedWorkbook(WORKBOOK);

const YEARS = ["2021", "2022", "2023", "2024"];

/** Where the table stood in the saved workbook: sections A to S in C to U, unit groups in rows 9 to 420. */
const LETTERS = [..."CDEFGHIJKLMNOPQRSTU"];
const SECTIONS = [..."ABCDEFGHIJKLMNOPQRS"];
const ROWS = Array.from({ length: 412 }, (_, index) => index + 9);

describe.skipIf(!saved.isThere)("employment by unit group and section, read twice", () => {
  let facts: readonly Fact[];
  let remarks: readonly Remark[];
  let edition: string | undefined;
  const sheets = new Map<string, SecondSheet>();

  beforeAll(() => {
    const body = readFileSync(saved.path);
    const run = readAsRun(ukIndustries, normaliseUkIndustries);
    ({ facts, remarks, edition } = run.readingOf({ url: saved.url, mediaType: "", body }));
    const again = readAgain(body);
    for (const year of YEARS) sheets.set(year, again(year));
  });

  const rows = <T extends FactTable>(table: T) => rowsOf(facts, table);

  /** One row of the second reading, cell by cell. */
  const cellsOf = (year: string, row: number) =>
    LETTERS.map((letter, index) => ({
      code: sheets.get(year)?.get(`B${row}`)?.slice(0, 4) ?? "",
      section: SECTIONS[index] ?? "",
      words: sheets.get(year)?.get(`${letter}${row}`) ?? "",
    }));

  it("every cell is a number of persons or a marker, and no other is told", () => {
    const first = rows("employment").map(({ occupation_id, industry_id, reference_period, jobs, raw }) =>
      [reference_period, occupation_id, industry_id, jobs ?? raw].join(" "),
    );
    const second = YEARS.flatMap((year) =>
      ROWS.flatMap((row) =>
        cellsOf(year, row).map(({ code, section, words }) =>
          [year, `uk-soc-2020/${code}`, `sic-2007/${section}`, words].join(" "),
        ),
      ),
    );
    expect(first).toHaveLength(4 * 412 * 19);
    expect(differences(first, second)).toEqual(SAME);
  });

  it("every share is what the counts of its row give, in the order of their size", () => {
    const first = rows("employer_share").map((row) =>
      [row.reference_period, row.occupation_id, row.rank, row.industry_id, row.percent, row.qualifier].join(
        " ",
      ),
    );
    const second = YEARS.flatMap((year) =>
      ROWS.flatMap((row) => {
        const own = cellsOf(year, row);
        const numbers = own.filter(({ words }) => /^\d+$/.test(words));
        const hidden = own.filter(({ words }) => words === "*");
        const whole = numbers.reduce((sum, { words }) => sum + Number(words), 0);
        numbers.sort((a, b) => Number(b.words) - Number(a.words) || a.section.localeCompare(b.section));
        return [...numbers, ...hidden].map(({ code, section, words }, index) => {
          const percent = words === "*" ? "" : Number(((Number(words) / whole) * 100).toFixed(2));
          const told = hidden.length === 0 ? "exact" : "estimated";
          const qualifier = words === "*" ? "suppressed" : told;
          return [year, `uk-soc-2020/${code}`, index + 1, `sic-2007/${section}`, percent, qualifier].join(
            " ",
          );
        });
      }),
    );
    expect(differences(first, second)).toEqual(SAME);
  });

  it("unit groups and sections are those of the sheet, by code and title", () => {
    const sheet = sheets.get("2024");
    const groups = ROWS.map((row) => sheet?.get(`B${row}`)?.replace(/\s+/g, " ").trim() ?? "");
    const sections = LETTERS.map(
      (letter) =>
        sheet
          ?.get(`${letter}8`)
          ?.replace(/^\d+ +([A-S]) +/, "$1 ")
          .trim() ?? "",
    );
    expect(
      differences(
        rows("occupation").map(({ code, title }) => `${code} ${title}`),
        groups,
      ),
    ).toEqual(SAME);
    expect(
      differences(
        rows("industry").map(({ code, title }) => `${code} ${title}`),
        sections,
      ),
    ).toEqual(SAME);
  });

  it("every fact is one that the model allows, and none is told twice", () => {
    expectLawful(facts);
  });

  it("nothing is remarked on", () => {
    expect(remarks).toEqual([]);
    expect(edition).toBe("2021-2024");
  });
});
