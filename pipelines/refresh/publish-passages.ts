import type { Archive } from "../../sources/archive/archive.ts";
import { asStoreError } from "../../sources/archive/store-error.ts";
import type { Fetcher } from "../../sources/fetching/fetcher.ts";
import { idleAcceptances } from "../acceptances/acceptance-words.ts";
import type { Ledger } from "../acceptances/ledger.ts";
import { buildFacts, type FactCounts } from "../build/build-facts.ts";
import { programFingerprint } from "../build/program.ts";
import { isLack } from "../build/run-findings.ts";
import { RefusedError } from "../errors/refused-error.ts";
import { SourceRefusedError } from "../errors/source-refused-error.ts";
import { inspectFacts } from "../inspection/inspect-facts.ts";
import { touchChecked } from "../publish/latest.ts";
import { type Publication, publishVersion } from "../publish/publish-version.ts";
import { recoverStore } from "../publish/recover.ts";
import { findRollback, rollbackWords } from "../publish/roll-back.ts";
import { inSnapshot, latestVersion, type PublishedVersion } from "../published-version.ts";
import type { State } from "../state/state.ts";
import { TOOL_VERSION } from "../tool-version.ts";
import { contributionsOf, type GatheredContribution, inputsOf } from "./contributions.ts";
import { carryForward } from "./decide.ts";
import { failuresOf } from "./failures.ts";
import { notDueOf, nothingDueWords } from "./not-due.ts";
import type { Passage } from "./passage.ts";
import { reasonsOf } from "./reasons.ts";
import type { RefreshWorld } from "./refresh.ts";
import type { IssueCounts, Outcome, RefreshResult } from "./result.ts";
import { noChanges, runChanges } from "./run-changes.ts";
import { isLive, type RefreshSettings } from "./settings.ts";
import { sourceReports } from "./source-reports.ts";

type Run = {
  readonly archive: Archive;
  readonly state: State;
  readonly passages: readonly Passage[];
  readonly fetcher: Fetcher | undefined;
  readonly ledger: Ledger;
};

/** Publishes what was decided, unless the latest version was made from the same. */
export async function publishPassages(
  world: RefreshWorld,
  settings: RefreshSettings,
  run: Run,
): Promise<RefreshResult> {
  const latest = await latestVersion(world.store);
  const asked = run.passages.filter(isAsked);
  const tried = asked.length > 0 ? asked : run.passages.filter(({ notDue }) => notDue !== undefined);
  if (tried.length > 0 && tried.every(isUnreached))
    return ended(run, latest, "failed", unreachedWords(tried, world.now()));
  const rolledBack = await findRollback(world.store);
  if (latest !== undefined && rolledBack !== undefined && !settings.isDryRun) {
    await touchChecked(world.store, world.now().toISOString());
    return ended(run, latest, "degraded", rollbackWords(latest.id, rolledBack));
  }
  return publishContributions(world, settings, run);
}

/**
 * What does not fit the others costs its source, not the night: its last good facts stand in, and the version is built
 * anew. Each time, one source less is fresh.
 */
async function publishContributions(
  world: RefreshWorld,
  settings: RefreshSettings,
  run: Run,
): Promise<RefreshResult> {
  try {
    return await publishUnlessKnown(world, settings, run);
  } catch (error) {
    if (!(error instanceof SourceRefusedError)) throw error;
    const passages = run.passages.map((passage) => withoutRefused(passage, error));
    return publishContributions(world, settings, { ...run, passages });
  }
}

/** @throws RefusedError where what is refused is the last good already. */
function withoutRefused(passage: Passage, { sourceId, message }: SourceRefusedError): Passage {
  const { registered, published, decision } = passage;
  if (registered.source.id !== sourceId) return passage;
  if (decision.state === "absent" || decision.state === "carried-forward")
    throw new RefusedError(`${message} Nothing was published.`, "last-good-refused");
  return { ...passage, decision: carryForward(registered.source, published.documents, [message]) };
}

async function publishUnlessKnown(
  world: RefreshWorld,
  settings: RefreshSettings,
  run: Run,
): Promise<RefreshResult> {
  const latest = await latestVersion(world.store);
  const createdAt = world.now().toISOString();
  const contributions = contributionsOf(run.passages, createdAt);
  if (contributions.length === 0)
    return ended(run, latest, "refused", `Nothing was published. ${reasonsOf(run.passages)}`);
  const program = programFingerprint();
  const inputs = inputsOf(contributions, program);
  const known = run.state.publications.latest();
  if (latest !== undefined && known?.version === latest.id && known.inputs === inputs) {
    if (!settings.isDryRun) await keepLatest(world.store, world.now().toISOString());
    return unchangedResult(world, run, latest);
  }
  return build(world, settings, run, { createdAt, contributions, program, inputs });
}

/** Nothing new: what a crash, or a person, has done to `latest` meanwhile is put right all the same. */
async function keepLatest(store: string, checkedAt: string): Promise<void> {
  try {
    await recoverStore(store);
    await touchChecked(store, checkedAt);
  } catch (error) {
    throw asStoreError(error, store);
  }
}

/** All that a version is made from. */
type Prepared = {
  readonly createdAt: string;
  readonly contributions: readonly GatheredContribution[];
  readonly program: string;
  readonly inputs: string;
};

async function build(
  world: RefreshWorld,
  settings: RefreshSettings,
  run: Run,
  { createdAt, contributions, program, inputs }: Prepared,
): Promise<RefreshResult> {
  const { store, progress, signal } = world;
  const counts: FactCounts = new Map();
  let comparisons: RefreshResult["comparisons"] = [];
  const before = await latestVersion(store);
  const ledger = run.ledger.forAttempt();
  const occasion = { isSample: run.passages.some(({ isSample }) => isSample), isLive: isLive(settings) };
  try {
    const publication = await publishVersion({
      store,
      createdAt,
      toolVersion: TOOL_VERSION,
      program,
      archive: run.archive,
      isDryRun: settings.isDryRun,
      build: (writer) => {
        signal.throwIfAborted();
        comparisons = buildFacts(contributions, writer, progress, counts);
      },
      inspect: (database) =>
        inspectFacts(database, { ledger, before, occasion, renewed: new Set(renewedIn(run)) }),
    });
    if (!settings.isDryRun) run.state.publications.save(publication.manifest.id, inputs);
    if (publication.outcome === "published") run.state.letPasses.told(renewedIn(run));
    return { ...(await published(world, { ...run, ledger }, publication, counts)), comparisons };
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return ended(run, before, "refused", error.message, counts);
  }
}

function renewedIn({ passages }: Run): string[] {
  return passages
    .filter(({ decision }) => decision.state !== "carried-forward" && decision.state !== "absent")
    .map(({ registered }) => registered.source.id);
}

async function published(
  world: RefreshWorld,
  run: Run,
  { outcome, manifest, changes }: Publication,
  counts: FactCounts,
): Promise<RefreshResult> {
  const latest = await latestVersion(world.store);
  if (changes === null) return unchangedResult(world, run, latest, counts);
  const message =
    outcome === "rehearsed"
      ? `A dry run: ${manifest.id} would have been published.`
      : `Published ${manifest.id}.`;
  const isNew = outcome === "published";
  const outcomeNow = degradedOr(run, "published");
  return { ...ended(run, latest, outcomeNow, message, counts), isNew, changes: runChanges(changes) };
}

function unchangedResult(
  { now }: RefreshWorld,
  run: Run,
  latest: PublishedVersion | undefined,
  counts?: FactCounts,
): RefreshResult {
  const isIdle = !run.passages.some(isAsked);
  const message = (isIdle ? nothingDueWords(run.passages, now()) : undefined) ?? "Nothing has changed.";
  const result = ended(run, latest, degradedOr(run, "unchanged"), message, counts);
  return { ...result, changes: latest === undefined ? null : noChanges(latest.id) };
}

/** Something of the version is older than this run, or missing: the operator wants to know. */
function degradedOr({ passages }: Run, outcome: Outcome): Outcome {
  const isDegraded = ({ decision: { state, findings, reasons } }: Passage) =>
    state === "carried-forward" || findings.some(isLack) || (state === "absent" && reasons.length > 0);
  return passages.some(isDegraded) ? "degraded" : outcome;
}

function ended(
  run: Run,
  latest: PublishedVersion | undefined,
  outcome: Outcome,
  message: string,
  counts: FactCounts = new Map(),
): RefreshResult {
  return {
    outcome,
    message: [
      message,
      ...(outcome === "degraded" ? [reasonsOf(run.passages)] : []),
      ...idleAcceptances(run.ledger),
    ]
      .filter((words) => words !== "")
      .join(" "),
    version: latest?.id ?? null,
    isNew: false,
    changes: null,
    comparisons: [],
    sources: sourceReports(run.passages, latest, counts),
    hosts: run.fetcher?.statistics() ?? {},
    failures: failuresOf(run.passages),
    notDue: notDueOf(run.passages),
    quarantine: run.state.quarantine
      .all()
      .map(({ url, sourceId: source, since, reason }) => ({ url, source, since, reason })),
    issues: latest === undefined ? { error: 0, warning: 0, info: 0 } : issuesOf(latest),
  };
}

function issuesOf(latest: PublishedVersion): IssueCounts {
  return inSnapshot(latest, (database) => {
    const count = database.prepare<[string], number>("SELECT count(*) FROM issue WHERE severity = ?").pluck();
    const of = (severity: string) => Number(count.get(severity));
    return { error: of("error"), warning: of("warning"), info: of("info") };
  });
}

/** Where nothing was due, the sources are still as the last try left them. */
function unreachedWords(tried: readonly Passage[], now: Date): string {
  const waiting = nothingDueWords(tried, now);
  return [
    `No source could be reached. ${reasonsOf(tried)}`,
    ...(waiting === undefined ? [] : [waiting]),
  ].join(" ");
}

/** Trouble that a root can have although its publisher answered, or was not asked. */
const REACHED: ReadonlySet<string> = new Set(["rejected", "not-archived"]);

/** The publisher was to be asked, or the archive in its place. */
function isAsked({ gathered, registered, notDue }: Passage): boolean {
  return gathered !== undefined && registered.source.retired === undefined && notDue === undefined;
}

/** Not one of its roots was answered. */
function isUnreached({ gathered }: Passage): boolean {
  const roots = gathered?.roots ?? [];
  return (
    roots.length > 0 && roots.every(({ trouble }) => trouble !== undefined && !REACHED.has(trouble.kind))
  );
}
