import type { Kysely } from "kysely";
import type { FillRates, Source } from "../../../sources/source.ts";
import type { Dataset } from "../../../transforms/model/model.ts";
import type { Ledger } from "../../acceptances/ledger.ts";
import { sourceRefusal } from "../refusal.ts";
import { FILL_RATES, type Unfilled, unfilledOf } from "./fill-rates.ts";
import { MINIMUM_FACTS, tooFewOf } from "./minimum-facts.ts";

/** What the expectations hold for. */
export type Occasion = {
  /** The dozen pages of the sample are the odd ones. */
  readonly isSample: boolean;
  /** Minima hold for the publisher's own addresses. */
  readonly isLive: boolean;
};

/**
 * Holds each source to what it declares beside itself.
 *
 * @returns the names of the rules that hold.
 * @throws SourceRefusedError where a source gives less, and no person lets that pass.
 */
export async function checkExpectations(
  database: Kysely<Dataset>,
  sources: readonly Source[],
  { isSample, isLive }: Occasion,
  ledger: Ledger,
): Promise<string[]> {
  if (isSample) return [];
  const broken = new Set<string>();
  for (const { id, expects } of sources) {
    const unfilled = await allUnfilled(database, id, expects.filled);
    if (refuseUnlessLetPass(FILL_RATES, id, unfilled, ledger)) broken.add(FILL_RATES.rule);
    if (!isLive) continue;
    const few = await tooFewOf(database, id, expects.minimumFacts ?? {});
    if (refuseUnlessLetPass(MINIMUM_FACTS, id, few, ledger)) broken.add(MINIMUM_FACTS.rule);
  }
  const judged = [FILL_RATES.rule, ...(isLive ? [MINIMUM_FACTS.rule] : [])];
  return judged.filter((rule) => !broken.has(rule));
}

/** @returns whether the rule is broken, and that is let pass. @throws SourceRefusedError where it is not let pass. */
function refuseUnlessLetPass(
  rule: typeof FILL_RATES | typeof MINIMUM_FACTS,
  sourceId: string,
  found: readonly Unfilled[],
  ledger: Ledger,
): boolean {
  ledger.judged(rule.rule, sourceId);
  const held = found.filter(({ finding }) => ledger.letStand(rule.rule, sourceId, finding) === undefined);
  if (held.length === 0) return found.length > 0;
  throw sourceRefusal(
    sourceId,
    rule,
    held.map(({ detail }) => detail),
  );
}

async function allUnfilled(
  database: Kysely<Dataset>,
  sourceId: string,
  filled: readonly FillRates[],
): Promise<Unfilled[]> {
  const found: Unfilled[] = [];
  for (const rates of filled) found.push(...(await unfilledOf(database, sourceId, rates)));
  return found;
}
