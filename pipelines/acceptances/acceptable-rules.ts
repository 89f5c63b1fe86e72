import { CHANGE_RULES } from "../checks/against-last/objections-to-change.ts";
import { VERSION_RULES } from "../checks/against-version/version-rules.ts";
import { CHECKS } from "../checks/checks.ts";
import { FILL_RATES } from "../checks/expectations/fill-rates.ts";
import { MINIMUM_FACTS } from "../checks/expectations/minimum-facts.ts";
import { MINIMUM_DOCUMENTS, VANISHED_DOCUMENTS } from "../refresh/objections.ts";

/** Rules that are looked at in every version: what was let pass of them once is let pass again. */
const STANDING_RULES: ReadonlySet<string> = new Set([
  MINIMUM_DOCUMENTS,
  FILL_RATES.rule,
  MINIMUM_FACTS.rule,
  ...CHECKS.filter(({ severity }) => severity === "error").map(({ rule }) => rule),
]);

/** Rules that compare with what was before: what is let pass is what the next night compares with. */
const SPENT_RULES: readonly string[] = [
  VANISHED_DOCUMENTS,
  ...CHANGE_RULES.map(({ rule }) => rule),
  ...VERSION_RULES.map(({ rule }) => rule),
];

/** Every rule that a person can accept with `--accept`: what it holds back is let pass, and the version says so. */
export const ACCEPTABLE_RULES: readonly string[] = [...new Set([...SPENT_RULES, ...STANDING_RULES])];

/** Whether an acceptance of the rule stands until it no longer matches anything. */
export function isStanding(rule: string): boolean {
  return STANDING_RULES.has(rule);
}
