import type { XmlElement } from "../../sources/us-ooh-xml/compilation-extract.ts";
import type { Statement } from "../facts.ts";
import { type OccupationContext, provenanceOf } from "./context.ts";

type Said = Pick<Statement, "table" | "about" | "says">;

/** What elements of an occupation say of a fact of its page. */
export function statement(
  context: OccupationContext,
  said: Said,
  ...elements: readonly XmlElement[]
): Statement {
  const places = elements.map(({ at, text }) => ({ at, raw: text === "" ? null : text }));
  return { ...said, published: context.published, ...provenanceOf(context, ...places) } as Statement;
}

/** What every figure of the whole occupation is about. */
export function wholeOccupation({ id }: OccupationContext) {
  return { occupation_id: id, area: "US", industry_id: null, group_title: null } as const;
}

export function projectionYears({ periods }: OccupationContext) {
  return { base_year: periods.base, target_year: periods.target };
}
