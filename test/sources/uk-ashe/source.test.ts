import { describe, expect, test } from "vitest";
import { DATASET, editionWordsIn } from "../../../sources/uk-ashe/address.ts";
import { addressOf, compareEditions } from "../../../sources/uk-ashe/editions.ts";
import { memberNamed } from "../../../sources/uk-ashe/member-name.ts";
import { ukAshe } from "../../../sources/uk-ashe/source.ts";
import { titleWordsOf } from "../../../sources/uk-ashe/title.ts";
import { provisionalEdition, readingOf } from "./cases.ts";
import { zipDocument } from "./written-edition.ts";

const FILE = `https://www.ons.gov.uk/file?uri=${DATASET}`;
const LONE = "PROV - Occupation SOC20 (4) Table 14.7a   Annual pay - Gross 2022.xls";

test.each([
  [`${FILE}/2024/ashetable142024provisional.zip`, "zip"],
  [`${FILE}/2023revised/ashetable142023revised.zip`, "zip"],
  [`https://www.ons.gov.uk${DATASET}/2023revised/ashetable142023revised.zip`, "zip"],
  [`${FILE}/2022/${encodeURIComponent(LONE)}`, "workbook"],
  [`${FILE}/2022/table147a.xlsx`, "workbook"],
  [`${FILE}/2022/table147a.csv`, undefined],
  [FILE, undefined],
  [`https://www.ons.gov.uk${DATASET}`, undefined],
  [`http://www.ons.gov.uk/file?uri=${DATASET}/2024/ashetable142024provisional.zip`, undefined],
  [`https://example.org/file?uri=${DATASET}/2024/ashetable142024provisional.zip`, undefined],
  [`${FILE.replace("table14", "table15")}/2024/ashetable152024provisional.zip`, undefined],
  ["https://www.ons.gov.uk/%E0%A4%A", undefined],
  ["no address", undefined],
])("at %s stands a document of kind %s", (url, kind) => {
  expect(ukAshe.kindOf(url)).toBe(kind);
});

test.each([
  ["2024/ashetable142024provisional.zip", ["2024", "2024"], ["provisional"]],
  ["2023revised/ashetable142023revised.zip", ["2023", "2023"], ["revised", "revised"]],
  ["2020revised/table142020revised.zip", ["2020", "2020"], ["revised", "revised"]],
  [`2022/${encodeURIComponent(LONE)}`, ["2022", "2022"], ["provisional"]],
  ["current/table147a.xls", [], []],
])("the address …/%s tells of the years %j, %j", (place, years, statuses) => {
  expect(editionWordsIn(`${FILE}/${place}`)).toEqual({ years, statuses });
});

describe("the name of a file", () => {
  const known = {
    table: "14.7",
    isQuality: false,
    measure: "Annual pay - Gross",
    year: "2024",
    status: "provisional",
    classification: "uk-soc-2020",
  };

  test.each([
    ["PROV - Occupation SOC20 (4) Table 14.7a   Annual pay - Gross 2024.xlsx", {}],
    ["PROV - Occupation SOC20 (4) Table 14.7a Annual pay - Gross 2024.xls", {}],
    ["Occupation SOC20 (4) Table 14.7a   Annual pay - Gross 2023.xlsx", { status: "revised", year: "2023" }],
    [
      "PROV - Occupation SOC10 (4) Table 14.7a   Annual pay - Gross 2021.xls",
      { year: "2021", classification: "uk-soc-2010" },
    ],
    [
      "PROV - Occupation SOC2010 (4) Table 14.7a   Annual pay - Gross 2021.xls",
      { year: "2021", classification: "uk-soc-2010" },
    ],
    ["PROV - Occupation SOC20 (4) Table 14.7b   Annual pay - Gross 2024 CV.xlsx", { isQuality: true }],
    [
      "PROV - Occupation SOC20 (4) Table 14.10a   Paid hours worked - Basic 2024.xlsx",
      { table: "14.10", measure: "Paid hours worked - Basic" },
    ],
    [
      "PROV - Occupation SOC20 (4) Table 14.12   Gender pay gap 2024.xlsx",
      { table: "14.12", measure: "Gender pay gap" },
    ],
  ])("%s is understood", (name, differences) => {
    expect(memberNamed(name)).toEqual({ ...known, ...differences });
  });

  test.each([
    "Occupation (4) Table 14.7a   Annual pay - Gross 2007.xls",
    "Work Region Occupation SOC20 (4) Table 15.7a   Annual pay - Gross 2024.xlsx",
    "PROV - Occupation SOC20 (2) Table 2.7a   Annual pay - Gross 2024.xlsx",
    "PROV - Occupation SOC20 (4) Table 14.7b   Annual pay - Gross 2024.xlsx",
    "PROV - Occupation SOC20 (4) Table 14.7a   Annual pay - Gross 2024 CV.xlsx",
    "PROV - Occupation SOC20 (4) Table 14.7a   Annual pay - Gross 2024.csv",
    "ashetable14.xlsx",
  ])("%s is not", (name) => {
    expect(memberNamed(name)).toBeUndefined();
  });
});

test.each([
  [
    "Table 14.9a Paid hours worked - Total - For part-time employee jobsa: United Kingdom, 2024",
    {
      table: "14.9",
      isQuality: false,
      measure: "Paid hours worked - Total",
      sheet: "Part-Time",
      year: "2024",
    },
  ],
  [
    "Table 14.7b Coefficients of variation for Annual pay - Gross (£) - For all employee jobs: United Kingdom, 2023",
    { table: "14.7", isQuality: true, measure: "Annual pay - Gross (£)", sheet: "All", year: "2023" },
  ],
  ["Table 14.7b Annual pay - Gross (£) - For all employee jobsa: United Kingdom, 2024", undefined],
  ["Table 14.7a Annual pay - Gross (£) - For male employee jobsa: United Kingdom, 2024", undefined],
  ["Table 14.7a Annual pay - Gross (£) - For all employee jobsa: Great Britain, 2024", undefined],
])("the title “%s” says %j", (title, words) => {
  expect(titleWordsOf(title)).toEqual(words);
});

test("no single edition must be there, but one of them must", () => {
  expect(ukAshe.roots.every(({ isExpected }) => isExpected)).toBe(true);
  expect(ukAshe.expects.minimumDocuments).toEqual({ zip: 1 });
  expect(ukAshe.roots.every(({ url, kind }) => ukAshe.kindOf(url) === kind)).toBe(true);
  expect(new Set(ukAshe.roots.map(({ url }) => url)).size).toBe(ukAshe.roots.length);
  expect(ukAshe.listedBy({ kind: "zip", url: FILE }, {})).toEqual([]);
});

test("the newest edition has the word, revised before provisional, a zip before a workbook", () => {
  const zip = (url: string) => ({ kind: "zip", url });
  const lone = { kind: "workbook", url: `${FILE}/2024/${encodeURIComponent(LONE.replace("2022", "2024"))}` };
  const right = [
    zip(addressOf(2025, "revised")),
    zip(addressOf(2025, "provisional")),
    zip(addressOf(2024, "revised")),
    zip(`${FILE}/2024/ashetable142024provisional.zip`),
    lone,
    { kind: "workbook", url: `${FILE}/current/table147a.xls` },
  ];
  expect([...right].reverse().sort(compareEditions)).toEqual(right);
  for (const one of right) expect(compareEditions(one, one)).toBe(0);
});

test("an extract that comes back from the store is validated", () => {
  const { extract } = readingOf(zipDocument(provisionalEdition()));
  const schema = ukAshe.readers.zip?.schema;
  expect(schema?.parse(JSON.parse(JSON.stringify(extract)))).toEqual(extract);
  expect(schema?.safeParse({ ...extract, more: 1 }).success).toBe(false);
  expect(schema?.safeParse({ ...extract, estimates: [] }).success).toBe(false);
});

test("people choose no single document of it by a code", () => {
  expect(ukAshe.roots.map((address) => ukAshe.codeOf(address))).toEqual(ukAshe.roots.map(() => undefined));
});
