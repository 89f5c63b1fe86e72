import type { Archive } from "../../sources/archive/archive.ts";
import type { Capture } from "../../sources/archive/capture.ts";
import type { FetchedResponse, Fetcher, Validators } from "../../sources/fetching/fetcher.ts";
import type { DocumentAddress } from "../../sources/source.ts";
import type { RegisteredSource } from "../registry.ts";
import type { Round } from "../state/rounds.ts";
import type { State } from "../state/state.ts";
import type { Choice } from "./choice.ts";
import type { GatherCounts, GatheredDocument, Trouble } from "./gathered.ts";
import { profileAt } from "./moves.ts";
import type { DocumentsReader } from "./read-document.ts";
import type { RefreshSettings } from "./settings.ts";

/** What is needed to obtain the documents of one source in one run. */
export type Obtaining = {
  readonly registered: RegisteredSource;
  readonly settings: RefreshSettings;
  /** `undefined`: nobody is asked, the archive is all there is. */
  readonly fetcher: Fetcher | undefined;
  readonly archive: Archive;
  readonly state: State;
  readonly reader: DocumentsReader;
  /** Whether the source is due: where it is not, nothing of it is asked for. */
  readonly isDue: boolean;
  /** `undefined` where nobody is asked. */
  readonly round: Round | undefined;
  /** Whether a document is asked for; of the others, what was found before still holds. */
  readonly isChosen: Choice;
  readonly counts: GatherCounts;
  readonly now: () => Date;
};

/** Gets a document: from the unfinished round, from the publisher, or from the archive. */
export async function obtain(obtaining: Obtaining, address: DocumentAddress): Promise<GatheredDocument> {
  const { fetcher, state, archive, round, counts } = obtaining;
  const known = state.documents.get(address.url);
  const good = goodCapture(obtaining, address);
  if (fetcher === undefined || round === undefined) return fromArchive(obtaining, address, good);
  if (known?.roundId === round.id) {
    counts.resumed++;
    return { address, capture: good, trouble: undefined };
  }
  const newest = archive.latest(address.url);
  if (newest !== undefined && isUnread(obtaining, round, newest, good)) {
    counts.resumed++;
    return readCapture(obtaining, address, newest, good, round);
  }
  const validators =
    good === undefined ? undefined : { etag: known?.etag, lastModified: known?.lastModified };
  return ask(obtaining, fetcher, address, good, validators);
}

/** Archived by a run of this round that was killed before it could read it. */
function isUnread({ state }: Obtaining, round: Round, newest: Capture, good: Capture | undefined): boolean {
  const isJudged = newest.id === good?.id || state.quarantine.get(newest.url)?.captureId === newest.id;
  return round.isResumed && !isJudged && newest.fetchedAt >= round.startedAt;
}

/**
 * A document that is not asked for in this run: what was found of it before still holds, as the program reads it now.
 */
export function asKnown(obtaining: Obtaining, address: DocumentAddress): GatheredDocument {
  const known = obtaining.state.documents.get(address.url);
  const capture = goodCapture(obtaining, address);
  const newest = obtaining.archive.latest(address.url);
  // Refused before: tried again where the program has changed since.
  if (newest !== undefined && obtaining.state.quarantine.get(address.url) !== undefined)
    return readCapture(obtaining, address, newest, capture, undefined);
  if (known?.trouble !== undefined) {
    const { trouble, goneRounds } = known;
    return { address, capture, trouble: { ...trouble, goneRounds } as Trouble };
  }
  if (capture !== undefined) return readCapture(obtaining, address, capture, capture, undefined);
  const message = `${address.url} was never fetched, and is not asked for in this run.`;
  return { address, capture, trouble: { kind: "not-archived", message } };
}

async function ask(
  obtaining: Obtaining,
  fetcher: Fetcher,
  address: DocumentAddress,
  good: Capture | undefined,
  validators: Validators | undefined,
): Promise<GatheredDocument> {
  const { registered, state, counts, round } = obtaining;
  const expectation = registered.source.readers[address.kind]?.expectation;
  if (expectation === undefined) throw new Error(`${registered.source.id} has no reader for ${address.kind}`);
  const outcome = await fetcher.fetch({ url: address.url, expectation, validators });
  if (outcome.outcome === "failed") {
    const { kind, message } = outcome;
    const movedTo = isKnown(obtaining, address)
      ? profileAt(registered.source, address, outcome.leadsTo)
      : undefined;
    if (movedTo !== undefined) return failed(obtaining, address, good, { kind, message, movedTo });
    counts.failed++;
    return failed(obtaining, address, good, { kind, message });
  }
  if (outcome.outcome === "unchanged") {
    if (good === undefined) throw new Error(`${address.url}: 304 without a capture to hold on to`);
    counts.unchanged++;
    markAnswered(obtaining, address, round);
    state.quarantine.release(address.url);
    return readCapture(obtaining, address, good, good, round);
  }
  const capture = keep(obtaining, outcome.response);
  if (capture.sha256 === good?.sha256) counts.unchanged++;
  else counts.fetched++;
  return readCapture(obtaining, address, capture, good, round);
}

/** What was never had cannot have moved: its address is wrong. */
function isKnown({ archive }: Obtaining, { url }: DocumentAddress): boolean {
  return archive.latest(url) !== undefined;
}

function keep({ archive, registered, settings }: Obtaining, response: FetchedResponse): Capture {
  const { validators, ...rest } = response;
  const acquiredBy = settings.from === "archive" ? "fetch" : settings.from;
  return archive.add({ sourceId: registered.source.id, acquiredBy, ...validators, ...rest });
}

/** The publisher could not be asked; perhaps a person has put a newer copy into the archive. */
function failed(
  obtaining: Obtaining,
  address: DocumentAddress,
  good: Capture | undefined,
  trouble: Trouble,
): GatheredDocument {
  const { registered, state, now, round } = obtaining;
  const document = { kind: address.kind, url: address.url, sourceId: registered.source.id };
  const goneRounds = state.documents.failed(document, trouble, now().toISOString(), round?.id);
  const told = trouble.kind === "gone" ? { ...trouble, goneRounds } : trouble;
  const newest = obtaining.archive.latest(address.url);
  if (newest === undefined || !maySupersede(state, newest, good))
    return { address, capture: good, trouble: told };
  return { ...readCapture(obtaining, address, newest, good, undefined), trouble: told };
}

/**
 * What a person brought in, and what was refused and may be understood by now. Any other response that seems newer than the
 * good one was read before it, and the clock of the machine has gone back since.
 */
function maySupersede(state: State, newest: Capture, good: Capture | undefined): boolean {
  if (good === undefined) return true;
  const isWaiting = state.quarantine.get(newest.url)?.captureId === newest.id;
  const isOther = newest.id !== good.id && newest.fetchedAt >= good.fetchedAt;
  return isOther && (newest.acquiredBy === "import" || isWaiting);
}

/** A document that nobody asks for: the newest copy that the archive has of it. */
export function fromArchive(
  obtaining: Obtaining,
  address: DocumentAddress,
  good = goodCapture(obtaining, address),
): GatheredDocument {
  const newest = obtaining.archive.latest(address.url);
  if (newest !== undefined) return readCapture(obtaining, address, newest, good, undefined);
  obtaining.counts.failed++;
  const message = `${address.url} is not in the archive. Fetch it, or import a file that a person saved.`;
  return { address, capture: undefined, trouble: { kind: "not-archived", message } };
}

function goodCapture({ state, archive }: Obtaining, { url }: DocumentAddress): Capture | undefined {
  const captureId = state.documents.get(url)?.captureId;
  return captureId === undefined ? undefined : archive.capture(captureId);
}

/** Reads a capture; where it is refused, the last good one stays. `round`: the round that it is the answer of. */
function readCapture(
  obtaining: Obtaining,
  address: DocumentAddress,
  capture: Capture,
  good: Capture | undefined,
  round: Round | undefined,
): GatheredDocument {
  const { reader, counts, now } = obtaining;
  const outcome = reader.read(address, capture, now().toISOString(), round?.id);
  if (outcome.isParsed) counts.parsed++;
  if (outcome.outcome === "read")
    return { address, capture, trouble: undefined, notCompared: outcome.notCompared };
  counts.rejected++;
  const trouble = { kind: "rejected" as const, message: outcome.reason };
  return { address, capture: good?.id === capture.id ? undefined : good, trouble };
}

/** It need not be asked for again in this round. What failed or was refused is asked for again. */
function markAnswered(
  { registered, state, now }: Obtaining,
  address: DocumentAddress,
  round: Round | undefined,
): void {
  if (round === undefined) return;
  const document = { kind: address.kind, url: address.url, sourceId: registered.source.id };
  state.documents.answered(document, now().toISOString(), round.id);
}
