import { expect, test } from "vitest";
import { plainFacts, rowsOf } from "../cases/facts-of.ts";
import { documentOf, sheetOf, swapColumns } from "../workbooks/written-workbook.ts";
import { cases } from "./cases.ts";
import { CHANGES, LEVELS, rowOf, SHARES, TABLE, withCells } from "./cells.ts";

const asWritten = cases.readingOf(documentOf(cases.written("main-tables")));

/** The projection of a group to a year. */
const projectionOf = (document: Parameters<typeof cases.readingOf>[0], code: string, year: number) =>
  rowsOf(cases.readingOf(document).facts, "projection").find(
    ({ occupation_id, target_year }) => occupation_id === `uk-soc-2020/${code}` && target_year === year,
  );

test("columns may move within their block, with their headers: the facts are the same", () => {
  const moved = cases.changed("main-tables", (workbook) => {
    swapColumns(sheetOf(workbook, TABLE), 3, 5);
    swapColumns(sheetOf(workbook, TABLE), 7, 8);
  });
  expect(plainFacts(cases.readingOf(moved).facts)).toEqual(plainFacts(asWritten.facts));
});

test("the blocks of men and of all may change places", () => {
  const moved = cases.changed("main-tables", (workbook) => {
    for (const row of sheetOf(workbook, TABLE)) {
      while (row.length < 22) row.push(null);
      const all = row.splice(0, 11);
      row.push(...all);
    }
  });
  expect(plainFacts(cases.readingOf(moved).facts)).toEqual(plainFacts(asWritten.facts));
});

test("the blocks of levels and of changes may stand in another order", () => {
  const moved = cases.changed("main-tables", ({ sheets }) => {
    const rows = sheets[TABLE] ?? [];
    const starts = rows.flatMap(([first], row) =>
      `${first}`.startsWith("Occupation Table 2 ") ? [row] : [],
    );
    const blocks = starts.map((start, index) => rows.slice(start, starts[index + 1]));
    sheets[TABLE] = [...blocks].reverse().flat();
  });
  expect(plainFacts(cases.readingOf(moved).facts)).toEqual(plainFacts(asWritten.facts));
});

test("the groups of a block may stand in another order", () => {
  const moved = cases.changed("main-tables", (workbook) => {
    const rows = sheetOf(workbook, TABLE);
    const first = rows.indexOf(rowOf(workbook, CHANGES, "11 "));
    const [row] = rows.splice(first, 1);
    rows.splice(first + 2, 0, row ?? []);
  });
  expect(plainFacts(cases.readingOf(moved).facts)).toEqual(plainFacts(asWritten.facts));
});

test("thousands become whole persons, and the published figure stays beside", () => {
  const row = projectionOf(documentOf(cases.written("main-tables")), "11", 2035);
  expect(row).toMatchObject({
    area: "England",
    qualifier: "exact",
    base_year: 2020,
    base_jobs: 2_300_863,
    target_jobs: 2_367_694,
    change_jobs: 66_831,
    change_percent: 2.9045982254498273,
    annual_openings: null,
    outlook: null,
  });
  expect(JSON.parse(row?.raw ?? "")).toContain("2300.8631856488205");
});

test("a percent is given for the whole span only, and never computed", () => {
  expect(projectionOf(documentOf(cases.written("main-tables")), "11", 2025)?.change_percent).toBeNull();
});

test("a change of fewer people than may be published is suppressed, and its percent with it; its levels stand", () => {
  const row = projectionOf(documentOf(cases.written("main-tables")), "53", 2035);
  expect(row).toMatchObject({
    qualifier: "suppressed",
    base_jobs: 768_000,
    target_jobs: 763_000,
    change_jobs: null,
    change_percent: null,
  });
  expect(JSON.parse(row?.raw ?? "")).toEqual([
    "53 Skilled construction and building trades",
    "768",
    "763",
    null,
    null,
    "PUBLISHED DATA: Ideally, a minimum of 10,000 individuals per cell",
  ]);
});

test("of a group smaller than may be published no level, change or percent is given", () => {
  const small = withCells(
    [LEVELS, "63 ", 5, 9],
    [LEVELS, "63 ", 7, -23],
    [LEVELS, "All", 5, 3771.6940169092045],
    [LEVELS, "All", 7, 101.830831260384],
    [CHANGES, "63 ", 5, -23],
    [CHANGES, "All", 5, 101.830831260384],
    [SHARES, "63 ", 7, -71.875],
    [SHARES, "All", 7, (100 * 101.830831260384) / 3669.8631856488205],
  );
  expect(projectionOf(small, "63", 2035)).toMatchObject({
    qualifier: "suppressed",
    base_jobs: 32_000,
    target_jobs: null,
    change_jobs: null,
    change_percent: null,
  });
  expect(JSON.stringify(projectionOf(small, "63", 2035))).not.toMatch(/-23|-71|"9"/);
});

test("the least number that may be published is the workbook's own", () => {
  const stricter = cases.changed("main-tables", (workbook) => {
    const row = sheetOf(workbook, "Warning")[3] ?? [];
    row[6] = "PUBLISHED DATA: Ideally, a minimum of 100,000 individuals per cell";
  });
  expect(projectionOf(stricter, "11", 2035)).toMatchObject({ qualifier: "suppressed", change_jobs: null });
});

test("errors of formulas on hidden sheets, in other blocks and in years gone by do no harm", () => {
  const changed = withCells([LEVELS, "11 ", 1, { error: "#REF!" }], [LEVELS, "11 ", 8, { error: "#REF!" }]);
  expect(plainFacts(cases.readingOf(changed).facts)).toEqual(plainFacts(asWritten.facts));
});

test("a column that nobody knows is remarked on", () => {
  const changed = withCells([LEVELS, LEVELS, 6, "Vacancies"]);
  expect(cases.readingOf(changed).remarks).toEqual([
    {
      rule: "new-column",
      locator: "'[EN_MainTables.Main.xlsm]Occ T2'!G6",
      message: "The column “Vacancies” of the block “Levels (000s)” is not read.",
    },
  ]);
});
