import { OFFICE_FOR_NATIONAL_STATISTICS } from "../publishers.ts";
import { LONDON, NIGHTLY } from "../schedule.ts";
import type { DocumentReader, Source } from "../source.ts";
import { DATASET, documentKindAt } from "./address.ts";
import { asheExtract } from "./ashe-extract.ts";
import { compareEditions, EDITIONS } from "./editions.ts";
import { readWorkbook, readZip } from "./read-edition.ts";

/** All tables of an edition. */
const zip = {
  kind: "zip",
  expectation: {
    mediaTypes: ["application/zip", "application/x-zip-compressed", "application/octet-stream"],
    maximumBytes: 64 * 2 ** 20,
    zip: true,
  },
  schema: asheExtract,
  read: readZip,
};

/** One table, as a person saved it from a zip. */
const workbook = {
  kind: "workbook",
  expectation: {
    mediaTypes: [
      "application/vnd.ms-excel",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "application/octet-stream",
    ],
    maximumBytes: 16 * 2 ** 20,
  },
  schema: asheExtract,
  read: readWorkbook,
};

/**
 * Pay, hours and jobs of employees by unit group, from the Annual Survey of Hours and Earnings.
 *
 * Left out on purpose: the tables in `LEFT_OUT`, the sheets for men and women, annual changes (they are not adjusted for who
 * works there), the rows “All employees” and “Not Classified”.
 */
export const ukAshe: Source = {
  id: "uk-ashe",
  title: "Annual Survey of Hours and Earnings, Table 14: occupation by four-digit SOC",
  ...OFFICE_FOR_NATIONAL_STATISTICS,
  url: `https://www.ons.gov.uk${DATASET}`,
  schedule: {
    timeZone: LONDON,
    ...NIGHTLY,
    seasons: [
      {
        at: "45 9,13 * 10,11 1-5",
        minimumHours: 3,
        // The release calendar of the ONS announces the day; corrections came in December (2025-12-19), at the usual times.
        why: "the provisional edition, and the revised one of the year before, come out in late October or in November, at 9:30",
      },
    ],
  },
  readers: {
    [zip.kind]: zip as DocumentReader<unknown>,
    [workbook.kind]: workbook as DocumentReader<unknown>,
  },
  roots: EDITIONS,
  listedBy: () => [],
  unlisted: "kept",
  series: compareEditions,
  kindOf: documentKindAt,
  codeOf: () => undefined,
  expects: {
    toleratedShare: 0,
    filled: [
      {
        of: "uk-soc-2020 unit",
        has: {
          "wage.median": 0.97,
          "wage.mean": 0.97,
          "wage.hour": 0.97,
          "wage.week": 0.97,
          "wage.year": 0.95,
          "working_hours.median": 0.97,
          employment: 0.84,
        },
      },
    ],
    minimumFacts: { wage: 55_000, working_hours: 18_000, employment: 3_000 },
    minimumDocuments: { [zip.kind]: 1 },
    requiredCodes: [],
    everyUnitOf: "uk-soc-2020",
  },
};
