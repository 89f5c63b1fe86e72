import type { DescribedGroup, StructureExtract } from "../../sources/uk-soc/structure-extract.ts";
import type { CaptureReference } from "../facts.ts";
import type { Fact } from "../model/model.ts";
import { provenanceAt } from "../provenance.ts";
import { withoutRepeats } from "../repeats.ts";
import { groupOccupation } from "./group-occupation.ts";

/** The groups of SOC 2020 at all levels, and what volume 1 says of its unit groups. */
export function structureFacts({ url, groups }: StructureExtract, capture: CaptureReference): Fact[] {
  const facts = groups.flatMap((group) => [
    groupOccupation(group, "uk-soc-2020", { url, capture }, group.description),
    ...unitFacts(group, capture),
  ]);
  return withoutRepeats(facts, url);
}

function unitFacts({ code, unit }: DescribedGroup, capture: CaptureReference): Fact[] {
  if (unit === null) return [];
  const { entryRoutes, tasks, jobTitles } = unit;
  const occupation_id = `uk-soc-2020/${code.text}`;
  const at = (locator: string) => provenanceAt(capture, { at: locator, raw: null });
  return [
    ...tasks.items.map(
      (text, index): Fact => ({
        table: "duty",
        row: { occupation_id, position: index + 1, heading: null, text, ...at(tasks.at) },
      }),
    ),
    {
      table: "requirement",
      row: {
        occupation_id,
        kind: "entry-route",
        position: 1,
        route: null,
        part: null,
        text: entryRoutes.text,
        ...at(entryRoutes.at),
      },
    },
    ...jobTitles.items.map(
      (name): Fact => ({
        table: "occupation_name",
        row: { occupation_id, name, kind: "alternative", ...at(jobTitles.at) },
      }),
    ),
  ];
}
