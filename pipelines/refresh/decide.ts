import type { Capture } from "../../sources/archive/capture.ts";
import type { DocumentAddress, Source } from "../../sources/source.ts";
import type { Row } from "../../transforms/model/model.ts";
import { type Gathered, type GatheredDocument, GONE_ROUNDS, isPassing } from "./gathered.ts";
import { isLive, type RefreshSettings } from "./settings.ts";

/** A document that goes into the version. */
export type ChosenDocument = { readonly address: DocumentAddress; readonly capture: Capture };

/** What of a source goes into the version, and why. */
export type Decision =
  | {
      readonly state: "fresh" | "carried-forward" | "retired";
      readonly documents: readonly ChosenDocument[];
      readonly findings: readonly Row<"issue">[];
      /** Why something was carried forward, left out or taken out; for the operator. */
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
  const dead = documentsNow.filter((document) => isDead(source, document));
  const living = documentsNow.filter((document) => !dead.includes(document));
  const parts: Parts = { roots: gathered.roots, living, dead };
  const against = objections(source, parts, published, settings);
  if (against.length > 0) return carryForward(source, published, against);
  const documents = all.flatMap((document) =>
    document.capture === undefined || dead.includes(document)
      ? []
      : [{ address: document.address, capture: document.capture }],
  );
  if (documents.length === 0) return { state: "absent", reasons: noDocument(source), findings: [] };
  const troubled = [...all.slice(0, gathered.roots.length), ...living].filter(
    (document) => document.trouble !== undefined && !isAwaited(source, document),
  );
  return {
    state: source.retired === undefined ? "fresh" : "retired",
    documents,
    findings: troubled.map((document) => pageFinding(source, document)),
    reasons: [
      ...troubled.map(({ trouble }) => trouble?.message ?? ""),
      ...takenOut(published, dead).map(({ address }) => removalWords(source, address)),
    ],
  };
}

/** A retired source of which nothing was archived is nobody's concern. */
function noDocument({ id, retired }: Source): string[] {
  return retired === undefined ? [`Not one document of ${id} is to be had.`] : [];
}

/** Documents after it is known which of them have had their time. */
type Parts = {
  readonly roots: readonly GatheredDocument[];
  readonly living: readonly GatheredDocument[];
  readonly dead: readonly GatheredDocument[];
};

/** Its address was dead in so many rounds that the publisher means it. */
function isDead({ unlisted }: Source, { trouble }: GatheredDocument): boolean {
  return unlisted === "asked-again" && (trouble?.goneRounds ?? 0) >= GONE_ROUNDS;
}

/** Its address is dead for the first or second time: its last good copy stands in, and nobody needs to act. */
function isAwaited({ unlisted }: Source, { capture, trouble }: GatheredDocument): boolean {
  return unlisted === "asked-again" && trouble?.kind === "gone" && capture !== undefined;
}

/** Documents of the last version that have had their time. */
function takenOut(
  published: readonly ChosenDocument[],
  dead: readonly GatheredDocument[],
): readonly ChosenDocument[] {
  const urls = new Set(dead.map(({ address }) => address.url));
  return published.filter(({ address }) => urls.has(address.url));
}

function removalWords(source: Source, { url }: DocumentAddress): string {
  return `${url} was dead in ${GONE_ROUNDS} rounds in a row: ${source.id} no longer has it.`;
}

/** Where no copy is at hand, the published one is the last good one; where there is none at all, that is trouble. */
function completed(document: GatheredDocument, published: readonly ChosenDocument[]): GatheredDocument {
  if (document.capture !== undefined) return document;
  const { url } = document.address;
  const capture = published.find(({ address }) => address.url === url)?.capture;
  const message = `There is no copy of ${url} that could be read.`;
  return { ...document, capture, trouble: document.trouble ?? { kind: "not-archived", message } };
}

/** The last published documents of a source stand in for what was gathered; nothing, where there are none. */
export function carryForward(
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
  { roots, living, dead }: Parts,
  published: readonly ChosenDocument[],
  settings: RefreshSettings,
): string[] {
  const lost = roots.filter(({ trouble }) => trouble !== undefined);
  if (lost.length > 0) return lost.map(({ trouble }) => trouble?.message ?? "");
  return [
    ...tooMuchTrouble(source, living, published.length === 0),
    ...tooManyGone(source, living, published, dead, settings),
    ...vanished(source, [...living, ...dead], published, settings),
    ...(isLive(settings) && settings.codes.length === 0 ? belowMinimum(source, [...roots, ...living]) : []),
  ];
}

/** A first run must be whole; after that a declared share of documents may be carried forward. */
function tooMuchTrouble(source: Source, documents: readonly GatheredDocument[], isFirst: boolean): string[] {
  const troubled = documents.filter(
    (document) => document.trouble !== undefined && !isAwaited(source, document),
  );
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

/** One page that is gone is a page that is gone; many at once look like a site in trouble, and a person decides. */
function tooManyGone(
  source: Source,
  living: readonly GatheredDocument[],
  published: readonly ChosenDocument[],
  dead: readonly GatheredDocument[],
  { acceptance }: RefreshSettings,
): string[] {
  const awaited = living.filter((document) => isAwaited(source, document));
  const gone = takenOut(published, [...awaited, ...dead]);
  const tolerated = Math.max(1, Math.floor(published.length * source.expects.toleratedShare));
  if (gone.length <= tolerated || acceptance?.rule === VANISHED_DOCUMENTS) return [];
  return [vanishedWords(source, "gone", gone)];
}

/** A document that the last version has and the publisher no longer lists: a person decides. */
function vanished(
  source: Source,
  documents: readonly GatheredDocument[],
  published: readonly ChosenDocument[],
  { acceptance }: RefreshSettings,
): string[] {
  if (source.unlisted === "left-out") return [];
  const listed = new Set([
    ...documents.map(({ address }) => address.url),
    ...source.roots.map(({ url }) => url),
  ]);
  const gone = published.filter(({ address }) => !listed.has(address.url));
  if (gone.length === 0 || acceptance?.rule === VANISHED_DOCUMENTS) return [];
  return [vanishedWords(source, "no longer listed", gone)];
}

function vanishedWords(source: Source, what: string, gone: readonly ChosenDocument[]): string {
  const examples = gone.slice(0, 3).map(({ address }) => address.url);
  return `${gone.length} documents of ${source.id} are ${what}: ${examples.join(", ")}${gone.length > 3 ? " …" : ""}. If the publisher has really removed them, run: occupations refresh --source ${source.id} --accept ${VANISHED_DOCUMENTS} --reason "…".`;
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
