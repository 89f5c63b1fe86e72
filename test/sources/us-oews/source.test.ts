import { describe, expect, test } from "vitest";
import { addressOf, addressWordsIn, compareEditions } from "../../../sources/us-oews/editions.ts";
import { isLeftOut, memberNamed } from "../../../sources/us-oews/members.ts";
import { usOews } from "../../../sources/us-oews/source.ts";
import { nationalEdition, readingOf, sectorsEdition } from "./cases.ts";
import { zipDocument } from "./written-edition.ts";

const FOLDER = "https://www.bls.gov/oes/special-requests";

test.each([
  [`${FOLDER}/oesm24nat.zip`, "national"],
  [`${FOLDER}/oesm20nat.zip`, "national"],
  [`${FOLDER}/oesm24in4.zip`, "sectors"],
  ["https://www.bls.gov/oes/special.requests/oesm24nat.zip", "national"],
  [`${FOLDER}/oesm24st.zip`, undefined],
  [`${FOLDER}/oesm24ma.zip`, undefined],
  [`${FOLDER}/oesm24all.zip`, undefined],
  [`${FOLDER}/oesm24nat.zip?x=1`, undefined],
  ["https://www.bls.gov/oes/tables.htm", undefined],
  ["https://example.org/oes/special-requests/oesm24nat.zip", undefined],
])("%s is of the kind %s", (url, kind) => {
  expect(usOews.kindOf(url)).toBe(kind);
});

test("an address tells kind and year, and the other way round", () => {
  for (const kind of ["national", "sectors"] as const)
    for (const year of [2005, 2024, 2031])
      expect(addressWordsIn(addressOf(kind, year))).toEqual({ kind, year });
});

test("the editions of the four years must be there; the next ones may be", () => {
  const required = usOews.roots.filter(({ isExpected }) => isExpected !== true);
  const expected = usOews.roots.filter(({ isExpected }) => isExpected === true);
  expect(required.map(({ url }) => url.slice(FOLDER.length))).toEqual([
    "/oesm24nat.zip",
    "/oesm23nat.zip",
    "/oesm22nat.zip",
    "/oesm21nat.zip",
    "/oesm24in4.zip",
  ]);
  expect(expected.map(({ url }) => url.slice(FOLDER.length))).toEqual([
    "/oesm26nat.zip",
    "/oesm26in4.zip",
    "/oesm25nat.zip",
    "/oesm25in4.zip",
  ]);
  for (const { kind, url } of usOews.roots) expect(usOews.kindOf(url)).toBe(kind);
});

test("newer editions come first", () => {
  const order = [...usOews.roots].reverse().sort(compareEditions);
  expect(order.map(({ url }) => url.slice(`${FOLDER}/oesm`.length, -".zip".length))).toEqual([
    ...["26nat", "26in4", "25nat", "25in4", "24nat", "24in4", "23nat", "22nat", "21nat"],
  ]);
});

test.each([
  ["national_M2024_dl.xlsx", { kind: "national", year: "2024" }],
  ["natsector_M2024_dl.xlsx", { kind: "sectors", year: "2024" }],
  ["Natsector_M2024_dl", { kind: "sectors", year: "2024" }],
  ["national_M2019_dl.xls", { kind: "national", year: "2019" }],
  ["nat3d_M2024_dl.xlsx", undefined],
  ["national_M2024_dl.csv", undefined],
])("%s is %o", (name, words) => {
  expect(memberNamed(name)).toEqual(words);
});

test.each([
  ["nat3d_M2024_dl.xlsx", true],
  ["nat4d_M2024_dl.xlsx", true],
  ["nat5d_6d_M2024_dl.xlsx", true],
  ["nat3d_owner_M2018_dl.xlsx", true],
  ["field_descriptions.xlsx", true],
  ["~$natsector_M2024_dl.xlsx", true],
  ["state_M2024_dl.xlsx", false],
])("that %s is left out is %s", (name, leftOut) => {
  expect(isLeftOut(name)).toBe(leftOut);
});

describe("what is met and not expected is remarked on", () => {
  test("a file, a sheet and a column", () => {
    const edition = nationalEdition();
    edition.otherFiles["oesm/state_M2024_dl.xlsx"] = "not read";
    edition.otherSheets.Revisions = { rows: [["New"]] };
    for (const [row, line] of edition.grid.entries()) line.push(row === 0 ? "UNION_RATE" : 1);
    expect(readingOf(zipDocument(edition)).remarks).toEqual([
      {
        rule: "member-not-read",
        locator: "[state_M2024_dl.xlsx]",
        message: "The file “state_M2024_dl.xlsx” is not read.",
      },
      {
        rule: "sheet-not-read",
        locator: "[national_M2024_dl.xlsx]Revisions",
        message: "The sheet “Revisions” is not read.",
      },
      {
        rule: "new-column",
        locator: "[national_M2024_dl.xlsx]national_M2024_dl!AG1",
        message: "The column “UNION_RATE” of the sheet “national_M2024_dl” is not read.",
      },
    ]);
  });

  test("files of finer industries are known", () => {
    const edition = sectorsEdition();
    for (const name of ["nat3d_M2024_dl", "nat4d_M2024_dl", "nat5d_6d_M2024_dl", "~$nat4d_M2024_dl"])
      edition.otherFiles[`oesm24in4/${name}.xlsx`] = "not read";
    expect(readingOf(zipDocument(edition)).remarks).toEqual([]);
  });
});

test("columns are found by their words, wherever they stand", () => {
  const edition = nationalEdition();
  const before = readingOf(zipDocument(edition)).facts.map(({ row }) => ({ ...row, locator: "" }));
  for (const line of edition.grid) line.reverse();
  const after = readingOf(zipDocument(edition)).facts.map(({ row }) => ({ ...row, locator: "" }));
  expect(after).toEqual(before);
});
