import { objectionsToChange } from "../../../pipelines/checks/against-last/objections-to-change.ts";
import type { Normalised } from "../../../transforms/facts.ts";

/** What a later night has against a document that has a last good copy; empty where it takes its place. */
export function againstLastGood(before: Normalised, now: Normalised): string[] {
  return objectionsToChange(before, now).flatMap(({ rule, findings }) =>
    findings.map((finding) => `${rule}: ${finding}`),
  );
}
