import { BUREAU_OF_LABOR_STATISTICS } from "../publishers.ts";
import { HANDBOOK_DAY, NIGHTLY, WASHINGTON } from "../schedule.ts";
import type { DocumentReader, Source } from "../source.ts";
import { readCompilation } from "./compilation.ts";
import { compilationExtract } from "./compilation-extract.ts";

const ADDRESS = "https://www.bls.gov/ooh/xml-compilation.xml";

const compilation = {
  kind: "compilation",
  expectation: {
    mediaTypes: ["application/xml", "text/xml"],
    endsWith: "</ooh>",
    maximumBytes: 64 * 2 ** 20,
    landmarks: ["<ooh>", "<occupation>", "<quick_facts>"],
  },
  schema: compilationExtract,
  read: readCompilation,
};

/**
 * The Occupational Outlook Handbook as one file. Pay bands are published from it; everything else that it says stands on
 * the handbook's pages too, and is compared with them. What of it is not read, and why, is listed in elements.ts.
 */
export const usOohXml: Source = {
  id: "us-ooh-xml",
  title: "Occupational Outlook Handbook, XML compilation",
  ...BUREAU_OF_LABOR_STATISTICS,
  url: ADDRESS,
  attribution:
    "Source: U.S. Bureau of Labor Statistics, Occupational Outlook Handbook, https://www.bls.gov/ooh/",
  schedule: { timeZone: WASHINGTON, ...NIGHTLY, seasons: [HANDBOOK_DAY] },
  readers: { [compilation.kind]: compilation as DocumentReader<unknown> },
  roots: [{ kind: compilation.kind, url: ADDRESS }],
  listedBy: () => [],
  unlisted: "held-back",
  kindOf: (url) => (url === ADDRESS ? compilation.kind : undefined),
  codeOf: () => undefined,
  expects: {
    toleratedShare: 0,
    filled: [
      {
        of: "us-ooh profile",
        has: {
          pay_band: 0.95,
        },
      },
    ],
    minimumDocuments: { [compilation.kind]: 1 },
    requiredCodes: [],
  },
};
