import type { Remark } from "../sources/source.ts";
import { type Fact, type FactTable, model, type Row } from "./model/model.ts";

/** Something to say about a version; the message names no place that moves when only the page around it changes. */
export type Finding = Row<"issue">;

/** Puts the facts of many documents together, document by document, in the order of their addresses. */
export type Assembly = {
  /** The facts of one document that are new: what several documents say alike is kept once. */
  readonly add: (document: AssembledDocument) => readonly Fact[];
  /** What was found on the way, when all documents are in. */
  readonly findings: () => readonly Finding[];
};

export type AssembledDocument = {
  readonly url: string;
  readonly sourceId: string;
  readonly captureId: string;
  readonly facts: readonly Fact[];
  readonly remarks: readonly Remark[];
};

/** Tables in which several documents may say the same thing: a code, an industry, a name. */
const SHARED: ReadonlySet<FactTable> = new Set(["occupation", "occupation_name", "relation", "industry"]);

/** Remarks that nobody needs to act on. */
const GOOD_TO_KNOW: ReadonlySet<string> = new Set([
  "repeated-element",
  "page-dates-differ",
  "no-wages-by-industry",
]);

/** `profiles`: the ids of all profiles that this version will have; links to others lead nowhere yet. */
export function createAssembly(profiles: ReadonlySet<string>): Assembly {
  const seen = new Map<string, string>();
  const remarks = new Map<string, { readonly finding: Finding; count: number }>();
  const dangling = new Map<string, Fact>();
  const names = new Map<string, Finding>();
  const isNew = (fact: Fact): boolean => {
    if (!SHARED.has(fact.table)) return true;
    const key = keyOf(fact);
    const title = fact.table === "occupation" ? fact.row.title : "";
    const known = seen.get(key);
    if (known === undefined) seen.set(key, title);
    else if (known !== title && fact.table === "occupation") names.set(key, differentTitle(fact.row, known));
    return known === undefined;
  };
  const leadsSomewhere = (fact: Fact): boolean => {
    const target = targetOf(fact);
    if (target === undefined || !target.startsWith("us-ooh/") || profiles.has(target)) return true;
    if (!dangling.has(target)) dangling.set(target, fact);
    return false;
  };
  return {
    add: (document) => {
      for (const remark of document.remarks) count(remarks, remark.rule, () => remarkOn(document, remark));
      return document.facts.filter((fact) => leadsSomewhere(fact) && isNew(fact));
    },
    findings: () => [
      ...[...remarks.values()].map(({ finding, count }) => ({
        ...finding,
        message: `${finding.message} (${count} ${count === 1 ? "place" : "places"} in all)`,
      })),
      ...missingTargets(dangling),
      ...names.values(),
    ],
  };
}

function keyOf({ table, row }: Fact): string {
  const values = row as Readonly<Record<string, unknown>>;
  return JSON.stringify([table, ...model[table].key.map((column) => values[column])]);
}

/** The profile that a fact points at, or is about, where its own document does not describe it. */
function targetOf(fact: Fact): string | undefined {
  if (fact.table === "relation") return fact.row.to_id;
  return fact.table === "occupation_name" ? fact.row.occupation_id : undefined;
}

function count(
  findings: Map<string, { readonly finding: Finding; count: number }>,
  key: string,
  first: () => Finding,
): void {
  const known = findings.get(key);
  if (known === undefined) findings.set(key, { finding: first(), count: 1 });
  else known.count++;
}

function remarkOn({ url, sourceId, captureId }: AssembledDocument, { rule, message }: Remark): Finding {
  return {
    rule,
    severity: GOOD_TO_KNOW.has(rule) ? "info" : "warning",
    source_id: sourceId,
    occupation_id: null,
    capture_id: captureId,
    message: `${url}: ${message}`,
  };
}

function missingTargets(dangling: ReadonlyMap<string, Fact>): Finding[] {
  const [first] = dangling.values();
  if (first === undefined) return [];
  const targets = [...dangling.keys()].sort();
  return [
    {
      rule: "link-to-unknown-profile",
      severity: "info",
      source_id: first.row.source_id,
      occupation_id: null,
      capture_id: first.row.capture_id,
      message: `Documents lead to ${targets.length} profiles that this version does not have; these links are left out: ${targets.join(", ")}.`,
    },
  ];
}

function differentTitle({ id, source_id, capture_id, title }: Row<"occupation">, known: string): Finding {
  return {
    rule: "titles-differ",
    severity: "info",
    source_id,
    occupation_id: id,
    capture_id,
    message: `One document calls it “${known}”, another “${title}”; the first is kept.`,
  };
}
