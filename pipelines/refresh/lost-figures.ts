import type { Normalised } from "../../transforms/facts.ts";
import type { FactTable } from "../../transforms/model/model.ts";

/** The rule that a person can accept with `--accept`. */
export const LOST_FIGURES = "lost-figures";

/** Tables of figures: rows of them do not go away while the edition stays the same. */
const FIGURES: readonly FactTable[] = ["wage", "employment", "employer_share", "projection", "requirement"];

/**
 * The tables of which a document has fewer rows than its last good copy of the same edition: rows that a redesign hid
 * from the reader look just like rows that the publisher took back, so a person decides.
 */
export function lostFigures(before: Normalised, now: Normalised): string[] {
  if (before.edition !== now.edition) return [];
  const count = ({ facts }: Normalised, table: FactTable) =>
    facts.filter((fact) => fact.table === table).length;
  return FIGURES.filter((table) => count(now, table) < count(before, table)).map(
    (table) => `${count(now, table)} rows of ${table} instead of ${count(before, table)}`,
  );
}
