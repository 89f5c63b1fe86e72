import type { ChangeRule } from "./change-rule.ts";
import type { DocumentFacts } from "./document-facts.ts";

/** A new edition may lawfully have other codes; what it loses is looked at when all documents are in (vanished-ids). */
export const vanishedOccupations: ChangeRule = {
  rule: "vanished-occupations",
  protects: "Consumers hold on to ids: one that a document no longer describes must not go by accident.",
  find: (before, now) => {
    if (before.edition !== now.edition) return [];
    const still = occupationsOf(now);
    return [...occupationsOf(before)]
      .filter((id) => !still.has(id))
      .map((id) => `${id} is no longer described`);
  },
};

function occupationsOf({ facts }: DocumentFacts): ReadonlySet<string> {
  return new Set(facts.flatMap((fact) => (fact.table === "occupation" ? [fact.row.id] : [])));
}
