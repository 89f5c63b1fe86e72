import type { Archive } from "../../sources/archive/archive.ts";
import type { DocumentAddress } from "../../sources/source.ts";
import type { Round } from "../state/rounds.ts";
import type { State } from "../state/state.ts";
import { type Choice, choiceOf, isPartial } from "./choice.ts";
import { movedUnlisted, targetsOf } from "./follow-moves.ts";
import { type Gathered, type GatheredDocument, GONE_ROUNDS, isPassing } from "./gathered.ts";
import { asKnown, fromArchive, type Obtaining, obtain } from "./obtain.ts";
import { type ObtainingAll, obtainAll } from "./obtain-all.ts";
import type { Progress } from "./progress.ts";

export type Gathering = Omit<ObtainingAll, "round" | "counts" | "isChosen"> & {
  readonly progress: Progress;
  /** What the last version has of the source. */
  readonly published: readonly DocumentAddress[];
  /** Codes whose pages are not asked for, because another document calls them unchanged; `undefined`: a full round. */
  readonly spared?: ReadonlySet<string> | undefined;
};

/** An unfinished round is gone on with for so long. */
const ROUND_HOURS = 24;

/** Goes through a source: its roots, then every document that they list, then those that stay without being listed. */
export async function gather(gathering: Gathering): Promise<Gathered> {
  const { registered, settings, progress, isDue } = gathering;
  const { source } = registered;
  const isAsked = gathering.fetcher !== undefined && source.retired === undefined && isDue;
  const round = isAsked ? beginRound(gathering) : undefined;
  const counts = { fetched: 0, unchanged: 0, resumed: 0, failed: 0, parsed: 0, rejected: 0 };
  const choice = choiceOf(settings, source);
  const isChosen: Choice = (address) => isDue && choice(address);
  const obtaining: ObtainingAll = { ...gathering, round, isChosen, counts };
  const roots: GatheredDocument[] = [];
  for (const address of source.roots) {
    const root = isChosen(address) ? await obtain(obtaining, address) : asKnown(obtaining, address);
    if (!isNotPublishedYet(root)) roots.push(root);
    else if (isChosen(address)) counts.failed -= 1;
  }
  if (roots.some(({ trouble }) => trouble !== undefined)) {
    const failed = endRound(obtaining, roots);
    return { roots, documents: [], counts, failed };
  }
  const listed = listedBy(obtaining, roots);
  const unlisted = unlistedOf(obtaining, gathering.published, listed);
  const asked = source.unlisted === "asked-again" ? [...listed, ...unlisted] : listed;
  progress.begin(source.id, isDue ? asked.length : 0);
  const documents = await obtainAll(obtaining, asked, progress, gathering.spared);
  if (source.unlisted === "held-back" && isAsked)
    documents.push(...(await movedUnlisted(obtaining, gathering.published, listed)));
  documents.push(...(await targetsOf(obtaining, documents)));
  progress.end();
  const failed = endRound(obtaining, roots, documents);
  if (source.unlisted === "kept")
    documents.push(...unlisted.map((address) => fromArchive(obtaining, address)));
  return { roots, documents, counts, failed };
}

/**
 * Finishes the round where every document is answered for, and otherwise leaves it to the next run. A run that asks for
 * chosen documents only ends the round of all where these were the last ones. @returns what was asked for in vain.
 */
function endRound(
  { round, state, now, settings, isChosen }: ObtainingAll,
  roots: readonly GatheredDocument[],
  documents?: readonly GatheredDocument[],
): GatheredDocument[] {
  if (round === undefined) return [];
  const isOfAll = isPartial(settings) && round.kind !== "partial";
  const isWanted = ({ address, trouble }: GatheredDocument) =>
    trouble === undefined
      ? isOfAll && state.documents.get(address.url)?.roundId !== round.id
      : isPassing(trouble) && (round.kind !== "partial" || isChosen(address));
  const all = [...roots, ...(documents ?? [])];
  const time = now().toISOString();
  if (documents !== undefined && !all.some(isWanted)) state.rounds.finish(round, time);
  else if (!isPartial(settings)) state.rounds.leave(round, time);
  return all.filter(
    ({ address, trouble }) => trouble !== undefined && trouble.movedTo === undefined && isChosen(address),
  );
}

/** The next edition, which is looked for every night until it is there. */
function isNotPublishedYet({ address, capture, trouble }: GatheredDocument): boolean {
  const isAbsent = trouble?.kind === "gone" || trouble?.kind === "not-archived";
  return address.isExpected === true && capture === undefined && isAbsent;
}

function beginRound({ registered, settings, state, now, spared }: Gathering): Round {
  const startedAt = now();
  const notBefore = settings.force ? startedAt : new Date(startedAt.getTime() - ROUND_HOURS * 3_600_000);
  const kind = isPartial(settings) ? "partial" : spared !== undefined ? "light" : "full";
  return state.rounds.begin(registered.source.id, startedAt.toISOString(), notBefore.toISOString(), kind);
}

/** What the roots list, each document once. */
function listedBy({ registered, reader }: Obtaining, roots: readonly GatheredDocument[]): DocumentAddress[] {
  const listed = roots.flatMap(({ address, capture }) =>
    capture === undefined ? [] : registered.source.listedBy(address, reader.extract(address, capture)),
  );
  return [...new Map(listed.map((address) => [address.url, address])).values()];
}

/** Documents of the source that the store knows and no root lists, in the order of their addresses. */
function unlistedOf(
  { registered: { source }, archive, state, redirects }: ObtainingAll,
  published: readonly DocumentAddress[],
  listed: readonly DocumentAddress[],
): DocumentAddress[] {
  if (source.unlisted === "held-back" || source.unlisted === "left-out") return [];
  const known = new Set([...source.roots, ...listed].map(({ url }) => url));
  const moved = new Set(redirects.map(({ from_url }) => from_url));
  const remembered = [
    ...state.documents.ofSource(source.id).map(({ url }) => url),
    ...(source.unlisted === "kept" ? archivedUrls(archive, source.id) : []),
  ].filter((url) => !isDead(state, url));
  return [...new Set([...published.map(({ url }) => url), ...remembered])]
    .filter((url) => !known.has(url) && !moved.has(url))
    .sort()
    .flatMap((url) => {
      const kind = source.kindOf(url);
      return kind === undefined ? [] : [{ kind, url }];
    });
}

function archivedUrls(archive: Archive, sourceId: string): string[] {
  return [...archive.captures({ sourceId })].map(({ url }) => url);
}

/** Once out of the dataset, it is asked for again only where it is listed again. */
function isDead(state: State, url: string): boolean {
  return (state.documents.get(url)?.goneRounds ?? 0) >= GONE_ROUNDS;
}
