import type { TableName } from "../../transforms/model/model.ts";

/**
 * The main numbers of an occupation, each as SQL over `occupation` and the joins below. The views for people, the
 * documents and the index of documents all take them from here, so that they agree by construction.
 *
 * The SQL keeps to what SQLite 3.37 knows: an older reader that meets a newer word in a view cannot open the file at all.
 */
const NUMBERS = {
  soc_codes: codes("group_concat(covered.code, ', ')"),
  soc_scheme: codes("max(covered.scheme)"),
  median_annual_amount: "annual.amount",
  median_annual_qualifier: "annual.qualifier",
  median_annual_reference_period: "annual.reference_period",
  median_weekly_amount: "weekly.amount",
  median_weekly_qualifier: "weekly.qualifier",
  median_weekly_reference_period: "weekly.reference_period",
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
  starter_amount: "starter.amount",
  starter_qualifier: "starter.qualifier",
  experienced_amount: "experienced.amount",
  experienced_qualifier: "experienced.qualifier",
  currency:
    "coalesce(annual.currency, weekly.currency, hourly.currency, p10.currency, p90.currency, band.currency, starter.currency)",
  pay_band: "band.text",
  pay_band_low: "band.low",
  pay_band_high: "band.high",
  hours: "typical.value",
  hours_low: "typical.low",
  hours_high: "typical.high",
  hours_qualifier: "typical.qualifier",
  hours_detail: "typical.detail",
  working_pattern: "typical.pattern",
  working_pattern_detail: "typical.pattern_detail",
  median_paid_hours: "paid.value",
  median_paid_hours_qualifier: "paid.qualifier",
  entry_education: requirement("entry-education"),
  work_experience: requirement("work-experience"),
  on_the_job_training: requirement("on-the-job-training"),
  jobs: "held.jobs",
  jobs_qualifier: "held.qualifier",
  jobs_year: "CAST(substr(held.reference_period, 1, 4) AS INTEGER)",
  projected_id: "projected.occupation_id",
  projected_area: "projected.area",
  projection_qualifier: "projected.qualifier",
  base_year: "projected.base_year",
  target_year: "projected.target_year",
  base_jobs: "projected.base_jobs",
  target_jobs: "projected.target_jobs",
  growth_percent: "projected.change_percent",
  outlook: "projected.outlook",
  change_jobs: "projected.change_jobs",
  annual_openings: "projected.annual_openings",
  largest_employer: "industry.title",
  largest_employer_percent: "employer.percent",
  largest_employer_qualifier: "employer.qualifier",
} as const;

export type MainNumber = keyof typeof NUMBERS;

/** The SQL of each, as a type: what it is a column of. */
export type MainNumberTerms = typeof NUMBERS;

export const MAIN_NUMBERS: Readonly<Record<MainNumber, string>> = NUMBERS;

/** Some of the main numbers, in this order. */
export function pickNumbers(names: readonly MainNumber[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, NUMBERS[name]]));
}

/** The codes of classifications that a profile covers. */
function codes(result: string): string {
  return `(SELECT ${result} FROM (
    SELECT covered.code, covered.scheme FROM relation CROSS JOIN occupation AS covered ON covered.id = relation.to_id
    WHERE relation.from_id = occupation.id AND relation.kind = 'covers'
      AND covered.scheme IN ('us-soc-2018', 'uk-soc-2020', 'uk-soc-2010')
    ORDER BY covered.code) AS covered)`;
}

const WHOLE = "group_title IS NULL";
const WHOLE_IN_ALL_INDUSTRIES = `${WHOLE} AND industry_id IS NULL`;
const MEDIAN = `${WHOLE_IN_ALL_INDUSTRIES} AND statistic = 'median'`;

/** The table that each alias in the numbers above is a row of. */
export const JOINED = {
  annual: "wage",
  weekly: "wage",
  hourly: "wage",
  starter: "wage",
  experienced: "wage",
  p10: "wage",
  p90: "wage",
  typical: "working_hours",
  paid: "working_hours",
  band: "pay_band",
  held: "employment",
  projected: "projection",
  employer: "employer_share",
  industry: "industry",
} as const satisfies Readonly<Record<string, TableName>>;

/** Which row of a table stands for all rows about an occupation. */
export type FirstRow = { readonly condition: string; readonly order: string };

/** In descending order, "US" and "UK" come before "England", "year" before "hour", "published" before "derived". */
const LATEST = "area DESC, reference_period DESC";

/** Of each of these tables one row at most, so that an occupation never appears twice, however many rows there are about it. */
export const FIRST_ROWS: Readonly<Record<Exclude<keyof typeof JOINED, "projected" | "industry">, FirstRow>> =
  {
    annual: { condition: `${MEDIAN} AND period = 'year'`, order: LATEST },
    weekly: { condition: `${MEDIAN} AND period = 'week'`, order: LATEST },
    hourly: { condition: `${MEDIAN} AND period = 'hour'`, order: LATEST },
    starter: { condition: `${WHOLE_IN_ALL_INDUSTRIES} AND statistic = 'starter'`, order: LATEST },
    experienced: { condition: `${WHOLE_IN_ALL_INDUSTRIES} AND statistic = 'experienced'`, order: LATEST },
    typical: { condition: `${WHOLE} AND statistic = 'typical'`, order: LATEST },
    paid: { condition: `${WHOLE} AND statistic = 'median'`, order: LATEST },
    p10: { condition: `${WHOLE_IN_ALL_INDUSTRIES} AND statistic = 'p10'`, order: `${LATEST}, period DESC` },
    p90: { condition: `${WHOLE_IN_ALL_INDUSTRIES} AND statistic = 'p90'`, order: `${LATEST}, period DESC` },
    band: { condition: "TRUE", order: "reference_period DESC" },
    held: { condition: WHOLE_IN_ALL_INDUSTRIES, order: LATEST },
    employer: { condition: WHOLE, order: `${LATEST}, basis DESC, rank` },
  };

/** The latest projection for all industries. */
export const FIRST_PROJECTION: FirstRow = {
  condition: WHOLE_IN_ALL_INDUSTRIES,
  order: "area DESC, target_year DESC, base_year DESC",
};

/** Where the publisher projects wider groups only, the nearest one: the first two digits of a UK unit or minor group. */
export const WIDER_GROUP = {
  condition: "occupation.scheme IN ('uk-soc-2020', 'uk-soc-2010') AND length(occupation.code) > 2",
  id: "occupation.scheme || '/' || substr(occupation.code, 1, 2)",
} as const;

const JOINS = [
  ...Object.entries(FIRST_ROWS).map(([alias, first]) => joinFirst(alias as keyof typeof FIRST_ROWS, first)),
  joinProjection(),
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

function joinFirst(alias: keyof typeof FIRST_ROWS, first: FirstRow): string {
  return `LEFT JOIN ${JOINED[alias]} AS ${alias} ON ${alias}.rowid = ${rowidOf(JOINED[alias], "occupation.id", first)}`;
}

/** The projection of the occupation itself or, where there is none, of the wider group. */
function joinProjection(): string {
  const projectionOf = (id: string) => rowidOf("projection", id, FIRST_PROJECTION);
  return `LEFT JOIN projection AS projected ON projected.rowid = coalesce(${projectionOf("occupation.id")},
  iif(${WIDER_GROUP.condition}, ${projectionOf(WIDER_GROUP.id)}, NULL))`;
}

function rowidOf(table: TableName, id: string, { condition, order }: FirstRow): string {
  return `(
  SELECT rowid FROM ${table} WHERE occupation_id = ${id} AND ${condition}
  ORDER BY ${order} LIMIT 1)`;
}

function requirement(kind: string): string {
  return `(SELECT text FROM requirement WHERE occupation_id = occupation.id AND kind = '${kind}'
    ORDER BY position LIMIT 1)`;
}
