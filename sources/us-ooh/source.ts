import { BUREAU_OF_LABOR_STATISTICS } from "../publishers.ts";
import { HANDBOOK_DAY, NIGHTLY, WASHINGTON } from "../schedule.ts";
import type { DocumentReader, Source } from "../source.ts";
import { indexExtract, readIndex } from "./a-z-index.ts";
import { readProfile } from "./profile.ts";
import { profileAddress, slugOf } from "./profile-address.ts";
import { profileExtract } from "./profile-extract.ts";

const HTML = { mediaTypes: ["text/html"], endsWith: "</html>", canonical: true };

const index = {
  kind: "a-z-index",
  expectation: { ...HTML, maximumBytes: 16 * 2 ** 20, landmarks: [", see:"] },
  schema: indexExtract,
  read: readIndex,
};

const profile = {
  kind: "profile",
  expectation: {
    ...HTML,
    maximumBytes: 4 * 2 ** 20,
    landmarks: ['id="panes"', 'aria-labelledby="what-they-do"'],
  },
  schema: profileExtract,
  read: readProfile,
};

/** The Occupational Outlook Handbook of the U.S. Bureau of Labor Statistics, page by page. */
export const usOoh: Source = {
  id: "us-ooh",
  title: "Occupational Outlook Handbook",
  ...BUREAU_OF_LABOR_STATISTICS,
  url: "https://www.bls.gov/ooh/",
  attribution:
    "Source: U.S. Bureau of Labor Statistics, Occupational Outlook Handbook, https://www.bls.gov/ooh/",
  schedule: { timeZone: WASHINGTON, ...NIGHTLY, seasons: [HANDBOOK_DAY] },
  readers: {
    [index.kind]: index as DocumentReader<unknown>,
    [profile.kind]: profile as DocumentReader<unknown>,
  },
  roots: [{ kind: index.kind, url: "https://www.bls.gov/ooh/a-z-index.htm" }],
  listedBy: (_root, extract) => {
    const urls = indexExtract.parse(extract).entries.map((entry) => entry.url);
    return [...new Set(urls)].sort().map((url) => ({ kind: profile.kind, url }));
  },
  unlisted: "held-back",
  kindOf: (url) => (profileAddress(url, url) === url ? profile.kind : undefined),
  codeOf: ({ url }) => slugOf(url),
  expects: {
    toleratedShare: 0.02,
    filled: [
      {
        of: "us-ooh profile",
        has: {
          "occupation.summary": 0.98,
          "occupation.page_date": 0.98,
          "wage.median": 0.97,
          "wage.p10": 0.96,
          "wage.p90": 0.96,
          employment: 0.97,
          "employer_share.published": 0.96,
          projection: 0.97,
          "requirement.entry-education": 0.97,
          "requirement.work-experience": 0.97,
          "requirement.on-the-job-training": 0.97,
          duty: 0.98,
          quality: 0.98,
          "section.pay": 0.98,
          "section.outlook": 0.97,
          "section.work-environment": 0.98,
          "section.how-to-become": 0.98,
          "section.work-schedules": 0.95,
        },
      },
    ],
    minimumFacts: {
      duty: 1_800,
      quality: 1_200,
      section: 4_500,
      requirement: 700,
      wage: 2_200,
      employment: 430,
      employer_share: 1_150,
      projection: 430,
      occupation_name: 2_900,
    },
    minimumDocuments: { [profile.kind]: 330 },
    requiredCodes: [
      "registered-nurses",
      "software-developers",
      "actors",
      "physicians-and-surgeons",
      "military-careers",
    ],
  },
};
