import { createHash } from "node:crypto";
import type { SnapshotWriter } from "../../sinks/sqlite.ts";
import type { Capture } from "../../sources/archive/capture.ts";
import { DocumentError } from "../../sources/reading/document-error.ts";
import { createAssembly } from "../../transforms/assemble.ts";
import type { Row } from "../../transforms/model/model.ts";
import { RefusedError } from "../errors/refused-error.ts";
import type { ChosenDocument, Decision } from "./decide.ts";
import type { Passage } from "./passage.ts";
import type { Progress } from "./progress.ts";

/** A source with what it gives to the version. */
export type Contribution = Pick<Passage, "registered" | "reader" | "isSample"> & {
  readonly decision: Exclude<Decision, { state: "absent" }>;
  /** Documents in the order of their addresses. */
  readonly documents: readonly ChosenDocument[];
};

/** How many facts each source gave. */
export type FactCounts = Map<string, number>;

/** A digest of all that a version is made from: equal inputs make equal facts. */
export function inputsOf(contributions: readonly Contribution[], program: string): string {
  const digest = createHash("sha256").update(program);
  for (const { registered, decision, documents } of contributions) {
    digest.update(`\n${registered.source.id} ${decision.state} ${JSON.stringify(messagesOf(decision))}`);
    for (const { address, capture } of documents) digest.update(`\n${address.url} ${capture.sha256}`);
  }
  return digest.digest("hex");
}

function messagesOf({ findings }: Contribution["decision"]): readonly string[] {
  return findings.map(({ rule, message }) => `${rule} ${message}`);
}

/** Writes the facts of all sources, document by document: memory holds one document at a time. */
export function buildFacts(
  contributions: readonly Contribution[],
  writer: SnapshotWriter,
  progress: Progress,
  counts: FactCounts,
): void {
  const assembly = createAssembly(profilesOf(contributions));
  for (const contribution of contributions) {
    const { source } = contribution.registered;
    const editions = new Set<string>();
    let facts = 0;
    progress.begin(`building ${source.id}`, contribution.documents.length);
    for (const { address, capture } of contribution.documents) {
      const normalised = factsOf(contribution, address, capture);
      if (normalised.edition !== undefined) editions.add(normalised.edition);
      writer.insert("capture", captureRow(capture));
      const document = { url: address.url, sourceId: source.id, captureId: capture.id, ...normalised };
      for (const fact of assembly.add(document)) {
        // Validated when the document was read.
        writer.insert(fact.table, fact.row, true);
        facts++;
      }
      progress.tick(address.url);
    }
    progress.end();
    counts.set(source.id, facts);
    writer.insert("source", sourceRow(contribution, [...editions].sort()));
    for (const finding of [...contribution.decision.findings, ...mixedEditions(source.id, editions)])
      writer.insert("issue", finding);
  }
  for (const finding of assembly.findings()) writer.insert("issue", finding);
}

function profilesOf(contributions: readonly Contribution[]): Set<string> {
  const ids = contributions.flatMap(({ registered: { source }, documents }) =>
    documents.flatMap(({ address }) => {
      const code = source.codeOf(address);
      return code === undefined ? [] : [`${source.id}/${code}`];
    }),
  );
  return new Set(ids);
}

/** A document that was good when it was gathered, or published before, is good still, unless the program has changed. */
function factsOf({ reader, registered }: Contribution, address: ChosenDocument["address"], capture: Capture) {
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

function captureRow(capture: Capture): Row<"capture"> {
  return {
    id: capture.id,
    source_id: capture.sourceId,
    url: capture.url,
    fetched_at: capture.fetchedAt,
    status: capture.status,
    media_type: capture.mediaType,
    bytes: capture.bytes,
    sha256: capture.sha256,
    etag: capture.etag ?? null,
    last_modified: capture.lastModified ?? null,
    acquired_by: capture.acquiredBy,
  };
}

function sourceRow(
  { registered: { source }, decision, documents, isSample }: Contribution,
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
    state: isSample ? "sample" : decision.state,
    fetched_at: fetched.at(-1) ?? "",
  };
}

/** While a publisher is putting a new edition online, its pages belong to two. */
function mixedEditions(source_id: string, editions: ReadonlySet<string>): Row<"issue">[] {
  if (editions.size < 2) return [];
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
