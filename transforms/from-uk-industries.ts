import { type IndustriesExtract, industriesExtract } from "../sources/uk-industries/industries-extract.ts";
import type { Normalise } from "./facts.ts";
import { industriesFrom, unitGroupsFrom } from "./uk-industries/classifications.ts";
import { employmentFrom } from "./uk-industries/employment.ts";
import { refuseOtherCodes, refuseOverTotals } from "./uk-industries/plausible.ts";
import { sharesFrom } from "./uk-industries/shares.ts";

/** Employment by unit group and industry section → facts. */
export const normaliseUkIndustries: Normalise = (_kind, extract, capture) => {
  const words = industriesExtract.parse(extract);
  refuseOtherCodes(words);
  refuseOverTotals(words);
  const facts = [
    ...unitGroupsFrom(words, capture),
    ...industriesFrom(words, capture),
    ...employmentFrom(words, capture),
    ...sharesFrom(words, capture),
  ];
  return { facts, remarks: [], edition: editionOf(words) };
};

/** “2021-2024”, the years that the workbook covers. */
function editionOf({ years }: IndustriesExtract): string {
  const [last, first] = [years[0]?.year, years.at(-1)?.year];
  return first === last ? `${last}` : `${first}-${last}`;
}
