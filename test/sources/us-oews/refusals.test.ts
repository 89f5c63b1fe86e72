import { expect, test } from "vitest";
import { hybridEdition, nationalEdition, readingOf, refusalOf } from "./cases.ts";
import { columnOf, lineOf, put, zipDocument } from "./written-edition.ts";
import { NATIONAL, national, nurses, type Refusal, SECTORS, sectors } from "./wrong-editions.ts";

const REFUSALS: readonly Refusal[] = [
  ["another area", nurses("AREA", "01"), `${NATIONAL}!A15`, "the area 99, “U.S.”", "“01”, “U.S.”"],
  ["a row without a code", nurses("OCC_CODE", null), `${NATIONAL}!I15`, "words that say what", "nothing"],
  ["a code of another form", nurses("OCC_CODE", "29-114"), `${NATIONAL}!I15`, "an occupation code", "29-114"],
  [
    "a level that is not the code's",
    nurses("O_GROUP", "broad"),
    `${NATIONAL}!K15`,
    "the level of 29-1141, detailed",
    "“broad”",
  ],
  [
    "a level that nobody knows",
    nurses("O_GROUP", "line"),
    `${NATIONAL}!K15`,
    "the level of 29-1141, detailed",
    "“line”",
  ],
  [
    "a code twice",
    nurses("OCC_CODE", "29-1229"),
    `${NATIONAL}!J16`,
    "“Registered Nurses”, as in row 15",
    "Physicians",
  ],
  [
    "a detailed occupation twice",
    national((edition) => edition.grid.push([...lineOf(edition, "29-1141")])),
    `${NATIONAL}!I17`,
    "or a broad and a detailed one",
    "29-1141 in industry 000000, detailed, after row 15, detailed",
  ],
  [
    "a broad and a detailed row that differ",
    national((edition) => put(edition, lineOf(edition, "13-1020", "broad"), "H_MEDIAN", 36)),
    `${NATIONAL}!K5`,
    "the figures of row 4",
    "for 36",
  ],
  [
    "another industry",
    nurses("NAICS", "62"),
    `${NATIONAL}!E15`,
    "“Cross-industry”, of all owners",
    "“62 Cross-industry",
  ],
  ["another owner", nurses("OWN_CODE", "5"), `${NATIONAL}!E15`, "ownership 1235", "ownership 5"],
  [
    "a total that is not the sum of the major groups",
    national((edition) => edition.grid.splice(2, 3)),
    `${NATIONAL}!L2`,
    "the jobs of the 4 major groups, 23208720",
    "“33560160”",
  ],
  [
    "more jobs in the parts than in the group",
    nurses("TOT_EMP", 13282010),
    `${NATIONAL}!L14`,
    "its 2 detailed occupations",
    "“9592690”",
  ],
  [
    "no row for all occupations",
    national((edition) => edition.grid.splice(1, 1)),
    `${NATIONAL}!K2`,
    "a row “total”",
    "none",
  ],
  [
    "a missing column",
    national((edition) => {
      (edition.grid[0] ?? [])[columnOf(edition, "H_MEDIAN")] = "H_MIDDLE";
    }),
    `${NATIONAL}!A1`,
    "a column “h_median”",
    "“H_MIDDLE”",
  ],
  [
    "a column twice",
    national((edition) => {
      (edition.grid[0] ?? [])[columnOf(edition, "PRIM_STATE")] = "H_MEDIAN";
    }),
    `${NATIONAL}!D1`,
    "one column “h_median”",
    "2 (D, W)",
  ],
  [
    "an address of another year",
    national((edition) => {
      edition.year = 2023;
    }),
    "[national_M2024_dl.xlsx]",
    "the year 2023, as the address says",
    "“2024”",
  ],
  [
    "a sheet of another year",
    national((edition) => {
      edition.sheet = "national_M2023_dl";
    }),
    "[national_M2024_dl.xlsx]national_M2023_dl",
    "the year 2024",
    "“2023”",
  ],
  [
    "a title of another year",
    national((edition) => {
      edition.descriptions[0] = "May 2023 OEWS Estimates";
    }),
    "'[national_M2024_dl.xlsx]Field Descriptions'!A1",
    "the year 2024",
    "“2023”",
  ],
  [
    "a title of another month",
    national((edition) => {
      edition.descriptions[0] = "November 2024 OEWS Estimates";
    }),
    "'[national_M2024_dl.xlsx]Field Descriptions'!A1",
    "the year 2024",
    "November",
  ],
  [
    "another cap than the year's",
    national((edition) => {
      edition.descriptions[4] =
        "#  = indicates a wage equal to or greater than $125.00 per hour or $260,000 per year ";
    }),
    "'[national_M2024_dl.xlsx]Field Descriptions'!A5",
    "a wage of $115 an hour or $239200 a year",
    "$125.00",
  ],
  [
    "two workbooks",
    national((edition) => {
      edition.otherFiles["other/national_M2023_dl.xlsx"] = "another";
    }),
    "the whole archive",
    "one workbook “national_M20…_dl.xlsx”",
    "national_M2023_dl.xlsx",
  ],
  [
    "no workbook",
    national((edition) => {
      edition.file = "oesm/state_M2024_dl.xlsx";
    }),
    "the whole archive",
    "one workbook",
    "state_M2024_dl.xlsx",
  ],
  [
    "no sheet of that name",
    national((edition) => {
      edition.sheet = "Sheet1";
    }),
    "[national_M2024_dl.xlsx]",
    "one sheet with the name of the file",
    "“Sheet1”",
  ],
  [
    "a sector that is missing",
    sectors((edition) => {
      edition.grid = edition.grid.filter((line) => line[columnOf(edition, "NAICS")] !== "81");
    }),
    SECTORS,
    "each of the 20 sectors",
    "none for 81",
  ],
  [
    "a sector that nobody knows",
    sectors((edition) => {
      for (const line of edition.grid)
        if (line[columnOf(edition, "NAICS")] === "81") put(edition, line, "NAICS", "92");
    }),
    `${SECTORS}!E43`,
    "a sector, of known owners",
    "92 Other Services",
  ],
  [
    "two titles of a sector",
    sectors((edition) => put(edition, lineOf(edition, "27-2011", "", "51"), "NAICS_TITLE", "News")),
    `${SECTORS}!E21`,
    "“Information”",
    "“News”",
  ],
  [
    "two levels of a code",
    sectors((edition) => put(edition, lineOf(edition, "27-2011", "", "51"), "O_GROUP", "broad")),
    `${SECTORS}!K21`,
    "“detailed”, as in row",
    "“broad”",
  ],
  [
    "jobs of another sector",
    sectors((edition) => put(edition, lineOf(edition, "27-2011", "", "51"), "TOT_EMP", 80)),
    `${SECTORS}!P21`,
    "the percent that 80 are",
    "“0.31”",
  ],
  [
    "a percent without jobs",
    sectors((edition) => {
      const line = lineOf(edition, "27-2011", "", "51");
      for (const header of ["TOT_EMP", "EMP_PRSE"]) put(edition, line, header, "**");
    }),
    `${SECTORS}!P21`,
    "“**”, as for the jobs",
    "“0.31”",
  ],
];

test.each(REFUSALS)("%s is refused", (_name, edition, locator, expected, found) => {
  const refusal = refusalOf(zipDocument(edition()));
  expect(refusal.locator).toBe(locator);
  expect(refusal.expected).toContain(expected);
  expect(refusal.found).toContain(found);
});

test("editions before that of May 2019 are refused: they have another classification and other columns", () => {
  const edition = hybridEdition();
  edition.year = 2018;
  edition.file = "oesm/national_M2018_dl.xlsx";
  edition.sheet = "national_M2018_dl";
  edition.descriptions = ["May 2018 OES Estimates"];
  expect(refusalOf(zipDocument(edition)).expected).toBe("an edition of May 2019 or later");
});

test("an edition after the last known one must say what “#” stands for", () => {
  const edition = nationalEdition();
  edition.year = 2025;
  edition.file = "oesm/national_M2025_dl.xlsx";
  edition.sheet = "national_M2025_dl";
  edition.descriptions = [
    "May 2025 OEWS Estimates",
    "# = indicates a wage equal to or greater than $115.00 per hour or $239,200 per year",
  ];
  expect(readingOf(zipDocument(edition)).edition).toBe("May 2025");
  edition.descriptions = [];
  expect(refusalOf(zipDocument(edition)).expected).toContain("what “#” stands for");
});
