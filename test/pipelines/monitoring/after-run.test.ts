import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { collectMetrics } from "../../../pipelines/monitoring/metrics.ts";
import { programRegistry } from "../../../pipelines/program-registry.ts";
import { usualMaxAge } from "../../../pipelines/status/store-status.ts";
import { copyOf, type Ended, FIRST_NIGHT, refreshIn, SECOND_NIGHT } from "../refresh/refreshed-store.ts";
import { metricsNamedIn, metricsWrittenIn } from "./named-metrics.ts";

let folder: string;
let store: string;
let ended: Ended;
let metricsFile: string;
let logFile: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "after-run-"));
  store = join(folder, "store");
  metricsFile = join(folder, "occupations.prom");
  logFile = join(folder, "occupations.log");
  const files = ["--metrics-file", metricsFile, "--log-file", logFile];
  ended = await refreshIn(store, ["--sample", "--source", "us-ooh", ...files]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The value of a metric, by its name and its labels as they are printed. */
function valueIn(metrics: string, series: string): number {
  const line = metrics.split("\n").find((one) => one.startsWith(`${series} `));
  if (line === undefined) throw new Error(`${series} is not among the metrics.`);
  return Number(line.slice(series.length));
}

const at = (time: string) => Date.parse(time) / 1000;

test("beside the report for programs lies one for people", () => {
  const names = readdirSync(join(store, "runs")).toSorted();
  expect(names).toEqual([`${ended.report.run}.json`, `${ended.report.run}.txt`]);
  const text = readFileSync(join(store, "runs", `${ended.report.run}.txt`), "utf8");
  expect(text).toContain("occupations PUBLISHED: all is well");
  expect(text).toContain(String(ended.report.version));
});

test("the log has a line for each request, for each source and for the end, all of them of this run", () => {
  const text = readFileSync(logFile, "utf8").trimEnd();
  const lines = text.split("\n").map((line) => JSON.parse(line));
  const ofRun = lines.filter(({ run }) => run === ended.report.run);
  const answered = ofRun.filter(({ event }) => event === "answered");
  expect(answered).toHaveLength(ended.report.hosts["www.bls.gov"]?.requests ?? 0);
  expect(answered).toContainEqual(
    expect.objectContaining({ source: "us-ooh", url: "https://www.bls.gov/ooh/a-z-index.htm", status: 200 }),
  );
  expect(ofRun).toContainEqual(expect.objectContaining({ event: "source-ended", source: "us-ooh" }));
  expect(ofRun.at(-1)).toMatchObject({ event: "run-ended", outcome: "published", exit: 0 });
  expect(lines.at(-1)).toMatchObject({ event: "command-ended", command: "refresh", exit: 0 });
});

test("the file of metrics tells of the run, the version, the sources and the store", () => {
  const metrics = readFileSync(metricsFile, "utf8");
  expect(valueIn(metrics, 'occupations_state{state="fresh"}')).toBe(1);
  expect(valueIn(metrics, 'occupations_state{state="degraded"}')).toBe(0);
  expect(valueIn(metrics, "occupations_last_run_exit_code")).toBe(0);
  expect(valueIn(metrics, 'occupations_last_run_outcome{outcome="published"}')).toBe(1);
  expect(valueIn(metrics, 'occupations_source_state{source="us-ooh",state="sample"}')).toBe(1);
  expect(valueIn(metrics, 'occupations_source_state{source="uk-ncs",state="unread"}')).toBe(1);
  expect(valueIn(metrics, 'occupations_source_last_success_timestamp_seconds{source="us-ooh"}')).toBe(
    at(FIRST_NIGHT),
  );
  const [source] = ended.report.sources;
  expect(valueIn(metrics, 'occupations_source_facts{source="us-ooh"}')).toBe(source?.facts);
  expect(valueIn(metrics, 'occupations_last_run_source_documents{source="us-ooh",result="fetched"}')).toBe(
    source?.fetched,
  );
  const host = ended.report.hosts["www.bls.gov"];
  expect(valueIn(metrics, 'occupations_last_run_requests{host="www.bls.gov"}')).toBe(host?.requests);
  expect(valueIn(metrics, 'occupations_last_run_received_bytes{host="www.bls.gov"}')).toBe(host?.bytes);
  expect(valueIn(metrics, 'occupations_store_bytes{part="archive"}')).toBeGreaterThan(10_000);
  expect(metrics).toContain(`occupations_version_info{version="${ended.report.version}",`);
});

const DEPLOY = join(import.meta.dirname, "../../../pipelines/deploy/monitoring");

/** The expressions of a dashboard's panels, and the labels that their legends show. */
function expressionsOf(
  dashboard: string,
): readonly { readonly expr: string; readonly legendFormat: string }[] {
  return JSON.parse(dashboard).panels.flatMap(({ targets }: { targets: [] }) => targets);
}

test("alerts, dashboard and their description name metrics and labels that are written", () => {
  const written = metricsWrittenIn(readFileSync(metricsFile, "utf8"));
  const [alerts, dashboard, description] = ["alerts.yml", "dashboard.json", "README.md"].map((name) =>
    readFileSync(join(DEPLOY, name), "utf8"),
  ) as [string, string, string];
  const expressions = [
    ...[...alerts.matchAll(/^ +expr: (.*)$/gm)].map(([, expr = ""]) => ({ expr, legendFormat: "" })),
    ...expressionsOf(dashboard),
  ];
  expect(expressions.length).toBeGreaterThan(25);
  for (const { expr, legendFormat } of expressions) {
    const named = metricsNamedIn(expr);
    expect(named.length, expr).toBeGreaterThan(0);
    for (const { name, labels } of named) {
      expect([...written.keys()], expr).toContain(name);
      expect([...(written.get(name) ?? [])], expr).toEqual(expect.arrayContaining([...labels]));
    }
    const shown = [...legendFormat.matchAll(/\{\{(\w+)\}\}/g)].map(([, label]) => label);
    expect([...(written.get(named[0]?.name ?? "") ?? [])], expr).toEqual(expect.arrayContaining(shown));
  }
  for (const { name } of metricsNamedIn(description)) expect([...written.keys()]).toContain(name);
});

test("a source that was never gone through has no time of its last success, rather than a wrong one", () => {
  const metrics = readFileSync(metricsFile, "utf8");
  expect(metrics).not.toContain('occupations_source_last_success_timestamp_seconds{source="uk-ncs"}');
});

test("metrics are computed from the store alone: a night later they tell of the same run, and that it is stale", async () => {
  const world = { store, registry: programRegistry, now: () => new Date(SECOND_NIGHT) };
  const twelveHours = { milliseconds: 12 * 3_600_000, words: "12h" };
  const metrics = await collectMetrics(world, twelveHours);
  expect(valueIn(metrics, 'occupations_state{state="stale"}')).toBe(1);
  expect(valueIn(metrics, "occupations_checked_timestamp_seconds")).toBe(at(FIRST_NIGHT));
  expect(metrics).toContain(`occupations_last_run_info{run="${ended.report.run}"} 1`);
});

test("a store that is still to come has metrics, too", async () => {
  const world = { store: join(folder, "none"), registry: programRegistry, now: () => new Date(FIRST_NIGHT) };
  const metrics = await collectMetrics(world, usualMaxAge);
  expect(valueIn(metrics, 'occupations_state{state="stale"}')).toBe(1);
  expect(metrics).not.toContain("occupations_last_run");
  expect(existsSync(join(folder, "none"))).toBe(false);
});

test("a file of metrics that cannot be written is told, and the run ends as it did", async () => {
  const file = join(folder, "no-file.prom");
  mkdirSync(file, { recursive: true });
  const circumstances = { now: SECOND_NIGHT };
  const { exit, stderr } = await refreshIn(
    copyOf(store),
    ["--sample", "--source", "us-ooh", "--metrics-file", file],
    circumstances,
  );
  expect(exit).toBe(0);
  expect(stderr).toMatch(/^The file of metrics could not be written: .*EISDIR/);
  expect(readdirSync(folder).filter((name) => name.endsWith(".new"))).toEqual([]);
});

test("an operator who cannot be told is no reason to end otherwise; stderr and the reports say so", async () => {
  const empty = join(folder, "empty");
  const env = { OCCUPATIONS_WEBHOOK: "http://127.0.0.1:1/secret", OCCUPATIONS_METRICS_FILE: metricsFile };
  const { exit, stderr, report } = await refreshIn(empty, ["--offline"], { env });
  expect(exit).toBe(4);
  expect(stderr).toContain(
    "The operator could not be told by webhook: 127.0.0.1:1 could not be asked (ECONNREFUSED). The next run tries again.",
  );
  expect(report.notifications).toMatchObject([
    { channel: "webhook", outcome: "waiting", subject: "refused" },
  ]);
  const text = readFileSync(join(empty, "runs", `${report.run}.txt`), "utf8");
  expect(text).toContain("- webhook waiting: refused (127.0.0.1:1 could not be asked (ECONNREFUSED).)");
  expect(valueIn(readFileSync(metricsFile, "utf8"), "occupations_pending_notifications")).toBe(1);
});
