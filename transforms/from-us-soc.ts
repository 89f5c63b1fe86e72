import {
  type ClassificationExtract,
  classificationExtract,
} from "../sources/us-soc/classification-extract.ts";
import type { CaptureReference, Normalise } from "./facts.ts";
import type { Fact } from "./model/model.ts";
import { provenanceAt } from "./provenance.ts";
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
  return {
    table: "occupation",
    row: {
      id: idOf(code.text),
      scheme: "us-soc-2018",
      code: code.text,
      level,
      country: "US",
      title: title.text,
      summary: definition?.text ?? null,
      url: null,
      page_date: null,
      parent_id: parent === undefined ? null : idOf(parent.code.text),
      citation: null,
      ...provenanceAt(
        capture,
        { at: code.at, raw: code.text },
        ...places.map(({ at }) => ({ at, raw: null })),
      ),
    },
  };
}

function idOf(code: string): string {
  return `us-soc-2018/${code}`;
}
