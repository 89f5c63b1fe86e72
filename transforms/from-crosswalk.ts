import { editionsExtract, iscoExtract } from "../sources/crosswalk/crosswalk-extract.ts";
import { editionFacts, markRemarks } from "./crosswalk/editions.ts";
import { iscoFacts } from "./crosswalk/isco.ts";
import type { Normalise } from "./facts.ts";

/** The pairs of the publisher's crosswalks → occupations and relations. The crosswalks have no editions of their own. */
export const normaliseCrosswalk: Normalise = (kind, extract, capture) => {
  if (kind === "isco")
    return { facts: iscoFacts(iscoExtract.parse(extract), capture), remarks: [], edition: undefined };
  const editions = editionsExtract.parse(extract);
  return { facts: editionFacts(editions, capture), remarks: markRemarks(editions), edition: undefined };
};
