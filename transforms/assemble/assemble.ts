import type { Remark } from "../../sources/source.ts";
import type { CodeMention, Statement } from "../facts.ts";
import { type Fact, type FactTable, model, type Row } from "../model/model.ts";
import { type Classifications, createClassifications } from "./classifications.ts";
import { type ComparedBySource, createCrossChecks, type SourceChecks } from "./cross-checks.ts";
import { createEditions } from "./editions.ts";
import { coveredBy } from "./mentions.ts";
import { createRemarks } from "./remarks.ts";
import { createSameOccupations } from "./same-occupations.ts";
import { foldedTitle } from "./titles.ts";

/** Something to say about a version; the message names no place that moves when only the page around it changes. */
export type Finding = Row<"issue">;

/** Puts the facts of many documents together, document by document, in the order of their precedence. */
export type Assembly = {
  /**
   * The facts of one document that are new: what several documents say alike is kept once.
   *
   * @throws DocumentError where it lacks what a document of its source must have.
   */
  readonly add: (document: AssembledDocument) => readonly Fact[];
  /** What can be told when all documents are in. */
  readonly settle: () => { readonly facts: readonly Fact[]; readonly findings: readonly Finding[] };
  /** How the sources that say others' facts again agree with them, so far. */
  readonly checks: () => readonly SourceChecks[];
};

export type AssembledDocument = {
  readonly url: string;
  readonly sourceId: string;
  readonly captureId: string;
  readonly facts: readonly Fact[];
  readonly remarks: readonly Remark[];
  readonly mentions?: readonly CodeMention[];
  readonly statements?: readonly Statement[];
  /** Other documents of the source may tell the same figures: the first one has the word. */
  readonly isEdition: boolean;
  /** The classification that it must have figures for, unit group by unit group, where it has any for one. */
  readonly mustCover: string | undefined;
  /** It must tell the occupations that the first document of its source tells, under the same titles. */
  readonly mustAgree?: boolean;
};

/** Tables in which several documents may say the same thing: a code, an industry, a name. */
const SHARED: ReadonlySet<FactTable> = new Set(["occupation", "occupation_name", "relation", "industry"]);

export function createAssembly(comparedBySource: ComparedBySource = {}): Assembly {
  const shared = new Map<string, string>();
  const titles = new Map<string, Finding>();
  const classifications = createClassifications();
  const editions = createEditions();
  const sameOccupations = createSameOccupations();
  const remarks = createRemarks();
  const crossChecks = createCrossChecks(comparedBySource);
  const mentions: CodeMention[] = [];
  const isNew = (fact: Fact): boolean => {
    if (!SHARED.has(fact.table)) return true;
    const key = keyOf(fact);
    const title = fact.table === "occupation" ? fact.row.title : "";
    const known = shared.get(key);
    if (known === undefined) shared.set(key, title);
    else if (
      fact.table === "occupation" &&
      title !== fact.row.code &&
      foldedTitle(known) !== foldedTitle(title)
    )
      titles.set(key, differentTitle(fact.row, known));
    return known === undefined;
  };
  return {
    add: (document) => {
      refuseUnlessComplete(document, classifications);
      if (document.mustAgree === true) sameOccupations.refuseUnlessSame(document);
      for (const remark of document.remarks) remarks.count(document, remark);
      mentions.push(...(document.mentions ?? []));
      const facts = document.facts.filter(isNew);
      classifications.note(facts);
      const kept = document.isEdition
        ? editions.firstWords(document, facts, (fact) => SHARED.has(fact.table))
        : facts;
      crossChecks.note(document, kept);
      return kept;
    },
    settle: () => {
      const covered = coveredBy(mentions, classifications);
      const facts = covered.facts.filter(isNew);
      const findings = [
        ...remarks.findings(),
        ...covered.findings,
        ...editions.findings(),
        ...crossChecks.findings(),
        ...titles.values(),
      ];
      return { facts, findings };
    },
    checks: crossChecks.checks,
  };
}

export function keyOf({ table, row }: Fact): string {
  const values = row as Readonly<Record<string, unknown>>;
  return JSON.stringify([table, ...model[table].key.map((column) => values[column])]);
}

function refuseUnlessComplete(document: AssembledDocument, classifications: Classifications): void {
  if (document.mustCover !== undefined) classifications.refuseUnlessCovered(document, document.mustCover);
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
