import { Gauge, Registry } from "prom-client";
import { readManifest } from "../publish/store-layout.ts";
import { inState } from "../state/in-state.ts";
import { pendingIn } from "../state/notifications.ts";
import { type MaxAge, type Status, storeStatus } from "../status/store-status.ts";
import { TOOL_VERSION } from "../tool-version.ts";
import type { World } from "../world.ts";
import { type EndedRun, lastEndedRun } from "./ended-run.ts";

/** What the metrics are computed from: everything lies in the store, so that they are right after a restart. */
export type MetricsWorld = Pick<World, "store" | "registry" | "now">;

const SOURCE_STATES = ["fresh", "carried-forward", "retired", "sample", "unread"];
const STORE_STATES = ["fresh", "stale", "degraded"];
const OUTCOMES = ["published", "unchanged", "degraded", "refused", "failed", "crashed", "interrupted"];

type Labels = Readonly<Record<string, string>>;
type Sample = { readonly labels?: Labels; readonly value: number | null };

/** Adds one metric; values that nobody knows are left out rather than set to a number. */
type Add = (name: string, help: string, samples: readonly Sample[]) => void;

/** All metrics of a store in the text format of Prometheus. */
export async function collectMetrics(world: MetricsWorld, maxAge: MaxAge): Promise<string> {
  const registry = new Registry();
  const add = addTo(registry);
  const status = await storeStatus(world, maxAge);
  const run = await lastEndedRun(world.store);
  addProgram(add);
  addStore(add, status, inState(world.store, pendingIn, 0));
  await addVersion(add, world.store, status);
  addSources(add, status);
  if (run !== undefined) addRun(add, run);
  return registry.metrics();
}

function addTo(registry: Registry): Add {
  return (name, help, samples) => {
    const known = samples.filter(({ value }) => value !== null);
    if (known.length === 0) return;
    const labelNames = [...new Set(known.flatMap(({ labels = {} }) => Object.keys(labels)))];
    const gauge = new Gauge({ name: `occupations_${name}`, help, labelNames, registers: [registry] });
    for (const { labels = {}, value } of known) gauge.set(labels, Number(value));
  };
}

function addProgram(add: Add): void {
  const labels = { version: TOOL_VERSION, node: process.versions.node };
  add("build_info", "The program that wrote these metrics.", [{ labels, value: 1 }]);
}

function addStore(add: Add, { state, sizes, checked_at, quarantine }: Status, pending: number): void {
  add("state", "1 for the state that `occupations status` tells.", oneOf("state", STORE_STATES, state));
  add("checked_timestamp_seconds", "When a run last found the dataset up to date.", [timeSample(checked_at)]);
  add("pending_notifications", "Notifications that could not be delivered yet.", [{ value: pending }]);
  add("quarantined_documents", "Documents that their reader refused.", [{ value: quarantine.length }]);
  const { total: _, free, ...parts } = sizes;
  add(
    "store_bytes",
    "Size of each part of the store.",
    Object.entries(parts).map(([name, value]) => ({ labels: { part: name }, value })),
  );
  add("store_free_bytes", "Room that is left on the disk of the store.", [{ value: free }]);
}

async function addVersion(add: Add, store: string, { version, rolled_back }: Status): Promise<void> {
  add("rolled_back", "1 while a person holds the latest version back.", [
    { value: rolled_back === null ? 0 : 1 },
  ]);
  const manifest = version === null ? undefined : await readManifest(store, version);
  if (manifest === undefined) return;
  const { id, schema_version, content_hash, created_at, counts } = manifest;
  add("version_info", "The latest published version.", [
    { labels: { version: id, schema_version, content_hash }, value: 1 },
  ]);
  add("version_created_timestamp_seconds", "When the latest version was made.", [timeSample(created_at)]);
  add(
    "version_rows",
    "Rows of each table of the latest version.",
    Object.entries(counts).map(([table, value]) => ({ labels: { table }, value })),
  );
}

function addSources(add: Add, { sources }: Status): void {
  const times = (field: "last_success" | "fetched_at" | "next_due" | "state_since") =>
    sources.map((source) => timeSample(source[field], { source: source.id }));
  add(
    "source_state",
    "1 for the state of each source.",
    sources.flatMap(({ id, state }) => oneOf("state", SOURCE_STATES, state, { source: id })),
  );
  add(
    "source_info",
    "The edition of each source.",
    sources.map(({ id, edition }) => ({ labels: { source: id, edition: edition ?? "" }, value: 1 })),
  );
  add(
    "source_last_success_timestamp_seconds",
    "When each source was last gone through as a whole.",
    times("last_success"),
  );
  add(
    "source_fetched_timestamp_seconds",
    "When the newest published document of each source was fetched.",
    times("fetched_at"),
  );
  add("source_next_due_timestamp_seconds", "When each source is to be asked again.", times("next_due"));
  add(
    "source_state_since_timestamp_seconds",
    "Since when each source is in its state.",
    times("state_since"),
  );
}

function addRun(add: Add, run: EndedRun): void {
  const { started_at, finished_at, exit, outcome, sources, hosts, issues } = run;
  const took = (Date.parse(finished_at) - Date.parse(started_at)) / 1000;
  add("last_run_info", "The last run that ended.", [{ labels: { run: run.run }, value: 1 }]);
  add("last_run_outcome", "1 for how the last run ended.", oneOf("outcome", OUTCOMES, outcome));
  add("last_run_exit_code", "Exit code of the last run.", [{ value: exit }]);
  add("last_run_started_timestamp_seconds", "When the last run began.", [timeSample(started_at)]);
  add("last_run_finished_timestamp_seconds", "When the last run ended.", [timeSample(finished_at)]);
  add("last_run_duration_seconds", "How long the last run took.", [{ value: took }]);
  addRunSources(add, sources);
  const hostSamples = (figure: (host: EndedRun["hosts"][string]) => number) =>
    Object.entries(hosts).map(([host, statistics]) => ({ labels: { host }, value: figure(statistics) }));
  add(
    "last_run_requests",
    "Requests of the last run.",
    hostSamples(({ requests }) => requests),
  );
  add(
    "last_run_received_bytes",
    "Bytes that the last run received, as transferred.",
    hostSamples(({ bytes }) => bytes),
  );
  add(
    "last_run_retries",
    "Requests that the last run repeated.",
    hostSamples(({ retries }) => retries),
  );
  add(
    "last_run_parked",
    "1 for each host that the last run stopped asking.",
    hostSamples(({ parked }) => (parked === undefined ? 0 : 1)),
  );
  if (issues !== undefined)
    add(
      "issues",
      "Rows of the table issue, by severity, as the last run left them.",
      Object.entries(issues).map(([severity, value]) => ({ labels: { severity }, value })),
    );
}

const RESULTS = ["fetched", "unchanged", "resumed", "failed", "parsed", "rejected"] as const;

function addRunSources(add: Add, sources: EndedRun["sources"]): void {
  add(
    "last_run_source_documents",
    "What the last run did with the documents of each source.",
    sources.flatMap((source) =>
      RESULTS.map((result) => ({ labels: { source: source.id, result }, value: source[result] })),
    ),
  );
  add(
    "last_run_source_requests",
    "Requests that the last run made for each source.",
    sources.map(({ id, requests }) => ({ labels: { source: id }, value: requests })),
  );
  add(
    "source_facts",
    "Facts that each source gives.",
    sources.map(({ id, facts }) => ({ labels: { source: id }, value: facts })),
  );
}

/** A sample for each name, 1 for the one that holds now; also for a name that is not among those we know. */
function oneOf(
  label: "state" | "outcome",
  names: readonly string[],
  now: string,
  labels: Labels = {},
): readonly Sample[] {
  return [...new Set([...names, now])].map((name) => ({
    labels: { ...labels, [label]: name },
    value: name === now ? 1 : 0,
  }));
}

function timeSample(time: string | null, labels?: Labels): Sample {
  const value = time === null ? null : Date.parse(time) / 1000;
  return labels === undefined ? { value } : { labels, value };
}
