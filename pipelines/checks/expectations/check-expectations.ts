import type { Kysely } from "kysely";
import type { Source } from "../../../sources/source.ts";
import type { Dataset } from "../../../transforms/model/model.ts";
import type { Ledger } from "../../acceptances/ledger.ts";
import { sourceRefusal } from "../refusal.ts";
import { FILL_RATES, unfilledOf } from "./fill-rates.ts";
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
    const unfilled = await unfilledOf(database, id, expects.filled);
    ledger.judged(FILL_RATES.rule, id);
    const held = unfilled.filter(
      ({ finding }) => ledger.letStand(FILL_RATES.rule, id, finding) === undefined,
    );
    if (held.length > 0)
      throw sourceRefusal(
        id,
        FILL_RATES,
        held.map(({ detail }) => detail),
      );
    if (unfilled.length > 0) broken.add(FILL_RATES.rule);
    if (!isLive) continue;
    const few = await tooFewOf(database, id, expects.minimumFacts ?? {});
    ledger.judged(MINIMUM_FACTS.rule, id);
    const missing = few.filter((finding) => ledger.letStand(MINIMUM_FACTS.rule, id, finding) === undefined);
    if (missing.length > 0) throw sourceRefusal(id, MINIMUM_FACTS, missing);
    if (few.length > 0) broken.add(MINIMUM_FACTS.rule);
  }
  const judged = [FILL_RATES.rule, ...(isLive ? [MINIMUM_FACTS.rule] : [])];
  return judged.filter((rule) => !broken.has(rule));
}
