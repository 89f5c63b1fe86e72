import { count, money, percent, perPeriod, qualified, signed } from "./figures.ts";
import type { ListedOccupation } from "./listed.ts";

/** "median $93,600 a year", "starters £24,907, experienced £37,890 a year", "pay not published" */
export function payWords(one: ListedOccupation): string {
  const { currency, starter_amount, experienced_amount } = one;
  const told = (amount: number) => money(amount, currency ?? "");
  if (one.median_annual_amount !== null)
    return `median ${qualified(told(one.median_annual_amount), one.median_annual_qualifier)} ${perPeriod("year")}`;
  if (one.median_hourly_amount !== null)
    return `median ${qualified(told(one.median_hourly_amount), one.median_hourly_qualifier)} ${perPeriod("hour")}`;
  if (starter_amount !== null && experienced_amount !== null)
    return `starters ${told(starter_amount)}, experienced ${told(experienced_amount)} a year`;
  if (one.pay_band !== null) return bandWords(one.pay_band);
  return one.starter_qualifier === "variable" ? "pay varies" : "pay not published";
}

/** "$75,000 to $99,999 a year", "the annual wage is not available" */
function bandWords(band: string): string {
  if (/\d/.test(band)) return `${band} a year`;
  return `${band.charAt(0).toLowerCase()}${band.slice(1).replace(/\.$/, "")}`;
}

export function jobsWords({ jobs, jobs_qualifier, jobs_year }: ListedOccupation): string {
  return jobs === null
    ? "jobs not published"
    : `${qualified(count(jobs), jobs_qualifier)} jobs (${jobs_year})`;
}

export function growthWords(one: ListedOccupation): string {
  const { growth_percent, target_year, projected_id, id, outlook } = one;
  if (growth_percent === null) return "growth not published";
  const whose = projected_id === id ? "" : " in the wider group";
  return `${signed(growth_percent)}% to ${target_year}${whose}${outlook === null ? "" : `, ${outlook.toLowerCase()}`}`;
}

export function employerWords(one: ListedOccupation): string | null {
  const { largest_employer, largest_employer_percent, largest_employer_qualifier } = one;
  if (largest_employer === null) return null;
  const share = largest_employer_percent === null ? null : percent(largest_employer_percent);
  return share === null
    ? largest_employer
    : `${largest_employer} (${qualified(share, largest_employer_qualifier)})`;
}
