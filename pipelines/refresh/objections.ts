import type { Source } from "../../sources/source.ts";
import type { Ledger } from "../acceptances/ledger.ts";
import type { ChosenDocument } from "../build/contribution.ts";
import { isPartial } from "./choice.ts";
import { type GatheredDocument, isPassing } from "./gathered.ts";
import { isMerge, type Move } from "./moves.ts";
import { isLive, type RefreshSettings } from "./settings.ts";
import { isAwaited, takenOut } from "./standing.ts";

/** Documents after it is known which of them have had their time. */
export type Parts = {
  readonly roots: readonly GatheredDocument[];
  readonly living: readonly GatheredDocument[];
  readonly dead: readonly GatheredDocument[];
  readonly moves: readonly Move[];
};

/** Why the gathered documents must not be published; empty where they may. */
export function objections(
  source: Source,
  { roots, living, dead, moves }: Parts,
  published: readonly ChosenDocument[],
  settings: RefreshSettings,
  ledger: Ledger,
): string[] {
  const lost = roots.filter(({ trouble }) => trouble !== undefined);
  if (lost.length > 0) return lost.map(({ trouble }) => trouble?.message ?? "");
  return [
    ...tooMuchTrouble(source, living, published.length === 0),
    ...tooManyGone(source, living, published, dead, ledger),
    ...tooManyMerged(source, moves, published, ledger),
    ...vanished(
      source,
      [...living, ...dead, ...moves.map(({ from }) => ({ address: from }))],
      published,
      ledger,
    ),
    ...(isLive(settings) && !isPartial(settings)
      ? belowMinimum(source, [...roots, ...living], moves, ledger)
      : []),
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
  ledger: Ledger,
): string[] {
  const awaited = living.filter((document) => isAwaited(source, document));
  const gone = takenOut(published, [...awaited, ...dead]);
  const tolerated = Math.max(1, Math.floor(published.length * source.expects.toleratedShare));
  if (gone.length <= tolerated) return [];
  return heldBack(source, "gone", gone, ledger);
}

/** So many profiles can be merged into others in one night, also of a small source. */
const MOST_MERGED = 3;

/** A site in trouble leads every address to the same page; a person can tell. */
function tooManyMerged(
  source: Source,
  moves: readonly Move[],
  published: readonly ChosenDocument[],
  ledger: Ledger,
): string[] {
  const urls = new Set(moves.filter((move) => isMerge(move, published)).map(({ from }) => from.url));
  const merged = published.filter(({ address }) => urls.has(address.url));
  const tolerated = Math.max(MOST_MERGED, Math.floor(published.length * source.expects.toleratedShare));
  if (merged.length <= tolerated) return [];
  return heldBack(source, "led to other profiles at once", merged, ledger);
}

/** A document that the last version has and the publisher no longer lists: a person decides. */
function vanished(
  source: Source,
  documents: readonly Pick<GatheredDocument, "address">[],
  published: readonly ChosenDocument[],
  ledger: Ledger,
): string[] {
  if (source.unlisted === "left-out") return [];
  const listed = new Set([
    ...documents.map(({ address }) => address.url),
    ...source.roots.map(({ url }) => url),
  ]);
  const gone = published.filter(({ address }) => !listed.has(address.url));
  if (gone.length === 0) return [];
  return heldBack(source, "no longer listed", gone, ledger);
}

function heldBack(source: Source, what: string, gone: readonly ChosenDocument[], ledger: Ledger): string[] {
  const findings = gone.map(({ address }) => `${address.url} is ${what}`);
  const isLetPass = ledger.letPass(VANISHED_DOCUMENTS, source.id, findings) !== undefined;
  return isLetPass ? [] : [vanishedWords(source, what, gone)];
}

function vanishedWords(source: Source, what: string, gone: readonly ChosenDocument[]): string {
  const examples = gone.slice(0, 3).map(({ address }) => address.url);
  return `${gone.length} documents of ${source.id} are ${what}: ${examples.join(", ")}${gone.length > 3 ? " …" : ""}. If the publisher has really removed them, run: occupations refresh --source ${source.id} --accept ${VANISHED_DOCUMENTS} --reason "…".`;
}

/** The rule that a person can accept with `--accept`. */
export const MINIMUM_DOCUMENTS = "minimum-documents";

/** Absolute expectations, which hold for the publisher's own address only. */
function belowMinimum(
  source: Source,
  documents: readonly GatheredDocument[],
  moves: readonly Move[],
  ledger: Ledger,
): string[] {
  const addresses = [...documents.map(({ address }) => address), ...moves.map(({ from }) => from)];
  const codes = new Set(addresses.map((address) => source.codeOf(address)));
  const count = (kind: string) => documents.filter(({ address }) => address.kind === kind).length;
  const findings = [
    ...Object.entries(source.expects.minimumDocuments)
      .filter(([kind, minimum]) => count(kind) < minimum)
      .map(([kind, minimum]) => `it lists fewer than ${minimum} documents of kind ${kind}`),
    ...source.expects.requiredCodes
      .filter((code) => !codes.has(code))
      .map((code) => `it no longer lists ${code}`),
  ];
  ledger.judged(MINIMUM_DOCUMENTS, source.id);
  const held = findings.filter(
    (finding) => ledger.letStand(MINIMUM_DOCUMENTS, source.id, finding) === undefined,
  );
  return held.map(
    (finding) =>
      `${source.id} is not what it always was: ${finding}. If the publisher means it, run: occupations refresh --source ${source.id} --accept ${MINIMUM_DOCUMENTS} --reason "…".`,
  );
}
