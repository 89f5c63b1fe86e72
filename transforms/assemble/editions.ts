import { provenance } from "../model/columns.ts";
import type { Fact } from "../model/model.ts";
import { type AssembledDocument, type Finding, keyOf } from "./assemble.ts";

/**
 * Editions of one source that stand side by side. A revised edition, which comes first, has the word over the provisional
 * one; what the later document says otherwise is counted.
 */
export function createEditions() {
  let sourceId = "";
  const said = new Map<string, string>();
  const superseded: Finding[] = [];
  return {
    /** The facts of a document that no document before it has told. */
    firstWords: (
      document: AssembledDocument,
      facts: readonly Fact[],
      isShared: (fact: Fact) => boolean,
    ): Fact[] => {
      if (document.sourceId !== sourceId) said.clear();
      sourceId = document.sourceId;
      let differing = 0;
      const first = facts.filter((fact) => {
        if (isShared(fact)) return true;
        const key = keyOf(fact);
        const words = wordsOf(fact);
        const known = said.get(key);
        if (known === undefined) said.set(key, words);
        else if (known !== words) differing++;
        return known === undefined;
      });
      if (differing > 0) superseded.push(findingOf(document, differing));
      return first;
    },
    findings: (): readonly Finding[] => superseded,
  };
}

function wordsOf({ row }: Fact): string {
  return JSON.stringify(Object.entries(row).map(([column, value]) => (column in provenance ? null : value)));
}

function findingOf({ url, sourceId, captureId }: AssembledDocument, count: number): Finding {
  return {
    rule: "superseded-figures",
    severity: "info",
    source_id: sourceId,
    occupation_id: null,
    capture_id: captureId,
    message: `${count} figures of ${url} are told otherwise by an edition that replaces it; the newer ones are kept.`,
  };
}
