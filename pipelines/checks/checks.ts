import type { Kysely } from "kysely";
import type { Dataset, Row } from "../../transforms/model/model.ts";
import type { Ledger } from "../acceptances/ledger.ts";
import type { LetPass } from "../acceptances/let-pass.ts";
import { RefusedError } from "../errors/refused-error.ts";
import type { Breach, Check } from "./check.ts";
import { hourlyAgreesWithYearly } from "./hourly-agrees-with-yearly.ts";
import { idsAreUnique } from "./ids-are-unique.ts";
import { noEmptyText } from "./no-empty-text.ts";
import { noMarkupInText } from "./no-markup-in-text.ts";
import { percentAgrees } from "./percent-agrees.ts";
import { percentilesRise } from "./percentiles-rise.ts";
import { projectionsAddUp } from "./projections-add-up.ts";
import { sourceRefusal } from "./refusal.ts";
import { sharesAddUp } from "./shares-add-up.ts";
import { sharesComplete } from "./shares-complete.ts";
import { weeklyAgreesWithHourly } from "./weekly-agrees-with-hourly.ts";

/** Every rule, in the order of the README. */
export const CHECKS: readonly Check[] = [
  percentilesRise,
  hourlyAgreesWithYearly,
  weeklyAgreesWithHourly,
  sharesAddUp,
  sharesComplete,
  projectionsAddUp,
  percentAgrees,
  idsAreUnique,
  noEmptyText,
  noMarkupInText,
];

/** What the rules have to say: issues to publish, and the names of the rules that hold. */
export type Checked = { readonly issues: readonly Row<"issue">[]; readonly checks: readonly string[] };

/**
 * Runs every rule over staged facts.
 *
 * @throws SourceRefusedError where a source breaks a rule of severity error and no person has let that pass; RefusedError
 * where the breach is nobody's.
 */
export async function runChecks(database: Kysely<Dataset>, ledger: Ledger): Promise<Checked> {
  const sources = await database.selectFrom("source").select("id").orderBy("id").execute();
  const issues: Row<"issue">[] = [];
  const checks: string[] = [];
  for (const check of CHECKS) {
    const breaches = await check.find(database);
    for (const { id } of sources) ledger.judged(check.rule, id);
    if (breaches.length === 0) checks.push(check.rule);
    issues.push(
      ...(check.severity === "error" ? letStand(check, breaches, ledger) : breaches.map(asIssue(check))),
    );
  }
  return { issues, checks };
}

function asIssue({ rule, severity }: Check): (breach: Breach) => Row<"issue"> {
  return (breach) => ({ rule, severity, ...breach });
}

/** The breaches that a person has let pass, as issues. */
function letStand(check: Check, breaches: readonly Breach[], ledger: Ledger): Row<"issue">[] {
  const told = breaches.map((breach) => ({ breach, word: wordFor(check, breach, ledger) }));
  const held = told.filter(({ word }) => word === undefined).map(({ breach }) => breach);
  if (held.length > 0) throw refusal(check, held);
  return told.map(({ breach, word }) => ({
    ...{ rule: check.rule, severity: "warning" as const, ...breach },
    message: word === undefined ? breach.message : `${breach.message} ${letPassWords(word)}`,
  }));
}

function wordFor({ rule }: Check, breach: Breach, ledger: Ledger): LetPass | undefined {
  return breach.source_id === null ? undefined : ledger.letStand(rule, breach.source_id, findingOf(breach));
}

function findingOf({ occupation_id, message }: Breach): string {
  return occupation_id === null ? message : `${occupation_id}: ${message}`;
}

/** "Let pass by Ada on 2026-11-21: the publisher confirms it." */
export function letPassWords({ acceptedBy, acceptedAt, reason }: LetPass): string {
  return `Let pass by ${acceptedBy ?? "somebody"} on ${acceptedAt.slice(0, 10)}: ${reason}`;
}

function refusal(check: Check, held: readonly Breach[]): Error {
  const sourceId = held[0]?.source_id ?? null;
  const own = held.filter((breach) => breach.source_id === sourceId).map(findingOf);
  if (sourceId !== null) return sourceRefusal(sourceId, check, own);
  return new RefusedError(
    `The rule ${check.rule} is broken in ${own.length} places. ${own.slice(0, 3).join(" ")} ${check.protects} Nothing was published.`,
    check.rule,
  );
}
