import type { ChangeRule } from "../../../../pipelines/checks/against-last/change-rule.ts";
import { documentFacts } from "../../../../pipelines/checks/against-last/document-facts.ts";
import type { Normalised } from "../../../../transforms/facts.ts";
import type { Fact, FactTable, Row } from "../../../../transforms/model/model.ts";
import { rowOf } from "../../../sinks/small-dataset.ts";

export const ACTORS = "us-ooh/actors";

/** A fact about the actors, unless it names others. */
export function fact<T extends FactTable>(table: T, given: Partial<Row<T>>): Fact {
  return rowOf(table, { occupation_id: ACTORS, ...given } as Partial<Row<T>>) as Fact;
}

export function documentOf(facts: readonly Fact[], edition: string | undefined = "2024-34"): Normalised {
  return { facts, remarks: [], edition };
}

/** What a rule has against the change from one document to the other. */
export function findingsOf({ find }: ChangeRule, before: Normalised, now: Normalised): readonly string[] {
  return find(documentFacts(before), documentFacts(now));
}
