import pLimit from "p-limit";
import type { Archive } from "../../sources/archive/archive.ts";
import type { Capture } from "../../sources/archive/capture.ts";
import type { Fetcher, FetchFailureKind } from "../../sources/fetching/fetcher.ts";
import type { DocumentAddress } from "../../sources/source.ts";
import type { RegisteredSource } from "../registry.ts";
import type { Round } from "../state/rounds.ts";
import type { State } from "../state/state.ts";
import type { Progress } from "./progress.ts";
import type { DocumentsReader } from "./read-document.ts";
import type { RefreshSettings } from "./settings.ts";

/** Why a document could not be renewed. */
export type Trouble = {
  readonly kind: FetchFailureKind | "rejected" | "not-archived";
  readonly message: string;
};

/** A document after it was asked for. */
export type GatheredDocument = {
  readonly address: DocumentAddress;
  /** The newest capture that could be read, of this run or an earlier one; `undefined` where there is none. */
  readonly capture: Capture | undefined;
  readonly trouble: Trouble | undefined;
};

/** What a run knows of a source when all its documents have been asked for. */
export type Gathered = {
  readonly roots: readonly GatheredDocument[];
  /** The documents that the roots list; empty where a root could not be read. */
  readonly documents: readonly GatheredDocument[];
  readonly counts: GatherCounts;
};

export type GatherCounts = {
  /** Requests that brought a new body. */
  fetched: number;
  /** Documents that the publisher says are unchanged, or that came again byte for byte. */
  unchanged: number;
  /** Documents that an unfinished round already had. */
  resumed: number;
  failed: number;
  parsed: number;
  rejected: number;
};

export type Gathering = {
  readonly registered: RegisteredSource;
  readonly settings: RefreshSettings;
  readonly fetcher: Fetcher | undefined;
  readonly archive: Archive;
  readonly state: State;
  readonly reader: DocumentsReader;
  readonly progress: Progress;
  readonly now: () => Date;
};

/** An unfinished round is gone on with for so long. */
const ROUND_HOURS = 24;

/** Documents in the works at a time; how many requests that makes, and how fast, is up to the fetcher. */
const CONCURRENCY = 8;

/** Goes through a source: its roots, then every document that they list. */
export async function gather(gathering: Gathering): Promise<Gathered> {
  const { registered, settings, state, now, progress } = gathering;
  const { source } = registered;
  const startedAt = now();
  const notBefore = settings.force ? startedAt : new Date(startedAt.getTime() - ROUND_HOURS * 3_600_000);
  const round = state.rounds.begin(source.id, startedAt.toISOString(), notBefore.toISOString());
  const counts = { fetched: 0, unchanged: 0, resumed: 0, failed: 0, parsed: 0, rejected: 0 };
  const roots: GatheredDocument[] = [];
  for (const root of source.roots) roots.push(await obtain(gathering, round, root, counts));
  const addresses = listed(gathering, roots);
  progress.begin(source.id, addresses.length);
  const documents = await obtainAll(gathering, round, addresses, counts);
  progress.end();
  const isWhole = [...roots, ...documents].every(
    ({ trouble }) => trouble === undefined || !isPassing(trouble),
  );
  if (isWhole && settings.codes.length === 0) state.rounds.finish(round, now().toISOString());
  return { roots, documents, counts };
}

/** Trouble that another try may end: the round stays open for it. */
export function isPassing({ kind }: Trouble): boolean {
  return !LASTING.has(kind);
}

const LASTING: ReadonlySet<Trouble["kind"]> = new Set([
  "rejected",
  "gone",
  "redirected-away",
  "not-the-document",
  "too-large",
  "robots",
] as const);

function listed(gathering: Gathering, roots: readonly GatheredDocument[]): DocumentAddress[] {
  const { registered, reader } = gathering;
  const now = gathering.now().toISOString();
  return roots.flatMap(({ address, capture }) => {
    if (capture === undefined) return [];
    const outcome = reader.read(address, capture, now, undefined);
    if (outcome.outcome !== "read") return [];
    return registered.source.listedBy(address, outcome.reading.extract);
  });
}

async function obtainAll(
  gathering: Gathering,
  round: Round,
  addresses: readonly DocumentAddress[],
  counts: GatherCounts,
): Promise<GatheredDocument[]> {
  const limit = pLimit(CONCURRENCY);
  const { codes } = gathering.settings;
  const isChosen = (address: DocumentAddress) =>
    codes.length === 0 || codes.includes(gathering.registered.source.codeOf(address) ?? "");
  return Promise.all(
    addresses.map((address) =>
      limit(async () => {
        const document = isChosen(address)
          ? await obtain(gathering, round, address, counts)
          : asKnown(gathering, address);
        gathering.progress.tick(address.url);
        return document;
      }),
    ),
  );
}

/** A document that is not asked for in this run: what was found of it before still holds. */
function asKnown(gathering: Gathering, address: DocumentAddress): GatheredDocument {
  const captureId = gathering.state.documents.get(address.url)?.captureId;
  const capture = captureId === undefined ? undefined : gathering.archive.capture(captureId);
  const known = quarantinedOr(gathering, address, capture);
  const message = `${address.url} was never fetched, and --only leaves it out.`;
  if (capture !== undefined || known.trouble !== undefined) return known;
  return { address, capture, trouble: { kind: "not-archived", message } };
}

async function obtain(
  gathering: Gathering,
  round: Round,
  address: DocumentAddress,
  counts: GatherCounts,
): Promise<GatheredDocument> {
  const { fetcher, state, archive } = gathering;
  const known = state.documents.get(address.url);
  const good = known?.captureId === undefined ? undefined : archive.capture(known.captureId);
  if (fetcher === undefined) return fromArchive(gathering, address, good, counts);
  if (known?.roundId === round.id) {
    counts.resumed++;
    return quarantinedOr(gathering, address, good);
  }
  const newest = archive.latest(address.url);
  if (
    round.isResumed &&
    newest !== undefined &&
    newest.id !== good?.id &&
    newest.fetchedAt >= round.startedAt
  ) {
    counts.resumed++;
    return readCapture(gathering, round, address, newest, good, counts);
  }
  const validators =
    good === undefined ? undefined : { etag: known?.etag, lastModified: known?.lastModified };
  return ask(gathering, round, address, good, validators, counts);
}

async function ask(
  gathering: Gathering,
  round: Round,
  address: DocumentAddress,
  good: Capture | undefined,
  validators: { etag: string | undefined; lastModified: string | undefined } | undefined,
  counts: GatherCounts,
): Promise<GatheredDocument> {
  const { registered, fetcher, archive, state, settings } = gathering;
  const expectation = registered.source.readers[address.kind]?.expectation;
  if (fetcher === undefined || expectation === undefined)
    throw new Error(`nobody can ask for ${address.url}`);
  const outcome = await fetcher.fetch({ url: address.url, expectation, validators });
  if (outcome.outcome === "failed") {
    counts.failed++;
    const trouble = { kind: outcome.kind, message: outcome.message };
    if (!isPassing(trouble)) markAnswered(gathering, round, address);
    return { address, capture: renewedFrom(gathering, round, address, good, counts), trouble };
  }
  if (outcome.outcome === "unchanged" && good !== undefined) {
    counts.unchanged++;
    markAnswered(gathering, round, address);
    state.quarantine.release(address.url);
    return readCapture(gathering, round, address, good, good, counts);
  }
  if (outcome.outcome === "unchanged") throw new Error(`${address.url}: 304 without a capture to hold on to`);
  const {
    url,
    finalUrl,
    status,
    mediaType,
    headers,
    validators: received,
    fetchedAt,
    body,
  } = outcome.response;
  const capture = archive.add({
    sourceId: registered.source.id,
    url,
    finalUrl,
    status,
    mediaType,
    headers,
    etag: received.etag,
    lastModified: received.lastModified,
    fetchedAt,
    acquiredBy: settings.from === "archive" ? "fetch" : settings.from,
    body,
  });
  if (capture.sha256 === good?.sha256) counts.unchanged++;
  else counts.fetched++;
  return readCapture(gathering, round, address, capture, good, counts);
}

/** The publisher could not be asked; perhaps a person has put a newer copy into the archive. */
function renewedFrom(
  gathering: Gathering,
  round: Round,
  address: DocumentAddress,
  good: Capture | undefined,
  counts: GatherCounts,
): Capture | undefined {
  const newest = gathering.archive.latest(address.url);
  if (newest === undefined || newest.id === good?.id || newest.fetchedAt < (good?.fetchedAt ?? ""))
    return good;
  return readCapture(gathering, round, address, newest, good, counts, false).capture;
}

function fromArchive(
  gathering: Gathering,
  address: DocumentAddress,
  good: Capture | undefined,
  counts: GatherCounts,
): GatheredDocument {
  const newest = gathering.archive.latest(address.url);
  if (newest !== undefined) return readCapture(gathering, undefined, address, newest, good, counts);
  counts.failed++;
  const message = `${address.url} is not in the archive. Fetch it, or import a file that a person saved.`;
  return { address, capture: undefined, trouble: { kind: "not-archived", message } };
}

/** Reads a capture; where it is refused, the last good one stays. */
function readCapture(
  gathering: Gathering,
  round: Round | undefined,
  address: DocumentAddress,
  capture: Capture,
  good: Capture | undefined,
  counts: GatherCounts,
  isAnswer = true,
): GatheredDocument {
  const now = gathering.now().toISOString();
  const outcome = gathering.reader.read(address, capture, now, isAnswer ? round?.id : undefined);
  if (outcome.isParsed) counts.parsed++;
  if (outcome.outcome === "read") return { address, capture, trouble: undefined };
  counts.rejected++;
  if (round !== undefined && isAnswer) markAnswered(gathering, round, address);
  return { address, capture: good?.id === capture.id ? undefined : good, trouble: rejected(outcome.reason) };
}

/** A document of this round that was refused earlier in it is still refused. */
function quarantinedOr(
  { state }: Gathering,
  address: DocumentAddress,
  good: Capture | undefined,
): GatheredDocument {
  const refused = state.quarantine.get(address.url);
  return { address, capture: good, trouble: refused === undefined ? undefined : rejected(refused.reason) };
}

function rejected(message: string): Trouble {
  return { kind: "rejected", message };
}

function markAnswered({ registered, state, now }: Gathering, round: Round, address: DocumentAddress): void {
  const document = { ...address, sourceId: registered.source.id };
  state.documents.answered(document, now().toISOString(), round.id);
}
