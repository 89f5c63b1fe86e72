import {
  type ClassificationExtract,
  classificationExtract,
} from "../sources/us-soc/classification-extract.ts";
import { classifiedOccupation } from "./classified-occupation.ts";
import type { CaptureReference, Normalise } from "./facts.ts";
import type { Fact } from "./model/model.ts";
import { type PlacedGroup, placedGroups } from "./us-soc/tree.ts";

/** The words of the classification → occupations, each below the wider one. */
export const normaliseUsSoc: Normalise = (_kind, extract, capture) => ({
  facts: occupationsFrom(classificationExtract.parse(extract), capture),
  remarks: [],
  edition: "2018",
});

function occupationsFrom(extract: ClassificationExtract, capture: CaptureReference): Fact[] {
  return placedGroups(extract).map((placed) => occupationFrom(placed, capture));
}

function occupationFrom({ group, parent }: PlacedGroup, capture: CaptureReference): Fact {
  const { level, code, title, definition } = group;
  const places = [title, ...(definition === null ? [] : [definition])];
  return classifiedOccupation(
    {
      scheme: "us-soc-2018",
      code: code.text,
      level,
      country: "US",
      title: title.text,
      summary: definition?.text,
      parent: parent?.code.text,
    },
    capture,
    { at: code.at, raw: code.text },
    ...places.map(({ at }) => ({ at, raw: null })),
  );
}
