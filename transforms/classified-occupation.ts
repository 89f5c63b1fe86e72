import type { CaptureReference } from "./facts.ts";
import type { Fact, Row } from "./model/model.ts";
import { type Place, provenanceAt } from "./provenance.ts";

type Occupation = Row<"occupation">;

/** A group of a classification as a document tells it. */
type ClassifiedGroup = Pick<Occupation, "scheme" | "code" | "level" | "country" | "title"> & {
  readonly summary?: string | undefined;
  /** The code of the wider group, where the document tells of it. */
  readonly parent?: string | undefined;
};

/** A group of a classification as an occupation: it has no page of its own. */
export function classifiedOccupation(
  { scheme, code, level, country, title, summary, parent }: ClassifiedGroup,
  capture: CaptureReference,
  ...places: readonly Place[]
): Fact {
  return {
    table: "occupation",
    row: {
      id: `${scheme}/${code}`,
      scheme,
      code,
      level,
      country,
      title,
      summary: summary ?? null,
      url: null,
      page_date: null,
      parent_id: parent === undefined ? null : `${scheme}/${parent}`,
      citation: null,
      ...provenanceAt(capture, ...places),
    },
  };
}
