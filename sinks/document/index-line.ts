import type { MainNumber } from "../sqlite/overview.ts";
import type { OccupationDocument } from "./document.ts";
import { documentPath } from "./file-name.ts";
import { pick } from "./group-rows.ts";

/** The main numbers that a list of occupations shows. */
export const INDEX_NUMBERS: readonly MainNumber[] = [
  "soc_codes",
  "median_annual_amount",
  "median_annual_qualifier",
  "median_hourly_amount",
  "median_hourly_qualifier",
  "starter_amount",
  "experienced_amount",
  "starter_qualifier",
  "currency",
  "pay_band",
  "entry_education",
  "jobs",
  "projected_id",
  "growth_percent",
  "outlook",
  "annual_openings",
];

/** An occupation as `json/index.json` lists it. */
export function indexLine(document: OccupationDocument): object {
  const { id, title, country, scheme, code, overview } = document;
  return { id, title, country, scheme, code, ...pick(overview, INDEX_NUMBERS), path: documentPath(document) };
}
