import { BUREAU_OF_LABOR_STATISTICS } from "../publishers.ts";
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
  cadenceHours: 24,
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
    filled: [],
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
