import type { MainNumber } from "./overview.ts";

/** The main numbers that each view for people has, in this order. */

export const US_NUMBERS = [
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
] as const satisfies readonly MainNumber[];

export const UK_NUMBERS = [
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
] as const satisfies readonly MainNumber[];

/** What `comparison` has of a US profile, each name with `us_` before it. */
export const US_COMPARED = [
  ...(["median_annual_amount", "median_annual_qualifier", "median_annual_reference_period"] as const),
  ...(["median_hourly_amount", "median_hourly_qualifier", "currency", "pay_band"] as const),
  ...(["entry_education", "jobs", "jobs_year", "change_jobs", "growth_percent", "outlook"] as const),
  ...(["base_year", "target_year", "annual_openings"] as const),
  ...(["largest_employer", "largest_employer_percent"] as const),
] as const satisfies readonly MainNumber[];

/** What `comparison` has of its counterpart, each name with `uk_` before it. */
export const UK_COMPARED = [
  ...(["median_annual_amount", "median_annual_qualifier", "median_annual_reference_period"] as const),
  ...(["median_hourly_amount", "median_hourly_qualifier", "currency"] as const),
  ...(["starter_amount", "starter_qualifier", "experienced_amount", "experienced_qualifier"] as const),
  ...(["hours_low", "hours_high", "hours", "median_paid_hours"] as const),
  ...(["jobs", "jobs_year", "projected_id", "projected_area", "base_year", "target_year"] as const),
  ...(["change_jobs", "growth_percent"] as const),
  ...(["largest_employer", "largest_employer_percent", "largest_employer_qualifier"] as const),
] as const satisfies readonly MainNumber[];
