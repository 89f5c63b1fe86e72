import { existsSync, readlinkSync } from "node:fs";
import { basename, join } from "node:path";
import type { NotificationMessage } from "../../../pipelines/monitoring/notifications/message.ts";
import { verifyVersion } from "../../../pipelines/publish/verify.ts";
import type { RunReport } from "../../../pipelines/refresh/report.ts";
import { select } from "../../pipelines/refresh/facts-of-versions.ts";
import { runIn } from "../../pipelines/run-in.ts";
import { type Asked, startUpstream } from "../upstream.ts";
import type { PlannedNight } from "./plan.ts";
import { startOperator } from "./told-operator.ts";

/** Sources of both countries. */
export const SOURCES = ["us-soc", "us-ooh", "uk-ncs"] as const;
const MOST_AT_THE_SAME_TIME = 8;

export type NightOutcome = {
  readonly night: PlannedNight;
  readonly exit: number;
  readonly version: string;
  readonly requests: number;
  /** Messages to the operator. */
  readonly told: number;
  readonly problems: readonly string[];
};

/** What an outsider remembers from night to night, to judge the next one by. */
type Memory = {
  readonly carriedSince: Map<string, string>;
  readonly facts: Map<string, number>;
  readonly known: Set<string>;
  /** What the operator knows: of the run, and of each source. */
  readonly standings: Map<string, string>;
};

/** Runs one night after the other in the same store. */
export async function* runNights(
  store: string,
  nights: readonly PlannedNight[],
): AsyncGenerator<NightOutcome> {
  const upstream = await startUpstream();
  const operator = await startOperator();
  const memory: Memory = {
    carriedSince: new Map(),
    facts: new Map(),
    known: new Set(),
    standings: new Map(),
  };
  try {
    for (const night of nights) {
      night.prepare(upstream);
      upstream.forget();
      const words = ["refresh", "--mirror", upstream.url, "--source", ...SOURCES];
      const { exit, json } = await runIn(store, words, {
        now: night.now,
        env: { OCCUPATIONS_WEBHOOK: operator.webhook },
        network: { sleep: async (_, signal) => signal.throwIfAborted(), random: () => 0 },
      });
      const report = json as RunReport;
      const version = latestIn(store);
      const told = operator.take();
      const problems = [
        ...(exit === night.exit ? [] : [`exit ${exit} instead of ${night.exit}: ${report.message}`]),
        ...(version === ""
          ? ["nothing is published"]
          : await verifyVersion(join(store, "versions", version))),
        ...stateProblems(night, store, version, memory),
        ...factProblems(store, version, memory),
        ...requestProblems(upstream.asked(), memory),
        ...toldProblems(night, told, memory),
      ];
      yield { night, exit, version, requests: upstream.asked().length, told: told.length, problems };
    }
  } finally {
    await upstream.close();
    await operator.close();
  }
}

type SourceRow = { readonly id: string; readonly state: string; readonly state_since: string };

/** A source is carried forward since the first of its bad nights in a row. */
function stateProblems(
  night: PlannedNight,
  store: string,
  version: string,
  { carriedSince }: Memory,
): string[] {
  const rows = select<SourceRow>({ store, version }, "SELECT id, state, state_since FROM source");
  return SOURCES.flatMap((id) => {
    const row = rows.find((one) => one.id === id);
    if (!night.carried.includes(id)) {
      carriedSince.delete(id);
      return row?.state === "fresh" ? [] : [`${id} is ${row?.state} instead of fresh`];
    }
    const since = carriedSince.get(id) ?? night.now;
    carriedSince.set(id, since);
    if (row?.state !== "carried-forward") return [`${id} is ${row?.state} instead of carried-forward`];
    return row.state_since === since
      ? []
      : [`${id} is carried forward since ${row.state_since}, not ${since}`];
  });
}

/** What was once good is there every night: no table of a source ever has fewer rows. */
function factProblems(store: string, version: string, { facts }: Memory): string[] {
  return ["occupation", "wage", "duty", "projection", "section"].flatMap((table) => {
    const sql = `SELECT source_id AS source, count(*) AS rows FROM ${table} GROUP BY source_id`;
    return select<{ source: string; rows: number }>({ store, version }, sql).flatMap(({ source, rows }) => {
      const key = `${table} of ${source}`;
      const before = facts.get(key) ?? 0;
      facts.set(key, rows);
      return rows < before ? [`${key}: ${rows} rows instead of ${before}`] : [];
    });
  });
}

/** The operator hears of what stands otherwise than the night before, in one message, and of nothing else. */
function toldProblems(
  { carried }: PlannedNight,
  told: readonly NotificationMessage[],
  { standings }: Memory,
): string[] {
  const now: readonly (readonly [string, string])[] = [
    ["run", carried.length > 0 ? "degraded" : "fresh"],
    ...SOURCES.map((id) => [`source ${id}`, carried.includes(id) ? "carried-forward" : "fresh"] as const),
  ];
  const due = now
    .filter(([subject, state]) => (standings.get(subject) ?? "fresh") !== state)
    .map(([subject, state]) => `${subject}: ${state}`);
  for (const [subject, state] of now) standings.set(subject, state);
  const heard = told.flatMap(({ changes }) => changes.map(({ subject, to }) => `${subject}: ${to}`));
  return [
    ...(told.length <= 1 ? [] : [`the operator was told ${told.length} times`]),
    ...due.filter((words) => !heard.includes(words)).map((words) => `the operator was not told ${words}`),
    ...heard.filter((words) => !due.includes(words)).map((words) => `the operator was told ${words}`),
  ];
}

/** The rules of asking, as the publishers' own log shows whether they were kept. */
function requestProblems(asked: readonly Asked[], { known }: Memory): string[] {
  const problems = asked.flatMap(({ address, host, atTheSameTime, userAgent }) => [
    ...(HOSTS.has(host) ? [] : [`${host} was asked, which is no publisher's`]),
    ...(atTheSameTime <= MOST_AT_THE_SAME_TIME ? [] : [`${atTheSameTime} requests at the same time`]),
    ...(/^occupations\//.test(userAgent) ? [] : [`${address} was asked by “${userAgent}”`]),
  ]);
  const hosts = new Set(asked.map(({ host }) => host));
  for (const host of hosts)
    if (asked.find((one) => one.host === host)?.address !== `${host}/robots.txt`)
      problems.push(`${host} was asked for a document before its robots.txt`);
  for (const one of asked) {
    if (known.has(one.address) && !one.isConditional)
      problems.push(`${one.address} was asked for without the validators that it came with`);
    if (one.status === 200 && !UNDATED.test(one.address)) known.add(one.address);
    if (one.status === 403 && asked.filter(({ host }) => host === one.host).at(-1) !== one)
      problems.push(`${one.host} was asked again after it had turned us away`);
  }
  return problems;
}

/** Its publisher is asked anew in every run that fails on it: what it said was not good enough to hold on to. */
const UNDATED = /\/actors\.htm$/;

const HOSTS = new Set(["www.bls.gov", "nationalcareers.service.gov.uk"]);

function latestIn(store: string): string {
  const link = join(store, "latest");
  return existsSync(link) ? basename(readlinkSync(link)) : "";
}
