import { BUREAU_OF_LABOR_STATISTICS } from "../publishers.ts";
import { HANDBOOK_DAY, NIGHTLY, WASHINGTON } from "../schedule.ts";
import type { DocumentAddress, DocumentReader, Source } from "../source.ts";
import { readArchive } from "./archive.ts";
import { baseYearAt, kindAt, type ProjectionsKind } from "./document-address.ts";
import { readExport } from "./export.ts";
import { projectionsExtract } from "./projections-extract.ts";
import { readWorkbook } from "./workbook.ts";

const schema = projectionsExtract;

const readers = {
  workbook: {
    kind: "workbook",
    expectation: {
      mediaTypes: ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
      maximumBytes: 16 * 2 ** 20,
      zip: true,
      landmarks: ["xl/workbook.xml"],
    },
    schema,
    read: readWorkbook,
  },
  archive: {
    kind: "archive",
    expectation: { mediaTypes: ["application/zip"], maximumBytes: 64 * 2 ** 20, zip: true },
    schema,
    read: readArchive,
  },
  export: {
    kind: "export",
    expectation: { mediaTypes: ["text/csv", "application/csv"], maximumBytes: 8 * 2 ** 20 },
    schema,
    read: readExport,
  },
} satisfies Record<ProjectionsKind, unknown>;

/** Employment Projections of the U.S. Bureau of Labor Statistics: every occupation and group of the National Employment Matrix. */
export const usProjections: Source = {
  id: "us-projections",
  title: "Employment Projections",
  ...BUREAU_OF_LABOR_STATISTICS,
  url: "https://www.bls.gov/emp/",
  attribution: "Source: U.S. Bureau of Labor Statistics, Employment Projections, https://www.bls.gov/emp/",
  schedule: { timeZone: WASHINGTON, ...NIGHTLY, seasons: [HANDBOOK_DAY] },
  readers: readers as Readonly<Record<ProjectionsKind, DocumentReader<unknown>>>,
  roots: [{ kind: "workbook", url: "https://www.bls.gov/emp/ind-occ-matrix/occupation.xlsx" }],
  listedBy: () => [],
  unlisted: "kept",
  series: byEdition,
  kindOf: kindAt,
  codeOf: () => undefined,
  expects: {
    toleratedShare: 0,
    filled: [
      {
        of: "us-soc-2018 detailed",
        has: {
          projection: 0.98,
          "requirement.entry-education": 0.98,
          "requirement.work-experience": 0.98,
          "requirement.on-the-job-training": 0.98,
        },
      },
    ],
    minimumFacts: { projection: 1_050, requirement: 2_350 },
    minimumDocuments: { workbook: 1 },
    requiredCodes: [],
  },
};

/** Workbooks have more digits and the groups: they come before exports of the same edition. */
const KINDS: readonly string[] = ["workbook", "archive", "export"] satisfies ProjectionsKind[];

/** The workbook that the publisher replaces every year, then newer editions before older ones. */
function byEdition(one: DocumentAddress, other: DocumentAddress): number {
  return (
    yearOf(other) - yearOf(one) ||
    KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind) ||
    (one.url < other.url ? -1 : Number(one.url > other.url))
  );
}

function yearOf({ url }: DocumentAddress): number {
  const isNewest = usProjections.roots.some((root) => root.url === url);
  return isNewest ? Number.MAX_SAFE_INTEGER : (baseYearAt(url) ?? 0);
}
