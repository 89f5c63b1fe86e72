import type { FactPlace } from "../fact-places.ts";
import type { DocumentHome } from "../world.ts";
import type { ExplainedFact } from "./explained-fact.ts";

/** A fact for programs. */
export function factJson(fact: ExplainedFact, homeOf: (url: string) => DocumentHome | undefined): object {
  const { table, values, places, capture, steps, computed, inputs, corrections } = fact;
  const { id, source_id, url, fetched_at, sha256, acquired_by } = capture;
  const home = homeOf(url);
  return {
    ...{
      table,
      values,
      places: places.map(placeJson),
      source_id,
      capture_id: id,
      url,
      fetched_at,
      sha256,
      acquired_by,
    },
    reader: home === undefined ? null : { source: home.source.id, kind: home.kind },
    ...{ steps, computed: computed ?? null },
    inputs: inputs.map((input) => ({ ...input, places: input.places.map(placeJson) })),
    corrections,
  };
}

function placeJson({ locator, words }: FactPlace): object {
  return { locator, raw: words };
}
