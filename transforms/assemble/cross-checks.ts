import type { Fact } from "../model/model.ts";
import type { AssembledDocument, Finding } from "./assemble.ts";
import { type Compared, createPublishedValues } from "./published-values.ts";
import { type CheckCount, compareStatements } from "./statements.ts";

/** What a source that checks others is compared with, by the source's id. */
export type ComparedBySource = Readonly<Record<string, Compared>>;

/** How the checks of a source ended, for the report of a run. */
export type SourceChecks = { readonly sourceId: string; readonly counts: readonly CheckCount[] };

/**
 * Compares sources with one another while their documents pass by: those whose facts are published come first. Kept are
 * the values that a later source speaks of, and nothing else.
 */
export function createCrossChecks(comparedBySource: ComparedBySource) {
  const findings: Finding[] = [];
  const checks: SourceChecks[] = [];
  const published = Object.entries(comparedBySource).map(
    ([sourceId, compared]) => [sourceId, createPublishedValues(compared)] as const,
  );
  return {
    /** @param kept The facts of the document that are published. */
    note: ({ sourceId, statements = [] }: AssembledDocument, kept: readonly Fact[]): void => {
      for (const [checkingId, values] of published) {
        if (checkingId !== sourceId) values.note(kept);
        else if (statements.length > 0) {
          const comparison = compareStatements(values, statements);
          findings.push(...comparison.findings);
          checks.push({ sourceId, counts: comparison.counts });
        }
      }
    },
    findings: (): readonly Finding[] => findings,
    checks: (): readonly SourceChecks[] => checks,
  };
}
