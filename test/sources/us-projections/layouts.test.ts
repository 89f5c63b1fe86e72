import AdmZip from "adm-zip";
import { describe, expect, test } from "vitest";
import type { Row } from "../../../transforms/model/model.ts";
import { plainFacts, rowsOf } from "../cases/facts-of.ts";
import { expectLawful } from "../cases/lawful-facts.ts";
import { readingOf } from "./cases.ts";
import {
  type Edition,
  exportOf,
  type Made,
  mergedHeaders,
  OF_2016,
  OF_2024,
  oneTable,
  twoTables,
  workbookOf,
} from "./made-editions.ts";

const E2024 = { base: 2024, target: 2034 };
const E2016 = { base: 2016, target: 2026 };

/** What an occupation must become, told from the numbers that the tables are made of. */
function expected({ base, target }: Edition, scheme: string, made: Made) {
  const [from, to, change, percent] = made.figures;
  const persons = (thousands: number) => Math.round(thousands * 1_000);
  return {
    occupation_id: `${scheme}/${made.code}`,
    ...{ area: "US", industry_id: null, group_title: null, qualifier: "exact" },
    ...{ base_year: base, target_year: target, base_jobs: persons(from), target_jobs: persons(to) },
    ...{ change_jobs: persons(change), change_percent: percent, outlook: null },
    annual_openings: persons(made.openings),
  };
}

const needsOf = (rows: readonly Row<"requirement">[], id: string) =>
  rows.filter(({ occupation_id }) => occupation_id === id).map(({ kind, text }) => `${kind}: ${text}`);

describe.each([
  ["one table, one row of headers", E2024, "us-soc-2018", OF_2024, oneTable],
  ["two tables, one row of headers", { base: 2019, target: 2029 }, "us-soc-2018", OF_2024, twoTables],
  ["two tables, merged headers", E2016, "us-soc-2010", OF_2016, mergedHeaders],
  ["merged headers of 2019–29", { base: 2019, target: 2029 }, "us-soc-2018", OF_2024, mergedHeaders],
] as const)("%s", (_layout, edition, scheme, occupations, make) => {
  const reading = readingOf(workbookOf(make(edition, occupations)));

  test("give every occupation and group, in persons", () => {
    const rows = rowsOf(reading.facts, "projection");
    expect(rows).toEqual(occupations.map((made) => expect.objectContaining(expected(edition, scheme, made))));
    expect(reading.edition).toBe(`${edition.base}-${String(edition.target).slice(2)}`);
  });

  test("give what is typically needed for occupations, and nothing for groups", () => {
    const rows = rowsOf(reading.facts, "requirement");
    for (const { code, needs } of occupations)
      expect(needsOf(rows, `${scheme}/${code}`)).toEqual(
        needs[0] === "—"
          ? []
          : [
              `entry-education: ${needs[0]}`,
              `work-experience: ${needs[1]}`,
              `on-the-job-training: ${needs[2]}`,
            ],
      );
  });

  test("give titles without marks and indents", () => {
    const titles = rowsOf(reading.facts, "occupation").map(({ title }) => title);
    expect(titles).toEqual(occupations.map(({ title }) => title.trim().replace(/[[(]\d[\])]$/, "")));
  });

  test("give facts that the model allows, no two under one key, and no remarks", () => {
    expectLawful(reading.facts);
    expect(reading.remarks).toEqual([]);
  });
});

test("sheets may have names of their own: a table is known by its first line", () => {
  const { "Table 1.2": main, "Table 1.7": needs } = twoTables(E2024, OF_2024);
  if (main === undefined || needs === undefined) throw new Error("A table is missing.");
  const renamed = readingOf(workbookOf({ Employment: main, Characteristics: needs }));
  expect(plainFacts(renamed.facts)).toEqual(
    plainFacts(readingOf(workbookOf(twoTables(E2024, OF_2024))).facts),
  );
});

test("an archive of an older edition gives what its workbook gives", () => {
  const zip = new AdmZip();
  const workbook = workbookOf(mergedHeaders(E2016, OF_2016));
  zip.addFile("2016-26/education.xlsx", Buffer.from("no workbook of occupations"));
  zip.addFile("2016-26/occupation.xlsx", Buffer.from(workbook.body));
  const url = "https://www.bls.gov/emp/projections-archive/2016-26.zip";
  const reading = readingOf({ url, mediaType: "", body: zip.toBuffer() });
  expect(reading.facts).toEqual(readingOf(workbook).facts);
});

test("openings of a whole decade are left out, with a remark, and nothing else is", () => {
  const decade = "Job openings due to growth and replacements, 2014-24";
  const edition = { base: 2014, target: 2024 };
  const { facts, remarks } = readingOf(workbookOf(mergedHeaders(edition, OF_2016, decade)));
  const rows = rowsOf(facts, "projection");
  expect(rows.map(({ annual_openings }) => annual_openings)).toEqual(OF_2016.map(() => null));
  expect(rows.map(({ base_jobs }) => base_jobs)).toEqual(
    OF_2016.map(({ figures }) => Math.round(figures[0] * 1_000)),
  );
  expect(remarks.map(({ rule, locator }) => [rule, locator])).toEqual([
    ["left-out", "'[occupation.xlsx]Table 1.2'!J4"],
  ]);
});

test("an export gives the occupations with the same figures, titles and needs as the workbook", () => {
  const occupations = OF_2024.filter(({ type }) => type === "Line item");
  const exported = readingOf(exportOf(E2024, occupations));
  const workbook = readingOf(workbookOf(oneTable(E2024, occupations)));
  expect(plainFacts(exported.facts)).toEqual(plainFacts(workbook.facts));
  expect(exported.remarks).toEqual([]);
});

test("codes of an export may be plain, as a spreadsheet leaves them when it saves the file again", () => {
  const { url, body } = exportOf(E2024, OF_2024);
  const resaved = `\uFEFF${Buffer.from(body).toString()}`.replace(/"=""([\d-]+)"""/g, "$1");
  expect(resaved).not.toContain('=""');
  expect(plainFacts(readingOf({ url, mediaType: "", body: Buffer.from(resaved) }).facts)).toEqual(
    plainFacts(readingOf(exportOf(E2024, OF_2024)).facts),
  );
});

test("the words of a figure are those of its cells, in the order of the locators", () => {
  const [total] = rowsOf(readingOf(workbookOf(oneTable(E2024, OF_2024))).facts, "projection");
  expect(JSON.parse(`${total?.raw}`)).toEqual(["169956.1", "175167.9", "5211.8", "3.1", "18863.3"]);
  expect(JSON.parse(`${total?.locator}`)).toEqual(
    ["D", "E", "H", "I", "K"].map((column) => `'[occupation.xlsx]Table 1.2'!${column}3`),
  );
});

test("levels: codes beside the classification are of the matrix, and so is the total", () => {
  const levels = rowsOf(readingOf(workbookOf(oneTable(E2024, OF_2024))).facts, "occupation");
  expect(levels.map(({ code, level }) => `${code} ${level}`)).toEqual([
    "00-0000 matrix",
    "11-0000 major",
    "11-1000 minor",
    "11-1011 detailed",
    "21-1018 matrix",
  ]);
});
