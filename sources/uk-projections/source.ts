import { OPEN_GOVERNMENT_LICENCE } from "../publishers.ts";
import { LONDON, WEEKLY } from "../schedule.ts";
import type { DocumentReader, Source } from "../source.ts";
import { readWorkbook } from "./workbook.ts";
import { workbookExtract } from "./workbook-extract.ts";

const workbook = {
  kind: "workbook",
  expectation: {
    // Servers that do not know workbooks with macros send them as bytes of no type.
    mediaTypes: ["application/vnd.ms-excel.sheet.macroenabled.12", "application/octet-stream"],
    maximumBytes: 16 * 2 ** 20,
    zip: true,
    landmarks: ["xl/workbook.xml"],
  },
  schema: workbookExtract,
  read: readWorkbook,
};

const ROOT = {
  kind: workbook.kind,
  url: "https://assets.publishing.service.gov.uk/media/skills-imperative-2035/EN_MainTables.Main.xlsm",
};

/** The main tables for England, under whatever identifier the publisher's file store gives them. */
const MAIN_TABLES =
  /^https:\/\/assets\.publishing\.service\.gov\.uk\/media\/[^/]+\/EN_MainTables[^/]*\.xls[mx]$/;

/** Labour market and skills projections 2020 to 2035 (“The Skills Imperative 2035”), main tables for England. */
export const ukProjections: Source = {
  id: "uk-projections",
  title: "Labour market and skills projections: 2020 to 2035",
  publisher: "Department for Education",
  country: "UK",
  url: "https://www.gov.uk/government/publications/labour-market-and-skills-projections-2020-to-2035",
  ...OPEN_GOVERNMENT_LICENCE,
  attribution:
    "Source: Labour market and skills projections 2020 to 2035, produced by Warwick Institute for Employment Research and Cambridge Econometrics for the Department for Education, licensed under the Open Government Licence v3.0.",
  // Published once, revised in August 2024: only corrections can come.
  schedule: { timeZone: LONDON, ...WEEKLY, seasons: [] },
  hosts: [{ host: "assets.publishing.service.gov.uk", gapMilliseconds: 1_000, requestsPerDay: 100 }],
  readers: { [workbook.kind]: workbook as DocumentReader<unknown> },
  roots: [ROOT],
  listedBy: () => [],
  unlisted: "kept",
  // Addresses tell no edition: the one that is asked for is the newest.
  series: (one, other) => Number(one.url !== ROOT.url) - Number(other.url !== ROOT.url),
  kindOf: (url) => (MAIN_TABLES.test(url) ? workbook.kind : undefined),
  codeOf: () => undefined,
  expects: {
    toleratedShare: 0,
    filled: [
      {
        of: "uk-soc-2020 sub-major",
        has: {
          projection: 0.95,
        },
      },
    ],
    minimumFacts: { projection: 50 },
    minimumDocuments: { [workbook.kind]: 1 },
    requiredCodes: [],
  },
};
