import { join } from "node:path";
import { type Archive, openArchive } from "../../sources/archive/archive.ts";
import { createFetcher, type Network } from "../../sources/fetching/create-fetcher.ts";
import type { FetchEvent } from "../../sources/fetching/fetch-event.ts";
import type { Fetcher } from "../../sources/fetching/fetcher.ts";
import type { Source } from "../../sources/source.ts";
import type { Ledger } from "../acceptances/ledger.ts";
import { runLedger } from "../acceptances/run-ledger.ts";
import { fingerprintOf } from "../build/fingerprint.ts";
import { UsageError } from "../errors/usage-error.ts";
import { latestVersion } from "../published-version.ts";
import { type RegisteredSource, SOURCES } from "../registry.ts";
import { type Due, dueOf, isTroubled } from "../schedule/due.ts";
import { migrationWords } from "../state/migrate-state.ts";
import { openState, type State } from "../state/state.ts";
import { TOOL_VERSION } from "../tool-version.ts";
import { type Decision, decide } from "./decide.ts";
import { gather } from "./gather.ts";
import { lastGoodIn } from "./last-good.ts";
import { isFullRoundDue, unchangedCodes } from "./light.ts";
import type { Passage } from "./passage.ts";
import type { Progress } from "./progress.ts";
import { publishPassages } from "./publish-passages.ts";
import { type PublishedSource, publishedSources } from "./published-documents.ts";
import { documentsReader } from "./read-document.ts";
import type { RefreshResult } from "./result.ts";
import type { RefreshSettings } from "./settings.ts";

/** What the main job needs from outside. The caller holds the lock of the store. */
export type RefreshWorld = {
  readonly store: string;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  readonly network: Network;
  readonly progress: Progress;
};

/** The main job: gather each source, decide what of it is good, build a version of it, check it, publish it. */
export async function refresh(world: RefreshWorld, settings: RefreshSettings): Promise<RefreshResult> {
  const archive = openArchive(join(world.store, "archive.sqlite"));
  const state = openState(join(world.store, "state.sqlite"), (migration) =>
    world.progress.say(migrationWords(migration)),
  );
  const fetcher = fetcherFor(world, settings, state);
  try {
    const isSample = keepSampleApart(state, archive, settings) === "sample";
    const ledger = await runLedger(world.store, state, settings);
    const passages = await gatherAll(world, settings, { archive, state, fetcher, ledger, isSample });
    refuseUnknownCodes(settings, passages);
    return await publishPassages(world, settings, { archive, state, passages, fetcher, ledger });
  } finally {
    await fetcher?.close();
    state.close();
    archive.close();
  }
}

function fetcherFor(
  { now, signal, network, progress }: RefreshWorld,
  { from, mirror, contact }: RefreshSettings,
  state: State,
): Fetcher | undefined {
  if (from === "archive") return undefined;
  const today = () => now().toISOString().slice(0, 10);
  return createFetcher({
    ...network,
    contact,
    toolVersion: TOOL_VERSION,
    mirror,
    manners: SOURCES.flatMap(({ source }) => source.hosts),
    clock: now,
    signal,
    robotsStore: state.robots,
    spent: {
      requestsToday: (host) => state.budgets.spent(host, today()),
      count: (host) => state.budgets.count(host, today()),
    },
    log: (event) => {
      progress.fetched?.(event);
      tell(event, progress);
    },
  });
}

function tell(event: FetchEvent, progress: Progress): void {
  if (event.event === "retrying")
    progress.say(
      `${event.url}: ${event.reason} Trying again in ${Math.ceil(event.waitMilliseconds / 1000)} s.`,
    );
  if (event.event === "parked") progress.say(`${event.host} is not asked again in this run. ${event.reason}`);
}

type Content = "sample" | "publishers";

/** What the store holds. The archive knows where the state was lost. */
function contentOf(state: State, archive: Archive): Content | undefined {
  const known = state.settings.get("content");
  if (known !== undefined) return known as Content;
  const [newest] = archive.captures({ limit: 1 });
  return newest && (newest.acquiredBy === "sample" ? "sample" : "publishers");
}

/** A store holds the sample or the publishers' documents, never both. */
function keepSampleApart(state: State, archive: Archive, { from }: RefreshSettings): Content | undefined {
  const known = contentOf(state, archive);
  if (from === "archive") return known;
  const content = from === "sample" ? "sample" : "publishers";
  if (known !== undefined && known !== content) throw new UsageError(MIXED[known], "sample-store");
  state.settings.set("content", content);
  return content;
}

const MIXED: Readonly<Record<Content, string>> = {
  sample:
    "This store holds the sample that ships with the program. Choose another store for real documents, for example --store data; nothing was changed.",
  publishers:
    "This store holds the publishers' documents. Choose another store for the sample, for example --store sample; nothing was changed.",
};

type Parts = {
  readonly archive: Archive;
  readonly state: State;
  readonly fetcher: Fetcher | undefined;
  readonly ledger: Ledger;
  readonly isSample: boolean;
};

async function gatherAll(
  world: RefreshWorld,
  settings: RefreshSettings,
  { archive, state, fetcher, ledger, isSample }: Parts,
): Promise<Passage[]> {
  const { progress, now, store } = world;
  const publishedOf = await publishedSources(store, archive);
  const latest = await latestVersion(store);
  const rulesFingerprint = fingerprintOf(["pipelines/checks/against-last"]);
  const passages = new Map<string, Passage>();
  for (const registered of settings.isLight ? SOURCES.toSorted(signsFirst) : SOURCES) {
    const { source, code } = registered;
    const fingerprint = fingerprintOf(code);
    const published = publishedOf(source);
    const lastGood = lastGoodIn(state, archive, published.documents);
    const measures = { registered, fingerprint, archive, state, ledger, lastGood };
    const reader = documentsReader({ ...measures, rulesFingerprint });
    const isChosen = settings.sourceIds.length === 0 || settings.sourceIds.includes(source.id);
    const notDue = isChosen ? notDueNow(source, published, { world, settings, state }) : undefined;
    const sign = settings.isLight
      ? [...passages.values()].find((other) => isSignOf(other, source) && other.notDue === undefined)
      : undefined;
    const isLight = sign !== undefined && !isFullRoundDue(state, source.id, now());
    const gathering = {
      ...{
        registered,
        settings,
        fetcher,
        archive,
        state,
        reader,
        progress,
        now,
        isDue: notDue === undefined,
      },
      published: published.documents.map(({ address }) => address),
      redirects: published.redirects,
      spared: isLight ? unchangedCodes(sign, latest) : undefined,
    };
    const before = requestsTo(source, fetcher);
    const gathered = isChosen ? await gather(gathering) : undefined;
    const requests = requestsTo(source, fetcher) - before;
    const decision =
      gathered === undefined
        ? asPublished(published)
        : decide(source, gathered, published.documents, settings, ledger);
    const way = { registered, fingerprint, reader, notDue, gathered, requests, published };
    passages.set(source.id, { ...way, decision, isSample });
  }
  return SOURCES.flatMap(({ source }) => passages.get(source.id) ?? []);
}

/** When a source is due, where the run goes by the schedule and it is not due yet. */
function notDueNow(
  source: Source,
  { state: published }: PublishedSource,
  { world, settings, state }: { world: RefreshWorld; settings: RefreshSettings; state: State },
): Due | undefined {
  const { schedule, id } = source;
  if (!settings.honoursSchedule || schedule === undefined) return undefined;
  const now = world.now();
  const memory = { round: state.rounds.newest(id), isTroubled: isTroubled(published) };
  const due = dueOf(schedule, memory, now);
  return due.at > now ? due : undefined;
}

function isSignOf({ registered }: Passage, { id }: Source): boolean {
  return registered.signs?.of === id;
}

/** In a light round, documents that tell which pages have changed are asked for before the pages. */
function signsFirst(one: RegisteredSource, other: RegisteredSource): number {
  return Number(other.signs !== undefined) - Number(one.signs !== undefined);
}

/** Requests so far to the hosts of a source, which can be those of other sources, too. */
function requestsTo({ hosts }: Source, fetcher: Fetcher | undefined): number {
  const statistics = fetcher?.statistics() ?? {};
  return hosts.reduce((sum, { host }) => sum + (statistics[host]?.requests ?? 0), 0);
}

/** A source that was not chosen stays as it is. */
function asPublished({ state, documents, findings }: PublishedSource): Decision {
  if (documents.length === 0) return { state: "absent", reasons: [], findings: [] };
  const isOther = state === "carried-forward" || state === "retired";
  return { state: isOther ? state : "fresh", documents, reasons: [], findings, moves: [] };
}

function refuseUnknownCodes({ codes }: RefreshSettings, passages: readonly Passage[]): void {
  const listed = passages.flatMap(({ registered, gathered }) =>
    (gathered?.documents ?? []).map(({ address }) => registered.source.codeOf(address)),
  );
  const unknown = codes.filter((code) => !listed.includes(code));
  if (listed.length > 0 && unknown.length > 0)
    throw new UsageError(
      `No chosen source lists ${unknown.join(", ")}. A code is the last part of the page's address, such as registered-nurses; nothing was published.`,
      "unknown-code",
    );
}
