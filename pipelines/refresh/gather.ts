import pLimit from "p-limit";
import type { Archive } from "../../sources/archive/archive.ts";
import type { DocumentAddress } from "../../sources/source.ts";
import type { Redirect } from "../../transforms/redirects.ts";
import type { Round } from "../state/rounds.ts";
import type { State } from "../state/state.ts";
import { type Gathered, type GatheredDocument, GONE_ROUNDS, isPassing } from "./gathered.ts";
import { hasGoodCopy } from "./light.ts";
import { asKnown, fromArchive, type Obtaining, obtain } from "./obtain.ts";
import type { Progress } from "./progress.ts";

export type Gathering = Omit<Obtaining, "round" | "counts"> & {
  readonly progress: Progress;
  /** What the last version has of the source. */
  readonly published: readonly DocumentAddress[];
  /** The profiles of earlier versions that the last version knows at another address. */
  readonly redirects: readonly Redirect[];
  /** Codes whose pages are not asked for, because another document calls them unchanged; `undefined`: a full round. */
  readonly spared?: ReadonlySet<string> | undefined;
};

type Asking = Obtaining & Omit<Gathering, keyof Obtaining>;

/** An unfinished round is gone on with for so long. */
const ROUND_HOURS = 24;

/** Documents in the works at a time; how many requests that makes, and how fast, is up to the fetcher. */
const CONCURRENCY = 8;

/** Goes through a source: its roots, then every document that they list, then those that stay without being listed. */
export async function gather(gathering: Gathering): Promise<Gathered> {
  const { registered, settings, state, now, progress } = gathering;
  const { source } = registered;
  const isAsked = gathering.fetcher !== undefined && source.retired === undefined;
  const round = isAsked ? beginRound(gathering) : undefined;
  const counts = { fetched: 0, unchanged: 0, resumed: 0, failed: 0, parsed: 0, rejected: 0 };
  const obtaining: Asking = { ...gathering, round, counts };
  const roots: GatheredDocument[] = [];
  for (const address of source.roots) {
    const root = await obtain(obtaining, address);
    if (isNotPublishedYet(root)) counts.failed -= 1;
    else roots.push(root);
  }
  if (roots.some(({ trouble }) => trouble !== undefined)) return { roots, documents: [], counts };
  const listed = listedBy(obtaining, roots);
  const unlisted = unlistedOf(obtaining, listed);
  const asked = source.unlisted === "asked-again" ? [...listed, ...unlisted] : listed;
  progress.begin(source.id, asked.length);
  const documents = await obtainAll(obtaining, asked, progress, gathering.spared);
  if (source.unlisted === "held-back" && isAsked) documents.push(...(await movedUnlisted(obtaining, listed)));
  documents.push(...(await targetsOf(obtaining, documents)));
  progress.end();
  if (source.unlisted === "kept")
    documents.push(...unlisted.map((address) => fromArchive(obtaining, address)));
  const isWhole = documents.every(({ trouble }) => trouble === undefined || !isPassing(trouble));
  if (round !== undefined && isWhole && settings.codes.length === 0)
    state.rounds.finish(round, now().toISOString());
  return { roots, documents, counts };
}

/** The next edition, which is looked for every night until it is there. */
function isNotPublishedYet({ address, capture, trouble }: GatheredDocument): boolean {
  const isAbsent = trouble?.kind === "gone" || trouble?.kind === "not-archived";
  return address.isExpected === true && capture === undefined && isAbsent;
}

function beginRound({ registered, settings, state, now, spared }: Gathering): Round {
  const startedAt = now();
  const notBefore = settings.force ? startedAt : new Date(startedAt.getTime() - ROUND_HOURS * 3_600_000);
  const isLight = spared !== undefined;
  return state.rounds.begin(registered.source.id, startedAt.toISOString(), notBefore.toISOString(), isLight);
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
  { registered: { source }, archive, state, published, redirects }: Asking,
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

/** Pages that the publisher no longer lists: what became of those that have moved, their old addresses tell. */
async function movedUnlisted(
  obtaining: Asking,
  listed: readonly DocumentAddress[],
): Promise<GatheredDocument[]> {
  const { registered, settings, published } = obtaining;
  if (settings.codes.length > 0) return [];
  const known = new Set([...registered.source.roots, ...listed].map(({ url }) => url));
  const unlisted = published.filter(({ url }) => !known.has(url));
  const documents = await obtainAll(obtaining, unlisted);
  return documents.filter(({ trouble }) => trouble?.movedTo !== undefined);
}

/** A publisher can lead from one address to the next so often. */
const MOST_STEPS = 5;

/** The pages that other pages' addresses lead to, where no root lists them. */
async function targetsOf(
  obtaining: Asking,
  documents: readonly GatheredDocument[],
): Promise<GatheredDocument[]> {
  const known = new Set(documents.map(({ address }) => address.url));
  const found: GatheredDocument[] = [];
  let newest = documents;
  for (let step = 0; step < MOST_STEPS && newest.length > 0; step++) {
    const targets = newest.flatMap(({ address, trouble }) =>
      trouble?.movedTo === undefined || known.has(trouble.movedTo)
        ? []
        : [{ kind: address.kind, url: trouble.movedTo }],
    );
    for (const { url } of targets) known.add(url);
    const unique = [...new Map(targets.map((target) => [target.url, target])).values()];
    const everyCode = { ...obtaining, settings: { ...obtaining.settings, codes: [] } };
    newest = await obtainAll(everyCode, unique);
    found.push(...newest);
  }
  return found;
}

async function obtainAll(
  obtaining: Asking,
  addresses: readonly DocumentAddress[],
  progress?: Progress,
  spared: ReadonlySet<string> = new Set(),
): Promise<GatheredDocument[]> {
  const limit = pLimit(CONCURRENCY);
  const { registered, settings, state, counts } = obtaining;
  const isSpared = (address: DocumentAddress) =>
    spared.has(registered.source.codeOf(address) ?? "") && hasGoodCopy(state, address);
  const isChosen = (address: DocumentAddress) =>
    settings.codes.length === 0 || settings.codes.includes(registered.source.codeOf(address) ?? "");
  return Promise.all(
    addresses.map((address) =>
      limit(async () => {
        const isAsked = isChosen(address) && !isSpared(address);
        if (isChosen(address) && !isAsked) counts.unchanged++;
        const document = isAsked ? await obtain(obtaining, address) : asKnown(obtaining, address);
        progress?.tick(address.url);
        return isAsked && isAnswered(obtaining, document) ? document : stillMoved(obtaining, document);
      }),
    ),
  );
}

/** The publisher was asked, and has the page. */
function isAnswered({ fetcher, round }: Obtaining, { trouble }: GatheredDocument): boolean {
  return fetcher !== undefined && round !== undefined && trouble === undefined;
}

/** A page that had moved stays where it went, until its old address has a page again. */
function stillMoved({ redirects }: Asking, document: GatheredDocument): GatheredDocument {
  const { address, capture, trouble } = document;
  const redirect = redirects.find(({ from_url }) => from_url === address.url);
  if (redirect === undefined || trouble?.movedTo !== undefined) return document;
  if (trouble === undefined && (capture?.fetchedAt ?? "") > redirect.fetched_at) return document;
  const message = `${address.url} leads to ${redirect.to_url}, as the last version knows.`;
  return { address, capture, trouble: { kind: "redirected-away", message, movedTo: redirect.to_url } };
}
