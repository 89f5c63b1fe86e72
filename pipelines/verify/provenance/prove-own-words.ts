import { quoted } from "../../../sources/reading/document-error.ts";
import type { Scalar } from "../../../transforms/facts.ts";
import type { FactTable } from "../../../transforms/model/model.ts";
import type { FactPlace } from "../../fact-places.ts";
import type { Disproof, FactProof, FactRow } from "./fact-proof.ts";
import { type OwnWords, ownWordsOf } from "./own-words.ts";
import type { Proof } from "./proofs.ts";
import { type Found, foundWords } from "./reopened/found.ts";

/** Proofs, and the places that they are about: from … to before …. */
type Span = { readonly proofs: readonly Proof[]; readonly from: number; readonly to: number };

/** Holds the values of a fact against its places, where these have no words in `raw`. */
export function proveOwnWords(
  table: FactTable,
  row: FactRow,
  places: readonly FactPlace[],
  found: readonly Found[],
): Pick<FactProof, "disproofs" | "unproved"> {
  const spans = spansOf(ownWordsOf(table, String(row.source_id)), row, places.length);
  const disproofs = spans
    .filter(({ from, to }) => from >= places.length || places.slice(from, to).some(hasOwnWords))
    .flatMap((span) => disproofsIn(span, row, places, found));
  const isHeld = (index: number) =>
    spans.some(({ proofs, from, to }) => from <= index && index < to && proofs.length > 0);
  const open = places.findIndex((place, index) => hasOwnWords(place) && !isHeld(index));
  return {
    disproofs,
    unproved: open === -1 ? undefined : `no column is known to be the words of place ${open + 1}`,
  };
}

function hasOwnWords({ words }: FactPlace): boolean {
  return words === null;
}

function disproofsIn(
  { proofs, from, to }: Span,
  row: FactRow,
  places: readonly FactPlace[],
  found: readonly Found[],
): Disproof[] {
  const said = together(found.slice(from, to));
  const around = { found, words: places.map(({ words }) => words) };
  return proofs.flatMap((proof) => {
    const value = row[proof.column] ?? null;
    const isProved = said !== undefined && proof.isSaid(value, said, around);
    return isProved ? [] : [disproofOf(proof, value, places[from], said)];
  });
}

/** Which proofs belong to which places. Columns without a value have none, the later ones first. */
function spansOf(known: OwnWords, row: FactRow, count: number): Span[] {
  const kept = [...known];
  for (let at = kept.length - 1; at >= 0 && kept.length > count; at--)
    if (kept[at]?.every(({ column }) => row[column] === null)) kept.splice(at, 1);
  let from = 0;
  return kept.map((proofs) => {
    const over = proofs.some(({ isSpread }) => isSpread) ? Math.max(0, count - kept.length) : 0;
    const span = { proofs, from, to: from + 1 + over };
    from = span.to;
    return span;
  });
}

/** What several places say one after the other. */
function together(found: readonly Found[]): Found | undefined {
  return found.length > 1 ? foundWords(found.map(({ words }) => words).join(" ")) : found[0];
}

function disproofOf(
  { column }: Proof,
  value: Scalar,
  place: FactPlace | undefined,
  found: Found | undefined,
): Disproof {
  return {
    locator: place?.locator ?? "no place at all",
    expected: `${column} ${value === null ? "NULL" : quoted(String(value))}`,
    found: found === undefined ? "no place for it" : quoted(found.words),
  };
}
