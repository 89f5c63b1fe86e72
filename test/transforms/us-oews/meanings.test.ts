import { describe, expect, test } from "vitest";
import type { Fact, FactTable, Row } from "../../../transforms/model/model.ts";
import { hybridEdition, nationalEdition, readingOf, sectorsEdition } from "../../sources/us-oews/cases.ts";
import { lineOf, put, zipDocument } from "../../sources/us-oews/written-edition.ts";

const national = readingOf(zipDocument(nationalEdition())).facts;
const sectors = readingOf(zipDocument(sectorsEdition())).facts;
const hybrid = readingOf(zipDocument(hybridEdition())).facts;

function rowsOf<T extends FactTable>(facts: readonly Fact[], table: T, code: string): Row<T>[] {
  return facts.flatMap((fact) => {
    const row = fact.row as unknown as Record<string, unknown>;
    return fact.table === table && (row.occupation_id ?? row.id) === `us-soc-2018/${code}`
      ? [fact.row as Row<T>]
      : [];
  });
}

const amounts = (rows: readonly Row<"wage">[]) =>
  rows.map(({ period, statistic, amount, qualifier }) => `${period} ${statistic} ${amount} ${qualifier}`);

describe("wages of the nation", () => {
  test("an actor has $23.33 an hour and nothing by the year", () => {
    const wages = rowsOf(national, "wage", "27-2011");
    expect(amounts(wages)).toContain("hour median 23.33 exact");
    expect(new Set(wages.map(({ period }) => period))).toEqual(new Set(["hour"]));
  });

  test("a teacher has a wage by the year and nothing by the hour", () => {
    const wages = rowsOf(national, "wage", "25-2021");
    expect(amounts(wages)).toContain("year median 62340 exact");
    expect(new Set(wages.map(({ period }) => period))).toEqual(new Set(["year"]));
  });

  test("physicians earn at least $115 an hour and $239,200 a year; their mean is exact above it", () => {
    expect(amounts(rowsOf(national, "wage", "29-1229"))).toEqual(
      expect.arrayContaining([
        "hour p25 45.71 exact",
        "hour median 115 at-least",
        "year median 239200 at-least",
        "year mean 253470 exact",
      ]),
    );
  });

  test("the cap of May 2020 is $100 an hour and $208,000 a year", () => {
    expect(amounts(rowsOf(hybrid, "wage", "29-0000"))).toEqual(
      expect.arrayContaining(["hour p90 100 at-least", "year p90 208000 at-least"]),
    );
  });

  test("only means have a relative error, and jobs theirs", () => {
    const errors = rowsOf(national, "wage", "27-2011").map((row) => [
      row.statistic,
      row.relative_error_percent,
    ]);
    expect(errors).toEqual([
      ["mean", 15.9],
      ...["p10", "p25", "median", "p75", "p90"].map((name) => [name, null]),
    ]);
    expect(rowsOf(national, "employment", "27-2011")[0]?.relative_error_percent).toBe(6);
  });

  test("figures of the nation have no industry", () => {
    for (const { industry_id } of rowsOf(national, "wage", "29-1141")) expect(industry_id).toBeNull();
    expect(national.filter(({ table }) => table === "industry" || table === "employer_share")).toEqual([]);
  });

  test("figures that stand as text in their cells are the same figures", () => {
    const edition = nationalEdition();
    const nurses = lineOf(edition, "29-1141");
    put(edition, nurses, "TOT_EMP", "3,282,010");
    put(edition, nurses, "H_MEDIAN", "45.00");
    const facts = readingOf(zipDocument(edition)).facts;
    expect(facts).toEqual(national);
  });

  test("hourly cells may be blank where only wages by the year are released", () => {
    const edition = nationalEdition();
    const teachers = lineOf(edition, "25-2021");
    for (const header of ["H_MEAN", "H_PCT10", "H_PCT25", "H_MEDIAN", "H_PCT75", "H_PCT90"])
      put(edition, teachers, header, null);
    put(edition, teachers, "ANNUAL", true);
    expect(readingOf(zipDocument(edition)).facts).toEqual(national);
  });
});

describe("occupations", () => {
  const levelOf = (facts: readonly Fact[], code: string) =>
    rowsOf(facts, "occupation", code).map(({ level }) => level);

  test("a code that stands as broad and as detailed is one occupation, with the figures of its detailed row", () => {
    expect(levelOf(national, "13-1020")).toEqual(["detailed"]);
    const [jobs, ...others] = rowsOf(national, "employment", "13-1020");
    expect(others).toEqual([]);
    expect(jobs?.locator).toContain("!L5");
  });

  test("codes beside the classification have the level matrix", () => {
    expect(["00-0000", "21-1018"].map((code) => levelOf(national, code))).toEqual([["matrix"], ["matrix"]]);
    expect(levelOf(hybrid, "15-1256")).toEqual(["matrix"]);
  });

  test("codes of the classification have its levels, in a hybrid edition too", () => {
    expect(["21-0000", "21-1000", "21-1010", "29-1141"].flatMap((code) => levelOf(national, code))).toEqual([
      ...["major", "minor", "broad", "detailed"],
    ]);
    expect(["15-0000", "15-1250", "29-1141"].flatMap((code) => levelOf(hybrid, code))).toEqual([
      ...["major", "broad", "detailed"],
    ]);
  });
});

describe("sectors", () => {
  const inSector = (code: string, naics: string) =>
    rowsOf(sectors, "wage", code).filter(({ industry_id }) => industry_id === `naics-2022/${naics}`);

  test("an industry has the code and the title of its sector", () => {
    const industries = sectors.flatMap(({ table, row }) =>
      table === "industry" ? [[row.id, row.title]] : [],
    );
    expect(industries).toHaveLength(20);
    expect(industries).toContainEqual(["naics-2022/31-33", "Manufacturing"]);
  });

  test("jobs without an estimate are not published, their wages are", () => {
    const [jobs] = rowsOf(sectors, "employment", "17-2021");
    expect(jobs).toMatchObject({
      jobs: null,
      qualifier: "not-published",
      relative_error_percent: null,
      raw: '["**","**"]',
    });
    expect(amounts(inSector("17-2021", "11"))).toContain("hour median 36.42 exact");
  });

  test("wages without an estimate are not published, each of them", () => {
    const wages = inSector("13-1150", "11");
    expect(wages).toHaveLength(12);
    for (const wage of wages) expect(wage).toMatchObject({ amount: null, qualifier: "not-published" });
  });

  test("of wages that are released by the year only, none is missing by the hour", () => {
    expect(amounts(inSector("25-1199", "54"))).toEqual(
      ["mean", "p10", "p25", "median", "p75", "p90"].map((name) => `year ${name} null not-published`),
    );
  });

  test("a mean at the cap is at least the cap", () => {
    expect(amounts(inSector("29-1217", "54"))).toContain("year mean 239200 at-least");
  });

  test("sectors of May 2021 are those of the 2017 classification", () => {
    const edition = sectorsEdition();
    edition.year = 2021;
    edition.file = "oesm21in4/natsector_M2021_dl.xlsx";
    edition.sheet = "Natsector_M2021_dl";
    edition.descriptions = [];
    const wages = ["H", "A"].flatMap((period) =>
      ["MEAN", "PCT10", "PCT25", "MEDIAN", "PCT75", "PCT90"].map((name) => `${period}_${name}`),
    );
    for (const line of edition.grid.slice(1)) for (const header of wages) put(edition, line, header, "*");
    for (const { table, row } of readingOf(zipDocument(edition)).facts)
      if (table === "industry") expect(row.scheme).toBe("naics-2017");
  });
});

describe("employer shares", () => {
  test("the largest come first, those without jobs last, and all say that they are derived", () => {
    const shares = rowsOf(sectors, "employer_share", "27-2011");
    expect(
      shares.map((row) => [row.rank, row.industry_id.slice(11), row.percent, row.qualifier, row.basis]),
    ).toEqual([
      [1, "71", 45.48, "estimated", "derived"],
      [2, "51", 24.81, "estimated", "derived"],
      [3, "54", 21.19, "estimated", "derived"],
      [4, "61", 7.52, "estimated", "derived"],
      [5, "48-49", 0.83, "estimated", "derived"],
      [6, "99", 0.17, "estimated", "derived"],
    ]);
  });

  test("where each of the sectors has jobs, shares are exact", () => {
    const shares = rowsOf(sectors, "employer_share", "00-0000");
    expect(shares).toHaveLength(20);
    expect(new Set(shares.map(({ qualifier }) => qualifier))).toEqual(new Set(["exact"]));
    expect(shares.reduce((sum, { percent }) => sum + (percent ?? 0), 0)).toBeCloseTo(100, 1);
  });

  test("a sector without jobs has a rank and no percent", () => {
    expect(rowsOf(sectors, "employer_share", "17-2021")).toMatchObject([
      { rank: 1, percent: null, qualifier: "not-published", raw: "**" },
    ]);
  });

  test("they name the cells of all jobs that they are computed from, their own first", () => {
    const [largest] = rowsOf(sectors, "employer_share", "25-9045");
    expect(largest?.industry_id).toBe("naics-2022/61");
    expect(JSON.parse(largest?.raw ?? "")).toEqual(["1173620", "163280"]);
  });
});
