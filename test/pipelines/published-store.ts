import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publishVersion } from "../../pipelines/publish/publish-version.ts";
import type { SnapshotWriter } from "../../sinks/sqlite.ts";
import type { Row } from "../../transforms/model/model.ts";
import { type AnyRow, rowOf } from "../sinks/small-dataset.ts";

/** A store in a folder of its own. */
export type TestStore = { readonly path: string; readonly remove: () => void };

export function createStore(): TestStore {
  const path = mkdtempSync(join(tmpdir(), "store-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Publishes rows as a version, and tells its id. */
export async function publishRows(
  store: TestStore,
  rows: readonly AnyRow[],
  createdAt = "2026-11-23T02:15:00Z",
): Promise<string> {
  const build = (writer: SnapshotWriter) => {
    for (const { table, row } of rows) writer.insert(table, row);
  };
  const program = { toolVersion: "0.1.0", program: "0.1.0-test" };
  const { manifest } = await publishVersion({ store: store.path, createdAt, ...program, build });
  return manifest.id;
}

const CODERS = "us-ooh/medical-records-and-health-information-technicians";
const DRIVERS = "us-ooh/bus-drivers";
const ACTORS = "us-ooh/actors";
const PHYSICIANS = "us-ooh/physicians-and-surgeons";
const FISHERS = "us-ooh/fishers-and-related-fishing-workers";
const WARDENS = "us-ooh/wardens";

function occupation(id: string, title: string, given: Partial<Row<"occupation">> = {}): AnyRow {
  const code = id.slice("us-ooh/".length);
  const url = `https://www.bls.gov/ooh/group/${code}.htm`;
  return rowOf("occupation", { id, scheme: "us-ooh", code, title, url, ...given });
}

function soc(code: string, title: string): AnyRow {
  const scheme = "us-soc-2018";
  return rowOf("occupation", { id: `${scheme}/${code}`, scheme, code, level: "detailed", title });
}

function industry(title: string): AnyRow {
  return rowOf("industry", { id: `us-ooh/${title}`, scheme: "us-ooh", title });
}

function share(group_title: string | null, rank: number, title: string, percent: number): AnyRow {
  return rowOf("employer_share", {
    occupation_id: group_title === null ? CODERS : DRIVERS,
    group_title,
    rank,
    industry_id: `us-ooh/${title}`,
    percent,
    reference_period: "2024",
  });
}

function section(
  occupation_id: string,
  position: number,
  topic: string,
  heading: string,
  text: string,
): AnyRow {
  return rowOf("section", { occupation_id, position, topic, heading, text });
}

const HOSPITALS = "General medical and surgical hospitals; state, local, and private";
const OFFICES = "Offices of physicians";
const SCHOOLS = "Elementary and secondary schools; local";
const TRANSIT = "Urban transit systems";

/** A profile with everything that a page can have. */
const CODER_ROWS: readonly AnyRow[] = [
  occupation(CODERS, "Medical Records Specialists", {
    summary: "Medical records specialists compile, process, and maintain patient files.",
    url: "https://www.bls.gov/ooh/healthcare/medical-records-and-health-information-technicians.htm",
    page_date: "2025-08-28",
    citation:
      "Bureau of Labor Statistics, U.S. Department of Labor, Occupational Outlook Handbook, Medical Records Specialists, at https://www.bls.gov/ooh/healthcare/medical-records-and-health-information-technicians.htm",
  }),
  soc("29-2072", "Medical Records Specialists"),
  rowOf("occupation", {
    ...{ id: "onet-soc/29-2072.00", scheme: "onet-soc", code: "29-2072.00", level: "onet" },
    title: "Medical Records Specialists",
  }),
  rowOf("relation", { from_id: CODERS, to_id: "us-soc-2018/29-2072", kind: "covers" }),
  rowOf("relation", { from_id: CODERS, to_id: "onet-soc/29-2072.00", kind: "covers" }),
  rowOf("relation", { from_id: CODERS, to_id: ACTORS, kind: "similar" }),
  rowOf("relation", {
    ...{ from_id: CODERS, to_id: ACTORS, kind: "equivalent", method: "titles", score: 0.5, weight: 0 },
    locator: JSON.stringify([CODERS, `${ACTORS}: Coder`]),
  }),
  ...Array.from({ length: 12 }, (_, index) =>
    rowOf("occupation_name", { occupation_id: CODERS, kind: "index", name: `Coder ${index + 10}` }),
  ),
  rowOf("occupation_name", { occupation_id: CODERS, kind: "index", name: "Cancer registrar" }),
  section(
    CODERS,
    1,
    "summary-what-they-do",
    "What Medical Records Specialists Do",
    "They keep *files* in order.",
  ),
  section(
    CODERS,
    2,
    "what-they-do",
    "What Medical Records Specialists Do",
    "They use [systems](https://www.example.org/) of codes.",
  ),
  section(
    CODERS,
    3,
    "duties",
    "Duties",
    "They typically do the following:\n\n- Review files for accuracy\n- Keep files **confidential**",
  ),
  rowOf("duty", {
    occupation_id: CODERS,
    position: 1,
    heading: "They typically do the following:",
    text: "Review files for accuracy",
  }),
  rowOf("duty", {
    occupation_id: CODERS,
    position: 2,
    heading: "They typically do the following:",
    text: "Keep files confidential",
  }),
  rowOf("duty", {
    occupation_id: CODERS,
    position: 3,
    heading: "Some also do this:",
    text: "Train newcomers",
  }),
  rowOf("specialty", {
    occupation_id: CODERS,
    position: 1,
    name: "Cancer registrars",
    text: "Cancer registrars keep registers of tumors.",
  }),
  section(
    CODERS,
    4,
    "work-environment",
    "Work Environment",
    `Medical records specialists held about 194,800 jobs in 2024. The largest employers were as follows:\n\n|  |  |\n| --- | --- |\n| ${HOSPITALS} | 29% |\n| ${OFFICES} | 16 |`,
  ),
  section(CODERS, 5, "work-schedules", "Work Schedules", "Most work full time."),
  section(CODERS, 6, "injuries", "Injuries and Illnesses", "Hurting eyes are common."),
  section(
    CODERS,
    7,
    "how-to-become",
    "How to Become a Medical Records Specialist",
    "They need a certificate.",
  ),
  section(CODERS, 8, "education", "Education", "A high school diploma helps."),
  section(CODERS, 9, "qualities", "Important Qualities", "***Integrity.*** They must be discreet."),
  rowOf("quality", { occupation_id: CODERS, position: 1, name: "Integrity", text: "They must be discreet." }),
  section(CODERS, 10, "pay", "Pay", "The median annual wage was $50,250 in May 2024."),
  section(CODERS, 11, "outlook", "Job Outlook", "About 14,200 openings are projected each year."),
  section(
    CODERS,
    12,
    "more-information",
    "Contacts for More Information",
    "Visit [AHIMA](https://www.ahima.org/).",
  ),
  rowOf("requirement", {
    occupation_id: CODERS,
    kind: "entry-education",
    position: 1,
    text: "Postsecondary nondegree award",
  }),
  rowOf("requirement", { occupation_id: CODERS, kind: "work-experience", position: 1, text: "None" }),
  rowOf("requirement", { occupation_id: CODERS, kind: "on-the-job-training", position: 1, text: "None" }),
  rowOf("pay_band", { occupation_id: CODERS, text: "$50,000 to $74,999", low: 50_000, high: 74_999 }),
  rowOf("wage", {
    occupation_id: CODERS,
    amount: 50_250,
    locator: '["#quickfacts tr:nth-of-type(1)","#tab-5 .ooh-chart"]',
    raw: '["2024 Median Pay $50,250 per year $24.16 per hour","May 2024"]',
  }),
  rowOf("wage", { occupation_id: CODERS, period: "hour", amount: 24.16, raw: "$24.16 per hour" }),
  rowOf("wage", { occupation_id: CODERS, statistic: "p10", amount: 35_780 }),
  rowOf("wage", { occupation_id: CODERS, statistic: "p90", amount: 80_950 }),
  rowOf("wage", { occupation_id: CODERS, industry_id: `us-ooh/${HOSPITALS}`, amount: 56_450 }),
  rowOf("employment", { occupation_id: CODERS, jobs: 194_800, reference_period: "2024" }),
  share(null, 1, HOSPITALS, 29),
  share(null, 2, OFFICES, 16),
  rowOf("projection", {
    occupation_id: CODERS,
    ...{ base_year: 2024, target_year: 2034, base_jobs: 194_800, target_jobs: 208_500 },
    ...{ change_jobs: 13_700, change_percent: 7, annual_openings: 14_200 },
    outlook: "Much faster than average",
  }),
];

/** Two groups of employers, one of which the prose does not show; jobs and pay of each part; a decline. */
const DRIVER_ROWS: readonly AnyRow[] = [
  occupation(DRIVERS, "Bus Drivers"),
  section(
    DRIVERS,
    1,
    "work-environment",
    "Work Environment",
    `Bus drivers, school, held about 377,400 jobs in 2024.\n\n|  |  |\n| --- | --- |\n| ${SCHOOLS} | 41% |\n| ${TRANSIT} | 7 |`,
  ),
  share("Bus drivers, school", 1, SCHOOLS, 41),
  share("Bus drivers, school", 2, TRANSIT, 7),
  share("Bus drivers, transit", 1, TRANSIT, 70),
  rowOf("employment", {
    occupation_id: DRIVERS,
    group_title: "Bus drivers, school",
    jobs: 377_400,
    reference_period: "2024",
  }),
  rowOf("employment", {
    occupation_id: DRIVERS,
    group_title: "Bus drivers, transit",
    jobs: 160_000,
    reference_period: "2024",
  }),
  rowOf("wage", { occupation_id: DRIVERS, group_title: "Bus drivers, school", amount: 47_040 }),
  rowOf("projection", {
    occupation_id: DRIVERS,
    ...{ base_year: 2024, target_year: 2034, base_jobs: 537_400, target_jobs: 533_600 },
    ...{ change_jobs: -3_800, change_percent: -1, outlook: "Decline" },
  }),
];

/** Wages that are not simply numbers. */
const UNUSUAL_ROWS: readonly AnyRow[] = [
  occupation(ACTORS, "Actors"),
  rowOf("wage", { occupation_id: ACTORS, period: "hour", amount: 23.33 }),
  rowOf("wage", {
    occupation_id: ACTORS,
    period: "hour",
    statistic: "p90",
    amount: 115,
    qualifier: "at-least",
  }),
  occupation(PHYSICIANS, "Physicians and Surgeons"),
  rowOf("wage", { occupation_id: PHYSICIANS, amount: 239_200, qualifier: "at-least" }),
  occupation(FISHERS, "Fishing and Hunting Workers"),
  rowOf("wage", { occupation_id: FISHERS, amount: null, qualifier: "not-published" }),
  rowOf("wage", { occupation_id: FISHERS, amount: 28_530, reference_period: "2017-05" }),
  occupation(WARDENS, "Wardens"),
  soc("99-1111", "Wardens of the old kind"),
  rowOf("occupation", {
    ...{ id: "us-soc-2010/99-1111", scheme: "us-soc-2010", code: "99-1111", level: "detailed" },
    title: "Wardens of the older kind",
  }),
  rowOf("occupation", {
    ...{ id: "uk-soc-2020/9911", scheme: "uk-soc-2020", code: "9911", level: "unit", country: "UK" },
    title: "Wardens (UK)",
  }),
  rowOf("occupation", {
    ...{ id: "isco-08/9911", scheme: "isco-08", code: "9911", level: "unit", country: null },
    title: "Wardens (international)",
  }),
];

export const CAPTURE_SHA256 = "ab".repeat(32);

export function sourceRow(given: Partial<Row<"source">> = {}): AnyRow {
  return rowOf("source", {
    id: "us-ooh",
    title: "Occupational Outlook Handbook",
    publisher: "U.S. Bureau of Labor Statistics",
    country: "US",
    url: "https://www.bls.gov/ooh/",
    licence: "Public domain",
    licence_url: "https://www.bls.gov/bls/linksite.htm",
    attribution: "Source: U.S. Bureau of Labor Statistics, Occupational Outlook Handbook.",
    edition: "2024-34",
    state: "fresh",
    fetched_at: "2026-11-23T02:10:00Z",
    state_since: "2026-11-23T02:15:00Z",
    ...given,
  });
}

/** A handbook of a few pages, which between them have everything that `show` knows to say. */
export const HANDBOOK: readonly AnyRow[] = [
  rowOf("capture", {
    id: "capture-1",
    source_id: "us-ooh",
    url: "https://www.bls.gov/ooh/healthcare/medical-records-and-health-information-technicians.htm",
    fetched_at: "2026-11-23T02:10:00Z",
    status: 200,
    media_type: "text/html",
    bytes: 81_234,
    sha256: CAPTURE_SHA256,
    acquired_by: "fetch",
  }),
  ...[HOSPITALS, OFFICES, SCHOOLS, TRANSIT].map(industry),
  ...CODER_ROWS,
  ...DRIVER_ROWS,
  ...UNUSUAL_ROWS,
];
