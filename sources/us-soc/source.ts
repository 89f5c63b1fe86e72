import { BUREAU_OF_LABOR_STATISTICS } from "../publishers.ts";
import { WASHINGTON, WEEKLY } from "../schedule.ts";
import type { DocumentReader, Source } from "../source.ts";
import { classificationExtract } from "./classification-extract.ts";
import { readDefinitions } from "./definitions.ts";
import { readStructure } from "./structure.ts";

const FOLDER = "https://www.bls.gov/soc/2018/";
const WORKBOOK = {
  mediaTypes: ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  maximumBytes: 8 * 2 ** 20,
  zip: true,
  landmarks: ["xl/workbook.xml"],
};

const structure = {
  kind: "structure",
  expectation: WORKBOOK,
  schema: classificationExtract,
  read: readStructure,
};
const definitions = {
  kind: "definitions",
  expectation: WORKBOOK,
  schema: classificationExtract,
  read: readDefinitions,
};

/**
 * The 2018 Standard Occupational Classification. Its two workbooks tell the same groups; the definitions, whose address
 * comes first, have the word, and the structure is what they are compared with.
 */
export const usSoc: Source = {
  id: "us-soc",
  title: "2018 Standard Occupational Classification",
  ...BUREAU_OF_LABOR_STATISTICS,
  url: "https://www.bls.gov/soc/2018/",
  attribution:
    "Source: U.S. Bureau of Labor Statistics, 2018 Standard Occupational Classification System, https://www.bls.gov/soc/2018/",
  // Final since November 2017; the definitions were corrected once, in April 2020.
  schedule: { timeZone: WASHINGTON, ...WEEKLY, seasons: [] },
  readers: {
    [structure.kind]: structure as DocumentReader<unknown>,
    [definitions.kind]: definitions as DocumentReader<unknown>,
  },
  roots: [
    { kind: structure.kind, url: `${FOLDER}soc_structure_2018.xlsx` },
    { kind: definitions.kind, url: `${FOLDER}soc_2018_definitions.xlsx` },
  ],
  listedBy: () => [],
  unlisted: "kept",
  kindOf: (url) => usSoc.roots.find((root) => root.url === url)?.kind,
  codeOf: () => undefined,
  expects: {
    toleratedShare: 0,
    filled: [
      {
        of: "us-soc-2018 detailed",
        has: {
          "occupation.summary": 0.99,
          "occupation.parent_id": 0.99,
        },
      },
    ],
    minimumFacts: { occupation: 1_447 },
    minimumDocuments: { [structure.kind]: 1, [definitions.kind]: 1 },
    requiredCodes: [],
    sameOccupations: true,
  },
};
