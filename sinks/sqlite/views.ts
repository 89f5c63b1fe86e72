import { CITATION, type MainNumber, pickNumbers, selectOverview } from "./overview.ts";

const US_NUMBERS: readonly MainNumber[] = [
  "soc_codes",
  ...(["median_annual_amount", "median_annual_qualifier", "median_annual_reference_period"] as const),
  ...(["median_hourly_amount", "median_hourly_qualifier", "median_hourly_reference_period"] as const),
  ...(["p10_amount", "p10_qualifier", "p10_period", "p10_reference_period"] as const),
  ...(["p90_amount", "p90_qualifier", "p90_period", "p90_reference_period"] as const),
  ...(["currency", "pay_band", "pay_band_low", "pay_band_high"] as const),
  ...(["entry_education", "work_experience", "on_the_job_training"] as const),
  ...(["jobs", "jobs_year", "base_year", "target_year"] as const),
  ...(["growth_percent", "outlook", "change_jobs", "annual_openings"] as const),
  ...(["largest_employer", "largest_employer_percent"] as const),
];

const UK_NUMBERS: readonly MainNumber[] = [
  ...(["soc_codes", "soc_scheme"] as const),
  ...(["starter_amount", "starter_qualifier", "experienced_amount", "experienced_qualifier"] as const),
  ...(["median_annual_amount", "median_annual_qualifier", "median_annual_reference_period"] as const),
  ...(["median_weekly_amount", "median_weekly_qualifier", "median_weekly_reference_period"] as const),
  ...(["median_hourly_amount", "median_hourly_qualifier", "median_hourly_reference_period"] as const),
  ...(["p10_amount", "p10_qualifier", "p10_period", "p10_reference_period"] as const),
  ...(["p90_amount", "p90_qualifier", "p90_period", "p90_reference_period"] as const),
  "currency",
  ...(["hours", "hours_low", "hours_high", "hours_qualifier", "hours_detail"] as const),
  ...(["working_pattern", "working_pattern_detail"] as const),
  ...(["median_paid_hours", "median_paid_hours_qualifier"] as const),
  ...(["jobs", "jobs_qualifier", "jobs_year"] as const),
  ...(["largest_employer", "largest_employer_percent", "largest_employer_qualifier"] as const),
  ...(["projected_id", "projected_area", "projection_qualifier", "base_year", "target_year"] as const),
  ...(["base_jobs", "target_jobs", "change_jobs", "growth_percent"] as const),
];

/** The views for people: one row an occupation. */
const VIEWS: Readonly<Record<string, string>> = {
  us_overview: selectOverview(
    {
      id: "occupation.id",
      code: "occupation.code",
      title: "occupation.title",
      summary: "occupation.summary",
      url: "occupation.url",
      page_date: "occupation.page_date",
      ...pickNumbers(US_NUMBERS),
      citation: CITATION,
      attribution: "source.attribution",
      edition: "source.edition",
      state: "source.state",
    },
    "occupation.scheme = 'us-ooh'",
  ),
  uk_overview: selectOverview(
    {
      id: "occupation.id",
      scheme: "occupation.scheme",
      code: "occupation.code",
      level: "occupation.level",
      title: "occupation.title",
      summary: "occupation.summary",
      url: "occupation.url",
      ...pickNumbers(UK_NUMBERS),
      attribution: "source.attribution",
      edition: "source.edition",
      state: "source.state",
    },
    "occupation.scheme IN ('uk-ncs', 'uk-soc-2020')",
  ),
};

/** US profiles beside their counterparts in the United Kingdom: each in its own currency and for its own period. */
const COMPARISON = `SELECT
  relation.from_id AS us_id, us.title AS us_title,
  relation.to_id AS uk_id, uk.title AS uk_title, uk.scheme AS uk_scheme,
  relation.score, relation.method, relation.weight,
  ${[
    ...columnsOf("us", [
      ...(["median_annual_amount", "median_annual_qualifier", "median_annual_reference_period"] as const),
      ...(["median_hourly_amount", "median_hourly_qualifier", "currency", "pay_band"] as const),
      ...(["entry_education", "jobs", "jobs_year", "change_jobs", "growth_percent", "outlook"] as const),
      ...(["base_year", "target_year", "annual_openings"] as const),
      ...(["largest_employer", "largest_employer_percent"] as const),
    ]),
    ...columnsOf("uk", [
      ...(["median_annual_amount", "median_annual_qualifier", "median_annual_reference_period"] as const),
      ...(["median_hourly_amount", "median_hourly_qualifier", "currency"] as const),
      ...(["starter_amount", "starter_qualifier", "experienced_amount", "experienced_qualifier"] as const),
      ...(["hours_low", "hours_high", "hours", "median_paid_hours"] as const),
      ...(["jobs", "jobs_year", "projected_id", "projected_area", "base_year", "target_year"] as const),
      ...(["change_jobs", "growth_percent"] as const),
      ...(["largest_employer", "largest_employer_percent", "largest_employer_qualifier"] as const),
    ]),
  ].join(",\n  ")}
FROM relation
JOIN us_overview AS us ON us.id = relation.from_id
JOIN uk_overview AS uk ON uk.id = relation.to_id
WHERE relation.kind = 'equivalent'`;

function columnsOf(country: "us" | "uk", numbers: readonly MainNumber[]): string[] {
  return numbers.map((name) => `${country}.${name} AS ${country}_${name}`);
}

export function listViews(): readonly string[] {
  const views = { ...VIEWS, comparison: COMPARISON };
  return Object.entries(views).map(([name, query]) => `CREATE VIEW ${name} AS\n${query}`);
}
