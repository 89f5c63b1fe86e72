import { model, type Row, type TableName } from "../../transforms/model/model.ts";

/** A row of any table, as a snapshot takes it. */
export type AnyRow = { [T in TableName]: { readonly table: T; readonly row: Row<T> } }[TableName];

const READ_FROM = { source_id: "us-ooh", capture_id: "capture-1", locator: "#tab-1", raw: null };

const USUAL: Readonly<Record<string, unknown>> = {
  ...READ_FROM,
  area: "US",
  qualifier: "exact",
  currency: "USD",
  reference_period: "2024-05",
  period: "year",
  statistic: "median",
  basis: "published",
  kind: "alternative",
  method: "published",
  level: "profile",
  country: "US",
};

/** A lawful row: what is not given is NULL where that may be, and else the usual. */
export function rowOf<T extends TableName>(table: T, given: Partial<Row<T>>): AnyRow {
  const columns = Object.entries(model[table].columns).map(([name, column]) => [
    name,
    // A figure has a date, unless a test says otherwise.
    column.nullable && name !== "reference_period" ? null : USUAL[name],
  ]);
  return { table, row: { ...Object.fromEntries(columns), ...given } } as AnyRow;
}

export function datasetRow(given: Partial<Row<"dataset">> = {}): AnyRow {
  return rowOf("dataset", {
    version: "20261123T021500Z-0123abcd",
    schema_version: "1.0.0",
    created_at: "2026-11-23T02:15:00Z",
    content_hash: "0123abcd".repeat(8),
    tool_version: "0.1.0",
    ...given,
  });
}

function occupation(code: string, title: string, given: Partial<Row<"occupation">> = {}): AnyRow {
  return rowOf("occupation", {
    id: `us-ooh/${code}`,
    scheme: "us-ooh",
    code,
    country: "US",
    title,
    url: `https://www.bls.gov/ooh/healthcare/${code}.htm`,
    citation: `Bureau of Labor Statistics, U.S. Department of Labor, Occupational Outlook Handbook, ${title}, at https://www.bls.gov/ooh/healthcare/${code}.htm`,
    ...given,
  });
}

function soc(code: string, title: string): AnyRow {
  const place = { id: `us-soc-2018/${code}`, scheme: "us-soc-2018", code, level: "detailed" } as const;
  return rowOf("occupation", { ...place, title });
}

function capture(id: string, code: string, fetched_at: string): AnyRow {
  return rowOf("capture", {
    id,
    source_id: "us-ooh",
    url: `https://www.bls.gov/ooh/healthcare/${code}.htm`,
    fetched_at,
    status: 200,
    media_type: "text/html",
    bytes: 81_234,
    sha256: "ab".repeat(32),
    acquired_by: "fetch",
  });
}

function industry(title: string): AnyRow {
  return rowOf("industry", { id: `us-ooh/${title}`, scheme: "us-ooh", title });
}

const NURSES = "us-ooh/registered-nurses";
const ACTORS = "us-ooh/actors";
const PHYSICIANS = "us-ooh/physicians-and-surgeons";
const DRIVERS = "us-ooh/bus-drivers";
const MILITARY = "us-ooh/military-careers";

/**
 * A registered nurse with everything; actors, who have an hourly wage and no annual one; physicians, whose wage is
 * top-coded; bus drivers, whose figures come in two groups; military careers, which have no figures at all.
 */
export const SMALL_DATASET: readonly AnyRow[] = [
  rowOf("source", {
    id: "us-ooh",
    title: "Occupational Outlook Handbook",
    publisher: "U.S. Bureau of Labor Statistics",
    country: "US",
    url: "https://www.bls.gov/ooh/",
    licence: "Public domain",
    licence_url: "https://www.bls.gov/opub/copyright-information.htm",
    attribution: "Source: U.S. Bureau of Labor Statistics, Occupational Outlook Handbook.",
    edition: "2024-34",
    state: "fresh",
    fetched_at: "2026-11-23T02:10:00Z",
    state_since: "2026-11-23T02:15:00Z",
    state_reason: null,
  }),
  capture("capture-1", "registered-nurses", "2026-11-23T02:10:00Z"),
  capture("capture-2", "actors", "2026-03-05T23:59:59Z"),
  occupation("registered-nurses", "Registered Nurses", {
    summary: "Registered nurses look after patients.",
    page_date: "2026-08-28",
  }),
  occupation("actors", "Actors", { capture_id: "capture-2" }),
  occupation("physicians-and-surgeons", "Physicians and Surgeons"),
  occupation("bus-drivers", "Bus Drivers"),
  occupation("military-careers", "Military Careers", { citation: null }),
  occupation("barrister's clerk/*", "Clerks with an awkward code"),
  soc("29-1141", "Registered Nurses"),
  soc("29-1229", "Physicians, All Other"),
  soc("29-1215", "Family Medicine Physicians"),
  rowOf("relation", { from_id: NURSES, to_id: "us-soc-2018/29-1141", kind: "covers" }),
  rowOf("relation", { from_id: PHYSICIANS, to_id: "us-soc-2018/29-1229", kind: "covers" }),
  rowOf("relation", { from_id: PHYSICIANS, to_id: "us-soc-2018/29-1215", kind: "covers" }),
  rowOf("relation", { from_id: PHYSICIANS, to_id: NURSES, kind: "similar" }),
  rowOf("occupation_name", { occupation_id: NURSES, name: "RN", kind: "index" }),
  rowOf("occupation_name", { occupation_id: NURSES, name: "Infirmière", kind: "index" }),
  rowOf("duty", { occupation_id: NURSES, position: 2, text: "Record observations" }),
  rowOf("duty", { occupation_id: NURSES, position: 1, text: "Assess the condition of patients" }),
  rowOf("requirement", {
    occupation_id: NURSES,
    kind: "entry-education",
    position: 1,
    text: "Bachelor's degree",
  }),
  rowOf("requirement", { occupation_id: NURSES, kind: "work-experience", position: 1, text: "None" }),
  rowOf("requirement", { occupation_id: NURSES, kind: "on-the-job-training", position: 1, text: "None" }),
  industry("Hospitals; state, local, and private"),
  industry("Government"),
  rowOf("wage", { occupation_id: NURSES, amount: 93_600, raw: "$93,600 per year" }),
  rowOf("wage", { occupation_id: NURSES, period: "hour", amount: 45, raw: "$45.00 per hour" }),
  rowOf("wage", { occupation_id: NURSES, amount: 77_600, reference_period: "2021-05" }),
  rowOf("wage", {
    occupation_id: NURSES,
    statistic: "p10",
    amount: 66_030,
    locator: '["#tab-5 p:nth-of-type(2)","#tab-5 p:nth-of-type(3)"]',
    raw: '["The lowest 10 percent earned less than $66,030","the highest"]',
  }),
  rowOf("wage", { occupation_id: NURSES, statistic: "p90", amount: 135_320 }),
  rowOf("wage", { occupation_id: NURSES, industry_id: "us-ooh/Government", amount: 106_480 }),
  rowOf("pay_band", { occupation_id: NURSES, text: "$75,000 to $99,999", low: 75_000, high: 99_999 }),
  rowOf("employment", { occupation_id: NURSES, jobs: 3_391_000, reference_period: "2024" }),
  rowOf("employer_share", {
    occupation_id: NURSES,
    rank: 1,
    industry_id: "us-ooh/Hospitals; state, local, and private",
    percent: 58,
    reference_period: "2024",
  }),
  rowOf("employer_share", {
    occupation_id: NURSES,
    rank: 2,
    industry_id: "us-ooh/Government",
    percent: 6,
    reference_period: "2024",
  }),
  rowOf("projection", {
    occupation_id: NURSES,
    base_year: 2024,
    target_year: 2034,
    base_jobs: 3_391_000,
    target_jobs: 3_557_100,
    change_jobs: 166_100,
    change_percent: 5,
    annual_openings: 189_100,
    outlook: "Faster than average",
  }),
  rowOf("wage", { occupation_id: ACTORS, period: "hour", amount: 23.33 }),
  rowOf("wage", { occupation_id: ACTORS, period: "hour", statistic: "p10", amount: 15.16 }),
  rowOf("wage", { occupation_id: PHYSICIANS, amount: 239_200, qualifier: "at-least" }),
  rowOf("wage", { occupation_id: PHYSICIANS, period: "hour", amount: 115, qualifier: "at-least" }),
  rowOf("wage", { occupation_id: DRIVERS, group_title: "Bus drivers, school", amount: 47_040 }),
  rowOf("wage", { occupation_id: DRIVERS, group_title: "Bus drivers, transit", amount: 57_440 }),
  rowOf("employment", { occupation_id: DRIVERS, group_title: "Bus drivers, school", jobs: 377_400 }),
  rowOf("employment", { occupation_id: DRIVERS, group_title: "Bus drivers, transit", jobs: 160_000 }),
  rowOf("duty", { occupation_id: MILITARY, position: 1, text: "Defend the nation" }),
  rowOf("issue", {
    rule: "new-section",
    severity: "info",
    occupation_id: NURSES,
    message: "A section is new.",
  }),
];
