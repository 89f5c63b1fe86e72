import type { DocumentAddress, Source } from "../../sources/source.ts";
import type { Row } from "../../transforms/model/model.ts";
import type { Ledger } from "../acceptances/ledger.ts";
import type { ChosenDocument } from "../build/contribution.ts";
import { type Gathered, type GatheredDocument, GONE_ROUNDS } from "./gathered.ts";
import { type Move, settleMoves } from "./moves.ts";
import { objections, type Parts } from "./objections.ts";
import type { RefreshSettings } from "./settings.ts";
import { isAwaited, isDead, takenOut } from "./standing.ts";

/** What of a source goes into the version, and why. */
export type Decision =
  | {
      readonly state: "fresh" | "carried-forward" | "retired";
      readonly documents: readonly ChosenDocument[];
      readonly findings: readonly Row<"issue">[];
      /** Why something was carried forward, left out or taken out; for the operator. */
      readonly reasons: readonly string[];
      /** Profiles that their publisher has put elsewhere since the last version. */
      readonly moves: readonly Move[];
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
  ledger: Ledger,
): Decision {
  const all = [...gathered.roots, ...gathered.documents].map((document) => completed(document, published));
  const { moves, staying: documentsNow } = settleMoves(all.slice(gathered.roots.length), published);
  const dead = documentsNow.filter((document) => isDead(source, document));
  const living = documentsNow.filter((document) => !dead.includes(document));
  const parts: Parts = { roots: gathered.roots, living, dead, moves };
  const against = objections(source, parts, published, settings, ledger);
  if (against.length > 0) return carryForward(source, published, against);
  const roots = all.slice(0, gathered.roots.length);
  const documents = [...roots, ...documentsNow].flatMap((document) =>
    document.capture === undefined || dead.includes(document)
      ? []
      : [{ address: document.address, capture: document.capture }],
  );
  if (documents.length === 0) return { state: "absent", reasons: noDocument(source), findings: [] };
  const troubled = [...roots, ...living].filter(
    (document) => document.trouble !== undefined && !isAwaited(source, document),
  );
  return {
    state: source.retired === undefined ? "fresh" : "retired",
    documents,
    findings: [
      ...troubled.map((document) => pageFinding(source, document)),
      ...notCompared(source, [...gathered.roots, ...living]),
    ],
    moves,
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
  return { state: "carried-forward", documents: published, findings: [finding], reasons, moves: [] };
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

/** Told once: from now on the document is its own last good copy. */
function notCompared(source: Source, documents: readonly GatheredDocument[]): Row<"issue">[] {
  const reasons = documents.flatMap((document) => document.notCompared ?? []);
  const [first] = reasons;
  if (first === undefined) return [];
  const message = `${reasons.length} changed documents could not be compared with their last good copies, which this program no longer understands: ${first} Look at what changed in them.`;
  return [issue("not-compared-with-last", "warning", source.id, null, message)];
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
