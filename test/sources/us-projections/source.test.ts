import { expect, test } from "vitest";
import { usProjections } from "../../../sources/us-projections/source.ts";
import { OF_2024, oneTable, workbookOf } from "./made-editions.ts";

const ROOT = "https://www.bls.gov/emp/ind-occ-matrix/occupation.xlsx";

test.each([
  [ROOT, "workbook"],
  ["https://www.bls.gov/emp/ind-occ-matrix/2019-29/occupation.xlsx", "workbook"],
  ["https://www.bls.gov/emp/ind-occ-matrix/occupation-2016-26.xlsx", "workbook"],
  ["https://www.bls.gov/emp/projections-archive/2014-24.zip", "archive"],
  ["https://data.bls.gov/projections/occupationProj", "export"],
  ["https://data.bls.gov/projections/occupationProj?edition=2016-26", "export"],
  ["https://data.bls.gov/projections/Employment%20Projections.csv", "export"],
  ["https://www.bls.gov/emp/data/employment-projections.csv", "export"],
  ["https://data.bls.gov/projections/nationalMatrix?queryParams=29-1141&ioType=o", undefined],
  ["https://www.bls.gov/emp/ind-occ-matrix/education.xlsx", undefined],
  ["https://www.bls.gov/oes/occupation.xlsx", undefined],
  ["http://www.bls.gov/emp/ind-occ-matrix/occupation.xlsx", undefined],
  ["no address", undefined],
])("at %s stands a document of kind %s", (url, kind) => {
  expect(usProjections.kindOf(url)).toBe(kind);
});

test("the root is recognised as what it is, has a reader, and lists nothing", () => {
  for (const root of usProjections.roots) {
    expect(usProjections.kindOf(root.url)).toBe(root.kind);
    expect(usProjections.listedBy(root, {})).toEqual([]);
    expect(usProjections.codeOf(root)).toBeUndefined();
  }
  for (const [kind, reader] of Object.entries(usProjections.readers)) expect(reader.kind).toBe(kind);
});

test("newer editions have the word, workbooks before exports, and first the one that is replaced every year", () => {
  const ordered = [
    ROOT,
    "https://www.bls.gov/emp/ind-occ-matrix/occupation-2022-32.xlsx",
    "https://www.bls.gov/emp/projections-archive/2022-32.zip",
    "https://data.bls.gov/projections/occupationProj?edition=2022-32",
    "https://www.bls.gov/emp/projections-archive/2014-24.zip",
    "https://data.bls.gov/projections/EmploymentProjections_2012-22.csv",
    "https://data.bls.gov/projections/occupationProj",
  ].map((url) => ({ url, kind: usProjections.kindOf(url) ?? "" }));
  expect(ordered.toReversed().toSorted(usProjections.series)).toEqual(ordered);
});

test("an extract that comes back from the store is validated", () => {
  const reader = usProjections.readers.workbook;
  const extract = reader?.read(workbookOf(oneTable({ base: 2024, target: 2034 }, OF_2024))).extract;
  expect(reader?.schema.parse(JSON.parse(JSON.stringify(extract)))).toEqual(extract);
  expect(reader?.schema.safeParse({ ...(extract as object), more: 1 }).success).toBe(false);
});
