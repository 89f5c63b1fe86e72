import type { Capture } from "../../sources/archive/capture.ts";
import type { DocumentAddress, Source } from "../../sources/source.ts";
import type { Row } from "../../transforms/model/model.ts";
import { type Gathered, type GatheredDocument, isPassing } from "./gathered.ts";
import { isLive, type RefreshSettings } from "./settings.ts";

/** A document that goes into the version. */
export type ChosenDocument = { readonly address: DocumentAddress; readonly capture: Capture };

/** What of a source goes into the version, and why. */
export type Decision =
  | {
      readonly state: "fresh" | "carried-forward";
      readonly documents: readonly ChosenDocument[];
      readonly findings: readonly Row<"issue">[];
      /** Why something was carried forward or left out; for the operator. */
      readonly reasons: readonly string[];
    }
  | {
      readonly state: "absent";
      readonly reasons: readonly string[];
      readonly findings: readonly Row<"issue">[];
    };

/**
 * Decides what a source gives to the version: what this run gathered, where that is whole; its last published documents
 * where it is not; nothing, where it was never published and is not whole.
 */
export function decide(
  source: Source,
  gathered: Gathered,
  published: readonly ChosenDocument[],
  settings: RefreshSettings,
): Decision {
  const all = [...gathered.roots, ...gathered.documents].map((document) => completed(document, published));
  const documentsNow = all.slice(gathered.roots.length);
  const against = objections(source, { ...gathered, documents: documentsNow }, published, settings);
  if (against.length > 0) return carriedForward(source, published, against);
  const documents = all.flatMap(({ address, capture }) =>
    capture === undefined ? [] : [{ address, capture }],
  );
  const troubled = all.filter(({ trouble }) => trouble !== undefined);
  return {
    state: "fresh",
    documents,
    findings: troubled.map((document) => pageFinding(source, document)),
    reasons: troubled.map(({ trouble }) => trouble?.message ?? ""),
  };
}

/** Where no copy is at hand, the published one is the last good one; where there is none at all, that is trouble. */
function completed(document: GatheredDocument, published: readonly ChosenDocument[]): GatheredDocument {
  if (document.capture !== undefined) return document;
  const { url } = document.address;
  const capture = published.find(({ address }) => address.url === url)?.capture;
  const message = `There is no copy of ${url} that could be read.`;
  return { ...document, capture, trouble: document.trouble ?? { kind: "not-archived", message } };
}

function carriedForward(
  source: Source,
  published: readonly ChosenDocument[],
  reasons: readonly string[],
): Decision {
  if (published.length === 0) return { state: "absent", reasons, findings: [] };
  const message = `The latest run could not renew ${source.title}; these are its last good facts.`;
  const finding = issue("source-carried-forward", "warning", source.id, null, message);
  return { state: "carried-forward", documents: published, findings: [finding], reasons };
}

/** Why the gathered documents must not be published; empty where they may. */
function objections(
  source: Source,
  { roots, documents }: Gathered,
  published: readonly ChosenDocument[],
  settings: RefreshSettings,
): string[] {
  const lost = roots.filter(({ trouble }) => trouble !== undefined);
  if (lost.length > 0) return lost.map(({ trouble }) => trouble?.message ?? "");
  return [
    ...tooMuchTrouble(source, documents, published.length === 0),
    ...vanished(source, documents, published, settings),
    ...(isLive(settings) && settings.codes.length === 0 ? belowMinimum(source, documents) : []),
  ];
}

/** A first run must be whole; after that a declared share of documents may be carried forward. */
function tooMuchTrouble(source: Source, documents: readonly GatheredDocument[], isFirst: boolean): string[] {
  const troubled = documents.filter(({ trouble }) => trouble !== undefined);
  const unasked = troubled.filter(({ trouble }) => trouble !== undefined && isPassing(trouble));
  const tolerated = Math.floor(documents.length * source.expects.toleratedShare);
  const examples = troubled.slice(0, 3).map(({ trouble }) => trouble?.message ?? "");
  if (isFirst && unasked.length > 0)
    return [
      `${unasked.length} of ${documents.length} documents of ${source.id} could not be fetched, and a first run must be whole. What was fetched is kept: run it again to go on.`,
      ...examples,
    ];
  if (troubled.length <= tolerated) return [];
  return [
    `${troubled.length} of ${documents.length} documents of ${source.id} could not be renewed; ${tolerated} may be missing.`,
    ...examples,
  ];
}

/** The rule that a person can accept with `--accept`. */
export const VANISHED_DOCUMENTS = "vanished-documents";

/** A document that the last version has and the publisher no longer lists: a person decides. */
function vanished(
  source: Source,
  documents: readonly GatheredDocument[],
  published: readonly ChosenDocument[],
  { acceptance }: RefreshSettings,
): string[] {
  const listed = new Set([
    ...documents.map(({ address }) => address.url),
    ...source.roots.map(({ url }) => url),
  ]);
  const gone = published.filter(({ address }) => !listed.has(address.url)).map(({ address }) => address.url);
  if (gone.length === 0 || acceptance?.rule === VANISHED_DOCUMENTS) return [];
  return [
    `${gone.length} documents of ${source.id} are no longer listed: ${gone.slice(0, 3).join(", ")}${gone.length > 3 ? " …" : ""}. If the publisher has really removed them, run: occupations refresh --source ${source.id} --accept ${VANISHED_DOCUMENTS} --reason "…".`,
  ];
}

/** Absolute expectations, which hold for the publisher's own address only. */
function belowMinimum(source: Source, documents: readonly GatheredDocument[]): string[] {
  const codes = new Set(documents.map(({ address }) => source.codeOf(address)));
  const few = Object.entries(source.expects.minimumDocuments).flatMap(([kind, minimum]) => {
    const count = documents.filter(({ address }) => address.kind === kind).length;
    return count >= minimum
      ? []
      : [`${source.id} lists ${count} documents of kind ${kind}; it has had ${minimum} at least.`];
  });
  const missing = source.expects.requiredCodes.filter((code) => !codes.has(code));
  return missing.length === 0 ? few : [...few, `${source.id} no longer lists ${missing.join(", ")}.`];
}

/** The same words every night, whatever exactly goes wrong with the page: the report of the run tells that. */
function pageFinding(source: Source, { address, capture, trouble }: GatheredDocument): Row<"issue"> {
  const why = trouble?.kind === "rejected" ? "is refused by its reader" : "could not be fetched";
  const code = source.codeOf(address);
  const occupation = capture === undefined || code === undefined ? null : `${source.id}/${code}`;
  return capture === undefined
    ? issue(
        "document-missing",
        "error",
        source.id,
        null,
        `${address.url} ${why}, and there is no earlier copy.`,
      )
    : issue(
        "document-carried-forward",
        "warning",
        source.id,
        occupation,
        `${address.url} ${why}; its last good copy stands in.`,
      );
}

function issue(
  rule: string,
  severity: "error" | "warning",
  source_id: string,
  occupation_id: string | null,
  message: string,
): Row<"issue"> {
  return { rule, severity, source_id, occupation_id, capture_id: null, message };
}
