import type { Normalised } from "../../../transforms/facts.ts";
import type { ChangeRule } from "./change-rule.ts";
import { documentFacts } from "./document-facts.ts";
import { editionJumps } from "./edition-jumps.ts";
import { editionsGoBack } from "./editions-go-back.ts";
import { gainedFigures } from "./gained-figures.ts";
import { jumpingValues } from "./jumping-values.ts";
import { lostFigures } from "./lost-figures.ts";
import { lostText } from "./lost-text.ts";
import { movedText } from "./moved-text.ts";
import { vanishedOccupations } from "./vanished-occupations.ts";

/** Every rule of a document against its last good copy, in the order of the README. */
export const CHANGE_RULES: readonly ChangeRule[] = [
  lostFigures,
  gainedFigures,
  lostText,
  movedText,
  vanishedOccupations,
  jumpingValues,
  editionJumps,
  editionsGoBack,
];

/** What a rule has against the change of a document. */
export type Objection = { readonly rule: string; readonly findings: readonly string[] };

/** Why a document must not take the place of its last good copy; empty where it may. */
export function objectionsToChange(before: Normalised, now: Normalised): Objection[] {
  const [old, current] = [documentFacts(before), documentFacts(now)];
  return CHANGE_RULES.map(({ rule, find }) => ({ rule, findings: find(old, current) })).filter(
    ({ findings }) => findings.length > 0,
  );
}
