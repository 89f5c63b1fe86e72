import { CHANGE_RULES } from "../checks/against-last/objections-to-change.ts";
import { VANISHED_DOCUMENTS } from "../refresh/objections.ts";

/** Every rule that a person can accept with `--accept`: what it holds back is let pass, and the version says so. */
export const ACCEPTABLE_RULES: readonly string[] = [
  VANISHED_DOCUMENTS,
  ...CHANGE_RULES.map(({ rule }) => rule),
];

/** Whether an acceptance of the rule stands until it no longer matches anything. */
export function isStanding(_rule: string): boolean {
  return false;
}
