import type { FactProof, FactRow } from "../../../../pipelines/verify/provenance/fact-proof.ts";
import { proveFact } from "../../../../pipelines/verify/provenance/prove-fact.ts";
import { reopenDocument } from "../../../../pipelines/verify/provenance/reopened/reopen-document.ts";
import type { DocumentBytes } from "../../../../sources/source.ts";
import type { Fact } from "../../../../transforms/model/model.ts";

/** What is wrong with facts, held against the document that they were read from: nothing where all of them are proved. */
export function unprovedFacts(document: DocumentBytes, facts: readonly Fact[]): string[] {
  const find = reopenDocument(document);
  return facts.flatMap(({ table, row }) => complaints(table, proveFact(table, row as FactRow, find)));
}

function complaints(table: string, { disproofs, unproved }: FactProof): string[] {
  return [
    ...disproofs.map(({ locator, expected, found }) => `${table} at ${locator}: ${expected}, not ${found}`),
    ...(unproved === undefined ? [] : [`${table}: ${unproved}`]),
  ];
}
