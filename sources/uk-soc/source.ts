import { OFFICE_FOR_NATIONAL_STATISTICS } from "../publishers.ts";
import { LONDON, WEEKLY } from "../schedule.ts";
import type { DocumentReader, Source } from "../source.ts";
import { readCodingIndex } from "./coding-index.ts";
import { codingIndexExtract } from "./coding-index-extract.ts";
import { readStructure } from "./structure.ts";
import { structureExtract } from "./structure-extract.ts";
import { volumeAt } from "./volume-address.ts";

const WORKBOOK = {
  mediaTypes: ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  maximumBytes: 32 * 2 ** 20,
  zip: true,
  landmarks: ["xl/workbook.xml"],
};

const structure = {
  kind: "structure",
  expectation: WORKBOOK,
  schema: structureExtract,
  read: readStructure,
};

const codingIndex = {
  kind: "coding-index",
  expectation: WORKBOOK,
  schema: codingIndexExtract,
  read: readCodingIndex,
};

const FILES =
  "https://www.ons.gov.uk/file?uri=/methodology/classificationsandstandards/standardoccupationalclassificationsoc/soc2020";

/** The Standard Occupational Classification 2020 of the United Kingdom: its groups, and the job titles of its index. */
export const ukSoc: Source = {
  id: "uk-soc",
  title: "Standard Occupational Classification 2020",
  ...OFFICE_FOR_NATIONAL_STATISTICS,
  url: "https://www.ons.gov.uk/methodology/classificationsandstandards/standardoccupationalclassificationsoc/soc2020",
  // Corrected now and then (2025-04-16, 2025-12-03), each time under an address with the date.
  schedule: { timeZone: LONDON, ...WEEKLY, seasons: [] },
  readers: {
    [structure.kind]: structure as DocumentReader<unknown>,
    [codingIndex.kind]: codingIndex as DocumentReader<unknown>,
  },
  roots: [
    {
      kind: structure.kind,
      url: `${FILES}/soc2020volume1structureanddescriptionsofunitgroups/soc2020volume1structureanddescriptionofunitgroupsexcel03122025v2.xlsx`,
    },
    {
      kind: codingIndex.kind,
      url: `${FILES}/soc2020volume2codingrulesandconventions/soc2020volume2thecodingindexexcel16042025.xlsx`,
    },
  ],
  listedBy: () => [],
  unlisted: "left-out",
  kindOf: volumeAt,
  codeOf: () => undefined,
  expects: {
    toleratedShare: 0,
    filled: [
      {
        of: "uk-soc-2020 unit",
        has: {
          "occupation.summary": 0.99,
          "occupation.parent_id": 0.99,
          duty: 0.98,
          "requirement.entry-route": 0.98,
          "occupation_name.index": 0.98,
          "relation.equivalent": 0.97,
        },
      },
    ],
    minimumFacts: {
      occupation: 1_450,
      occupation_name: 30_000,
      duty: 2_400,
      requirement: 400,
      relation: 2_300,
    },
    minimumDocuments: { [structure.kind]: 1, [codingIndex.kind]: 1 },
    requiredCodes: [],
  },
};
