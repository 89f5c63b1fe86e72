import type { IndustriesExtract } from "../../sources/uk-industries/industries-extract.ts";
import { classifiedOccupation } from "../classified-occupation.ts";
import type { CaptureReference } from "../facts.ts";
import type { Fact } from "../model/model.ts";
import { provenanceAt } from "../provenance.ts";
import { industryId } from "./table.ts";

/** The unit groups; what is above them is not told here. */
export function unitGroupsFrom({ occupations }: IndustriesExtract, capture: CaptureReference): Fact[] {
  return occupations.map(({ code, title, at, words }) =>
    classifiedOccupation({ scheme: "uk-soc-2020", code, level: "unit", country: "UK", title }, capture, {
      at,
      raw: words,
    }),
  );
}

/** Sections of the Standard Industrial Classification 2007. Some titles are shortened by the publisher, and stay so. */
export function industriesFrom({ sections }: IndustriesExtract, capture: CaptureReference): Fact[] {
  return sections.map((section) => ({
    table: "industry",
    row: {
      id: industryId(section),
      scheme: "sic-2007",
      code: section.letter,
      title: section.title,
      ...provenanceAt(capture, { at: section.at, raw: section.words }),
    },
  }));
}
