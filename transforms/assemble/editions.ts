import { provenance } from "../model/columns.ts";
import { type Fact, model } from "../model/model.ts";
import type { AssembledDocument, Finding } from "./assemble.ts";

/**
 * Editions of one source that stand side by side. A revised edition, which comes first, has the word over the provisional
 * one; what the later document says otherwise is counted.
 */
export function createEditions() {
  let sourceId = "";
  const said = new Map<string, number>();
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
        const words = digestOf(fact);
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

/** Hundreds of thousands of keys are held at a time: each is as short as it can be. */
function keyOf({ table, row }: Fact): string {
  const values = row as Readonly<Record<string, unknown>>;
  let key: string = table;
  for (const column of model[table].key) key += `\u0001${values[column] ?? ""}`;
  return key;
}

/** FNV-1a over what a fact says: enough to count the figures that differ. */
function digestOf({ row }: Fact): number {
  let hash = 0x811c9dc5;
  for (const [column, value] of Object.entries(row)) {
    if (column in provenance) continue;
    const words = `${value}\u0001`;
    for (let at = 0; at < words.length; at++) hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193);
  }
  return hash;
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
