import { RowError } from "../../sinks/sqlite/insert-row.ts";
import type { SnapshotWriter } from "../../sinks/sqlite.ts";
import { DocumentError } from "../../sources/reading/document-error.ts";
import { type Assembly, createAssembly } from "../../transforms/assemble/assemble.ts";
import type { SourceChecks } from "../../transforms/assemble/cross-checks.ts";
import type { Normalised } from "../../transforms/facts.ts";
import type { Fact, Row } from "../../transforms/model/model.ts";
import { RefusedError } from "../errors/refused-error.ts";
import { SourceRefusedError } from "../errors/source-refused-error.ts";
import type { Progress } from "../refresh/progress.ts";
import { SOURCES } from "../registry.ts";
import { captureRow } from "./capture-row.ts";
import type { ChosenDocument, Contribution } from "./contribution.ts";
import { deriveEquivalents } from "./derive-equivalents.ts";
import { type Comparison, reconcile } from "./reconcile.ts";
import { settleReferences } from "./settle-references.ts";

/** How many facts each source gave. */
export type FactCounts = Map<string, number>;

/**
 * Writes the facts of all sources, document by document: memory holds one document at a time.
 *
 * @throws SourceRefusedError where a source does not fit the others.
 */
export function buildFacts(
  contributions: readonly Contribution[],
  writer: SnapshotWriter,
  progress: Progress,
  counts: FactCounts,
): readonly Comparison[] {
  const assembly = createAssembly(COMPARED);
  const keep = (fact: Fact): void => {
    // Validated when the document was read.
    writer.insert(fact.table, fact.row, true);
    const { source_id } = fact.row;
    counts.set(source_id, (counts.get(source_id) ?? 0) + 1);
  };
  counts.clear();
  for (const contribution of contributions) {
    const { source } = contribution.registered;
    const editions = new Set<string>();
    progress.begin(`building ${source.id}`, contribution.documents.length);
    for (const chosen of contribution.documents) {
      const normalised = understood(contribution, chosen);
      if (normalised.edition !== undefined) editions.add(normalised.edition);
      writer.insert("capture", captureRow(chosen.capture));
      addFacts(assembly, contribution, chosen, normalised, keep);
      progress.tick(chosen.address.url);
    }
    progress.end();
    writer.insert("source", sourceRow(contribution, [...editions].sort()));
    for (const finding of [...contribution.findings, ...mixedEditions(source, editions)])
      writer.insert("issue", finding);
  }
  const settled = assembly.settle();
  for (const fact of settled.facts) keep(fact);
  const derived = deriveEquivalents(writer);
  if (derived > 0) counts.set("crosswalk", (counts.get("crosswalk") ?? 0) + derived);
  const { findings, removed } = settleReferences(writer.connection);
  for (const [sourceId, count] of removed) counts.set(sourceId, (counts.get(sourceId) ?? 0) - count);
  const reconciled = reconcile(writer.connection);
  for (const finding of [...settled.findings, ...findings, ...reconciled.findings])
    writer.insert("issue", finding);
  return [...assembly.checks().flatMap(comparisonsOf), ...reconciled.comparisons];
}

/** What a source that says others' facts again is compared with. */
const COMPARED = Object.fromEntries(
  SOURCES.flatMap(({ source, compares }) => (compares === undefined ? [] : [[source.id, compares]])),
);

function comparisonsOf({ sourceId, counts }: SourceChecks): Comparison[] {
  return counts.map(({ table, check, compared, agreeing, differing }) => ({
    ...{ published_by: "us-ooh", compared_with: sourceId, check: `${table}.${check}` },
    ...{ compared, agreeing, differing },
  }));
}

/** @throws SourceRefusedError where the document lacks what it must have, or says what another has said otherwise. */
function addFacts(
  assembly: Assembly,
  { registered: { source } }: Contribution,
  { address, capture }: ChosenDocument,
  normalised: Normalised,
  keep: (fact: Fact) => void,
): void {
  const document = {
    ...{ url: address.url, sourceId: source.id, captureId: capture.id, ...normalised },
    ...{ isEdition: source.series !== undefined, mustCover: source.expects.everyUnitOf },
    mustAgree: source.expects.sameOccupations === true,
  };
  try {
    for (const fact of assembly.add(document)) keep(fact);
  } catch (error) {
    if (error instanceof DocumentError) throw new SourceRefusedError(source.id, error.message, error);
    if (error instanceof RowError)
      throw new SourceRefusedError(
        source.id,
        `${address.url} does not fit the other documents: ${error.message}`,
        error,
      );
    throw error;
  }
}

/** A document that was good when it was gathered, or published before, is good still, unless the program has changed. */
function understood({ reader, registered }: Contribution, { address, capture }: ChosenDocument): Normalised {
  try {
    return reader.facts(address, capture);
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    throw new RefusedError(
      `${registered.source.id} cannot be built: ${error.message} The last good copy of this document is no longer understood by this version of the program; nothing was published. Mend the reader, or go back to the program before.`,
      "unreadable-last-good",
    );
  }
}

function sourceRow(
  { registered: { source }, standing, documents }: Contribution,
  editions: readonly string[],
): Row<"source"> {
  const fetched = documents.map(({ capture }) => capture.fetchedAt).sort();
  return {
    id: source.id,
    title: source.title,
    publisher: source.publisher,
    country: source.country,
    url: source.url,
    licence: source.licence,
    licence_url: source.licenceUrl,
    attribution: source.attribution,
    edition: editions.at(-1) ?? null,
    state: standing.state,
    fetched_at: fetched.at(-1) ?? "",
    state_since: standing.since,
    state_reason: standing.reason,
  };
}

/** While a publisher is putting a new edition online, its pages belong to two. */
function mixedEditions(
  { id: source_id, series }: Contribution["registered"]["source"],
  editions: ReadonlySet<string>,
): Row<"issue">[] {
  if (editions.size < 2 || series !== undefined) return [];
  const message = `Documents of ${[...editions].sort().join(" and ")} stand side by side: the publisher is in the middle of an update, or some documents were carried forward.`;
  return [
    {
      rule: "mixed-editions",
      severity: "warning",
      source_id,
      occupation_id: null,
      capture_id: null,
      message,
    },
  ];
}
