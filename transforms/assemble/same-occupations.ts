import { DocumentError } from "../../sources/reading/document-error.ts";
import type { Fact } from "../model/model.ts";
import type { AssembledDocument } from "./assemble.ts";
import { foldedTitle } from "./titles.ts";

type Told = ReadonlyMap<string, string>;

/**
 * Documents of one source that tell the same occupations, each in its own way: the first has the word, the others prove
 * it. What only one of them has is an occupation that the other has lost.
 */
export function createSameOccupations() {
  const first = new Map<string, { readonly url: string; readonly told: Told }>();
  return {
    /** @throws DocumentError where the document has other occupations than the first of its source. */
    refuseUnlessSame: ({ url, sourceId, facts }: AssembledDocument): void => {
      const told = toldBy(facts);
      const known = first.get(sourceId);
      if (known === undefined) first.set(sourceId, { url, told });
      else refuseDifferences(url, told, known);
    },
  };
}

function toldBy(facts: readonly Fact[]): Told {
  return new Map(facts.flatMap(({ table, row }) => (table === "occupation" ? [[row.id, row.title]] : [])));
}

function refuseDifferences(
  url: string,
  told: Told,
  known: { readonly url: string; readonly told: Told },
): void {
  const ids = [...new Set([...known.told.keys(), ...told.keys()])].sort();
  const differing = ids.filter((id) => folded(told.get(id)) !== folded(known.told.get(id)));
  if (differing.length === 0) return;
  const named = (occupations: Told) =>
    differing.slice(0, NAMED).map((id) => `${id} “${occupations.get(id) ?? ""}”`);
  throw new DocumentError({
    url,
    locator: "the whole document",
    expected: `the occupations of ${known.url} (${named(known.told).join(", ")})`,
    found: `${named(told).join(", ")}${differing.length > NAMED ? ` … (${differing.length})` : ""}`,
  });
}

/** Occupations that a refusal names. */
const NAMED = 5;

/** Nothing is the title of an occupation that is not there. */
function folded(title: string | undefined): string {
  return title === undefined ? "" : foldedTitle(title);
}
