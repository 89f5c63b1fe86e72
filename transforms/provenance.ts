import type { CaptureReference } from "./facts.ts";

/** Where words stand in a document, and the words; `raw` is null where the value itself is those words. */
export type Place = { readonly at: string; readonly raw: string | null };

/** The four columns that every fact ends with. A fact that draws on several places has JSON arrays, in the same order. */
export function provenanceAt(capture: CaptureReference, ...places: readonly Place[]) {
  const [only] = places;
  const isOne = places.length === 1 && only !== undefined;
  return {
    source_id: capture.sourceId,
    capture_id: capture.id,
    locator: isOne ? only.at : JSON.stringify(places.map((place) => place.at)),
    raw: isOne ? only.raw : JSON.stringify(places.map((place) => place.raw)),
  };
}
