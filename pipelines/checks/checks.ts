import type { Kysely } from "kysely";
import type { Dataset, Row } from "../../transforms/model/model.ts";
import { RefusedError } from "../errors/refused-error.ts";
import { SourceRefusedError } from "../errors/source-refused-error.ts";
import type { Breach, Check } from "./check.ts";
import { noMarkupInText } from "./no-markup-in-text.ts";
import { percentilesRise } from "./percentiles-rise.ts";
import { projectionsAddUp } from "./projections-add-up.ts";
import { sharesAddUp } from "./shares-add-up.ts";

/** Every rule, in the order of the README. */
export const CHECKS: readonly Check[] = [percentilesRise, sharesAddUp, projectionsAddUp, noMarkupInText];

/**
 * Runs every rule over staged facts.
 *
 * @returns the issues to publish, and the names of the rules that hold.
 * @throws SourceRefusedError where a source breaks a rule of severity error; RefusedError where the breach is nobody's.
 */
export async function runChecks(
  database: Kysely<Dataset>,
): Promise<{ readonly issues: readonly Row<"issue">[]; readonly checks: readonly string[] }> {
  const issues: Row<"issue">[] = [];
  const checks: string[] = [];
  for (const check of CHECKS) {
    const breaches = await check.find(database);
    if (breaches.length > 0 && check.severity === "error") throw refusal(check, breaches);
    if (breaches.length === 0) checks.push(check.rule);
    issues.push(...breaches.map((breach) => ({ rule: check.rule, severity: check.severity, ...breach })));
  }
  return { issues, checks };
}

function refusal({ rule, protects }: Check, breaches: readonly Breach[]): Error {
  const [first] = breaches;
  const sourceId = first?.source_id ?? null;
  const own = breaches.filter((breach) => breach.source_id === sourceId);
  const examples = own.slice(0, 3).map(({ occupation_id, message }) => `${occupation_id}: ${message}`);
  const broken = `The rule ${rule} is broken in ${own.length} places${sourceId === null ? "" : ` of ${sourceId}`}.`;
  const words = `${broken} ${examples.join(" ")} ${protects} Look at these documents with \`occupations archive show\`, and mend their reader.`;
  return sourceId === null
    ? new RefusedError(`${words} Nothing was published.`, rule)
    : new SourceRefusedError(sourceId, words);
}
