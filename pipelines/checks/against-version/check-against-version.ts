import type { Ledger } from "../../acceptances/ledger.ts";
import { sourceRefusal } from "../refusal.ts";
import type { VersionOutline } from "./version-outline.ts";
import { sourceChanges } from "./version-rule.ts";
import { VERSION_RULES } from "./version-rules.ts";

/**
 * Measures the facts of each source by the last version.
 *
 * @returns the names of the rules that hold.
 * @throws SourceRefusedError where a source lost something and no person lets it pass.
 */
export function checkAgainstVersion(
  before: VersionOutline,
  now: VersionOutline,
  replacesDocuments: (sourceId: string) => boolean,
  ledger: Ledger,
): string[] {
  const changes = sourceChanges(before, now, replacesDocuments);
  const broken = new Set<string>();
  for (const change of changes)
    for (const rule of VERSION_RULES) {
      const findings = rule.find(change);
      if (findings.length === 0) continue;
      if (ledger.letPass(rule.rule, change.sourceId, findings) === undefined)
        throw sourceRefusal(change.sourceId, rule, findings);
      broken.add(rule.rule);
    }
  return VERSION_RULES.map(({ rule }) => rule).filter((rule) => !broken.has(rule));
}
