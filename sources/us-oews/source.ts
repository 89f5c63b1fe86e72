import { BUREAU_OF_LABOR_STATISTICS } from "../publishers.ts";
import { NIGHTLY, WASHINGTON } from "../schedule.ts";
import type { DocumentReader, Source } from "../source.ts";
import { addressWordsIn, compareEditions, EDITIONS } from "./editions.ts";
import { oewsExtract } from "./oews-extract.ts";
import { readNational, readSectors } from "./read-edition.ts";

const MEDIA_TYPES = ["application/zip", "application/x-zip-compressed", "application/octet-stream"];

const national = {
  kind: "national",
  expectation: { mediaTypes: MEDIA_TYPES, maximumBytes: 16 * 2 ** 20, zip: true },
  schema: oewsExtract,
  read: readNational,
};

/** The zip has the finer industries too. */
const sectors = {
  kind: "sectors",
  expectation: { mediaTypes: MEDIA_TYPES, maximumBytes: 128 * 2 ** 20, zip: true },
  schema: oewsExtract,
  read: readSectors,
};

/**
 * Wages and jobs by occupation, in the nation and in each sector of industry, from the survey of employers.
 *
 * Left out on purpose: states, cities and the finer industries; the files in `LEFT_OUT` of members.ts; the columns in
 * `LEFT_OUT` of survey-columns.ts, and the percent of an industry's jobs, which is no share of the occupation's.
 */
export const usOews: Source = {
  id: "us-oews",
  title: "Occupational Employment and Wage Statistics",
  ...BUREAU_OF_LABOR_STATISTICS,
  url: "https://www.bls.gov/oes/",
  attribution:
    "Source: U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics, https://www.bls.gov/oes/",
  schedule: {
    timeZone: WASHINGTON,
    ...NIGHTLY,
    seasons: [
      {
        at: "15 10,14 * 4,5 1-5",
        minimumHours: 3,
        // 2025-04-02 (May 2024), 2026-05-15 (May 2025); announced at https://www.bls.gov/schedule/.
        why: "the wages of the May before come out on a day of April or May, at 10:00",
      },
    ],
  },
  readers: {
    [national.kind]: national as DocumentReader<unknown>,
    [sectors.kind]: sectors as DocumentReader<unknown>,
  },
  roots: EDITIONS,
  listedBy: () => [],
  unlisted: "kept",
  series: compareEditions,
  kindOf: (url) => addressWordsIn(url)?.kind,
  codeOf: () => undefined,
  expects: {
    toleratedShare: 0,
    filled: [
      {
        of: "us-soc-2018 detailed",
        has: {
          "wage.median": 0.98,
          "wage.mean": 0.98,
          "wage.p10": 0.98,
          "wage.p90": 0.98,
          "wage.year": 0.96,
          "wage.hour": 0.9,
          employment: 0.98,
          "employer_share.derived": 0.97,
        },
      },
    ],
    minimumFacts: { wage: 230_000, employment: 19_000, employer_share: 14_500 },
    minimumDocuments: { [national.kind]: 4, [sectors.kind]: 1 },
    requiredCodes: [],
  },
};
