/**
 * The main numbers of an occupation, each as SQL over `occupation` and the joins below. The views for people, the
 * documents and the index of documents all take them from here, so that they agree by construction.
 *
 * The SQL keeps to what SQLite 3.37 knows: an older reader that meets a newer word in a view cannot open the file at all.
 */
export const MAIN_NUMBERS: Readonly<Record<string, string>> = {
  soc_codes: `(SELECT group_concat(code, ', ') FROM (
    SELECT covered.code FROM relation CROSS JOIN occupation AS covered ON covered.id = relation.to_id
    WHERE relation.from_id = occupation.id AND relation.kind = 'covers' AND covered.scheme = 'us-soc-2018'
    ORDER BY covered.code))`,
  median_annual_amount: "annual.amount",
  median_annual_qualifier: "annual.qualifier",
  median_annual_reference_period: "annual.reference_period",
  median_hourly_amount: "hourly.amount",
  median_hourly_qualifier: "hourly.qualifier",
  median_hourly_reference_period: "hourly.reference_period",
  p10_amount: "p10.amount",
  p10_qualifier: "p10.qualifier",
  p10_period: "p10.period",
  p10_reference_period: "p10.reference_period",
  p90_amount: "p90.amount",
  p90_qualifier: "p90.qualifier",
  p90_period: "p90.period",
  p90_reference_period: "p90.reference_period",
  currency: "coalesce(annual.currency, hourly.currency, p10.currency, p90.currency, band.currency)",
  pay_band: "band.text",
  pay_band_low: "band.low",
  pay_band_high: "band.high",
  entry_education: requirement("entry-education"),
  work_experience: requirement("work-experience"),
  on_the_job_training: requirement("on-the-job-training"),
  jobs: "held.jobs",
  jobs_year: "CAST(substr(held.reference_period, 1, 4) AS INTEGER)",
  base_year: "projected.base_year",
  target_year: "projected.target_year",
  growth_percent: "projected.change_percent",
  outlook: "projected.outlook",
  change_jobs: "projected.change_jobs",
  annual_openings: "projected.annual_openings",
  largest_employer: "industry.title",
  largest_employer_percent: "employer.percent",
};

const WHOLE = "group_title IS NULL";
const WHOLE_IN_ALL_INDUSTRIES = `${WHOLE} AND industry_id IS NULL`;
const MEDIAN = `${WHOLE_IN_ALL_INDUSTRIES} AND statistic = 'median'`;

/** In descending order, "US" and "UK" come before "England", "year" before "hour", "published" before "derived". */
const LATEST = "area DESC, reference_period DESC";

const JOINS = [
  joinFirst("wage", "annual", `${MEDIAN} AND period = 'year'`, LATEST),
  joinFirst("wage", "hourly", `${MEDIAN} AND period = 'hour'`, LATEST),
  joinFirst("wage", "p10", `${WHOLE_IN_ALL_INDUSTRIES} AND statistic = 'p10'`, `${LATEST}, period DESC`),
  joinFirst("wage", "p90", `${WHOLE_IN_ALL_INDUSTRIES} AND statistic = 'p90'`, `${LATEST}, period DESC`),
  joinFirst("pay_band", "band", "TRUE", "reference_period DESC"),
  joinFirst("employment", "held", WHOLE_IN_ALL_INDUSTRIES, LATEST),
  joinFirst(
    "projection",
    "projected",
    WHOLE_IN_ALL_INDUSTRIES,
    "area DESC, target_year DESC, base_year DESC",
  ),
  joinFirst("employer_share", "employer", WHOLE, `${LATEST}, basis DESC, rank`),
  "LEFT JOIN industry ON industry.id = employer.industry_id",
  "LEFT JOIN capture ON capture.id = occupation.capture_id",
  "LEFT JOIN source ON source.id = occupation.source_id",
];

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

const MONTH = `CASE strftime('%m', capture.fetched_at)
    ${MONTHS.map((month, index) => `WHEN '${String(index + 1).padStart(2, "0")}' THEN '${month}'`).join(" ")}
    END`;

/** The citation as its publisher suggests it, with the day on which we read the page: "… (visited November 23, 2026)." */
export const CITATION = `occupation.citation || ' (visited ' || ${MONTH} || ' '
    || CAST(strftime('%d', capture.fetched_at) AS INTEGER) || ', ' || strftime('%Y', capture.fetched_at) || ').'`;

/**
 * One row for each occupation that meets the condition. Figures are those of the whole occupation, in all industries, for
 * the latest period that has one.
 */
export function selectOverview(columns: Readonly<Record<string, string>>, condition: string): string {
  const terms = Object.entries(columns).map(([name, sql]) => `${sql} AS ${name}`);
  return `SELECT\n  ${terms.join(",\n  ")}\nFROM occupation\n${JOINS.join("\n")}\nWHERE ${condition}`;
}

/** Joins one row at most, so that an occupation never appears twice, however many rows there are about it. */
function joinFirst(table: string, alias: string, condition: string, order: string): string {
  return `LEFT JOIN ${table} AS ${alias} ON ${alias}.rowid = (
  SELECT rowid FROM ${table} WHERE occupation_id = occupation.id AND ${condition}
  ORDER BY ${order} LIMIT 1)`;
}

function requirement(kind: string): string {
  return `(SELECT text FROM requirement WHERE occupation_id = occupation.id AND kind = '${kind}'
    ORDER BY position LIMIT 1)`;
}
