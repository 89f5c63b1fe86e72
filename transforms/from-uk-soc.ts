import { type CodingIndexExtract, codingIndexExtract } from "../sources/uk-soc/coding-index-extract.ts";
import { structureExtract } from "../sources/uk-soc/structure-extract.ts";
import type { CaptureReference, Normalise } from "./facts.ts";
import type { Fact } from "./model/model.ts";
import { equivalents } from "./uk-soc/equivalents.ts";
import { groupOccupation } from "./uk-soc/group-occupation.ts";
import { indexNames } from "./uk-soc/index-names.ts";
import { structureFacts } from "./uk-soc/structure.ts";

/** The edition of both volumes: their versions are corrections of it, and may differ. */
const EDITION = "SOC 2020";

/** The words of SOC 2020, volumes 1 and 2 → facts. */
export const normaliseUkSoc: Normalise = (kind, extract, capture) => ({
  facts:
    kind === "coding-index"
      ? codingIndexFacts(codingIndexExtract.parse(extract), capture)
      : structureFacts(structureExtract.parse(extract), capture),
  remarks: [],
  edition: EDITION,
});

/** The index repeats the groups of SOC 2020, so that its names and links stand on their own feet. */
function codingIndexFacts(extract: CodingIndexExtract, capture: CaptureReference): Fact[] {
  const document = { url: extract.url, capture };
  const { soc2020, soc2010, isco08, entries } = extract;
  return [
    ...soc2020.map((group) => groupOccupation(group, "uk-soc-2020", document)),
    ...soc2010.map((group) => groupOccupation(group, "uk-soc-2010", document)),
    ...isco08.map((group) => groupOccupation(group, "isco-08", document)),
    ...indexNames(entries, capture),
    ...equivalents(entries, capture),
  ];
}
