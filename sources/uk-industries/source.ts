import { OFFICE_FOR_NATIONAL_STATISTICS } from "../publishers.ts";
import { LONDON, WEEKLY } from "../schedule.ts";
import type { DocumentReader, Source } from "../source.ts";
import { addressWordsIn, compareWorkbooks, WORKBOOK } from "./address.ts";
import { industriesExtract } from "./industries-extract.ts";
import { readIndustries } from "./read-workbook.ts";

const workbook = {
  kind: "workbook",
  expectation: {
    mediaTypes: [
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "application/octet-stream",
    ],
    maximumBytes: 16 * 2 ** 20,
    zip: true,
  },
  schema: industriesExtract,
  read: readIndustries,
};

/** Persons in employment by unit group and industry section, from the Annual Population Survey. One workbook, on request. */
export const ukIndustries: Source = {
  id: "uk-industries",
  title: "Employment by occupation and industry section, UK",
  ...OFFICE_FOR_NATIONAL_STATISTICS,
  url: "https://www.ons.gov.uk/employmentandlabourmarket/peopleinwork/employmentandemployeetypes/adhocs/3136employmentbyoccupationandindustrysectionasuk2021to2024",
  // Made once, on request (2025-11-14): only corrections can come.
  schedule: { timeZone: LONDON, ...WEEKLY, seasons: [] },
  readers: { [workbook.kind]: workbook as DocumentReader<unknown> },
  roots: [{ kind: workbook.kind, url: WORKBOOK }],
  listedBy: () => [],
  unlisted: "kept",
  series: compareWorkbooks,
  kindOf: (url) => (addressWordsIn(url) === undefined ? undefined : workbook.kind),
  codeOf: () => undefined,
  expects: {
    toleratedShare: 0,
    filled: [
      {
        of: "uk-soc-2020 unit",
        has: {
          employment: 0.98,
          "employer_share.derived": 0.98,
        },
      },
    ],
    minimumFacts: { employment: 28_000, employer_share: 15_000 },
    minimumDocuments: { [workbook.kind]: 1 },
    requiredCodes: [],
    everyUnitOf: "uk-soc-2020",
  },
};
