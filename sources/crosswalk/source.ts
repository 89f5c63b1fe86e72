import { BUREAU_OF_LABOR_STATISTICS } from "../publishers.ts";
import { WASHINGTON, WEEKLY } from "../schedule.ts";
import type { DocumentReader, Source } from "../source.ts";
import { editionsExtract, iscoExtract } from "./crosswalk-extract.ts";
import { readEditions } from "./editions.ts";
import { readIsco } from "./isco.ts";

const EDITIONS = {
  kind: "editions",
  url: "https://www.bls.gov/soc/2018/soc_2010_to_2018_crosswalk.xlsx",
};
const ISCO = { kind: "isco", url: "https://www.bls.gov/soc/isco_soc_crosswalk.xls" };

const editions = {
  kind: EDITIONS.kind,
  expectation: {
    mediaTypes: ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
    maximumBytes: 4 * 2 ** 20,
    zip: true,
    landmarks: ["xl/workbook.xml"],
  },
  schema: editionsExtract,
  read: readEditions,
};

const isco = {
  kind: ISCO.kind,
  // A compound file, not a zip; that it is whole is checked when it is opened.
  expectation: {
    mediaTypes: ["application/vnd.ms-excel"],
    maximumBytes: 4 * 2 ** 20,
  },
  schema: iscoExtract,
  read: readIsco,
};

/**
 * The publisher's own crosswalks, from which the way between the countries is composed. Both are final: SOC 2010 is
 * closed, and the crosswalk to ISCO-08 was last updated in June 2015.
 */
export const crosswalk: Source = {
  ...BUREAU_OF_LABOR_STATISTICS,
  country: "international",
  id: "crosswalk",
  title: "Crosswalks of the Standard Occupational Classification",
  url: "https://www.bls.gov/soc/soccrosswalks.htm",
  attribution:
    "Source: U.S. Bureau of Labor Statistics, Standard Occupational Classification crosswalks, https://www.bls.gov/soc/soccrosswalks.htm",
  schedule: { timeZone: WASHINGTON, ...WEEKLY, seasons: [] },
  readers: {
    [editions.kind]: editions as DocumentReader<unknown>,
    [isco.kind]: isco as DocumentReader<unknown>,
  },
  roots: [EDITIONS, ISCO],
  listedBy: () => [],
  unlisted: "left-out",
  kindOf: (url) => crosswalk.roots.find((root) => root.url === url)?.kind,
  codeOf: () => undefined,
  expects: {
    toleratedShare: 0,
    // Its links lead to codes that other sources describe: without those they are left out.
    filled: [],
    minimumFacts: { occupation: 840 },
    minimumDocuments: { [editions.kind]: 1, [isco.kind]: 1 },
    requiredCodes: [],
  },
};
