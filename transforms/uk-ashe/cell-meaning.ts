import type { AsheCell } from "../../sources/uk-ashe/ashe-extract.ts";
import type { Place } from "../provenance.ts";
import type { PlacedCell } from "./book.ts";

/** What the markers mean, by the key of the workbook: unreliable and disclosive figures exist and are withheld. */
const QUALIFIER_OF = {
  x: "suppressed",
  "..": "suppressed",
  ":": "not-published",
  // “nil or negligible” is not zero.
  "-": "not-published",
  ".": "not-published",
} as const;

/** A figure, or why there is none. */
export function figureIn(cell: AsheCell): {
  value: number | null;
  qualifier: "exact" | "suppressed" | "not-published";
} {
  if (typeof cell === "number") return { value: cell, qualifier: "exact" };
  return { value: null, qualifier: cell === null ? "not-published" : QUALIFIER_OF[cell] };
}

/** The published words are the value itself, or a marker. */
export function placeOf({ cell, at }: PlacedCell): Place {
  return { at, raw: typeof cell === "number" ? null : cell };
}

/** A coefficient of variation in percent; null where it is not told. */
export function relativeErrorIn(quality: PlacedCell | undefined): number | null {
  return typeof quality?.cell === "number" ? quality.cell : null;
}
