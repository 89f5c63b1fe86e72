import { cpSync, existsSync, mkdtempSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { verifyVersion } from "../../../pipelines/publish/verify.ts";
import type { RunReport } from "../../../pipelines/refresh/report.ts";
import type { Network } from "../../../sources/fetching/create-fetcher.ts";
import { sayTheSame } from "../../pipelines/refresh/facts-of-versions.ts";
import { runIn } from "../../pipelines/run-in.ts";
import { startUpstream, type Upstream } from "../upstream.ts";
import type { Fault } from "./fault.ts";

/** Sources of two publishers: pages, sitemaps and workbooks. */
export const SOURCES = ["us-soc", "us-ooh", "uk-ncs"] as const;

const NIGHTS = ["2026-11-20T02:15:00Z", "2026-11-21T02:15:00Z", "2026-11-22T02:15:00Z"] as const;

/** Waits take no time: how long they are is tested where the waiting is done. */
const NO_WAITS: Network = { sleep: async (_, signal) => signal.throwIfAborted(), random: () => 0 };

/** A store with one published version, and the upstream that it came from. */
export type Ground = {
  readonly upstream: Upstream;
  readonly store: string;
  readonly version: string;
  readonly close: () => Promise<void>;
};

export async function prepareGround(): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), "faults-"));
  const store = join(folder, "store");
  const upstream = await startUpstream();
  const { exit, json } = await refresh(store, ["--mirror", upstream.url], { now: NIGHTS[0] });
  const version = latestIn(store);
  if (version === undefined)
    throw new Error(`The sample was not published (${exit}): ${JSON.stringify(json)}`);
  const close = async () => {
    await upstream.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { upstream, store, version, close };
}

/** A night of the fault, and the night after: what is not as it should be, in words. */
export async function problemsAfter(fault: Fault, ground: Ground): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "fault-"));
  const store = join(folder, "store");
  cpSync(ground.store, store, { recursive: true, verbatimSymlinks: true });
  try {
    const during = await problemsDuring(fault, ground, store);
    return [...during, ...(await problemsOnTheNextNight(ground, store))];
  } finally {
    ground.upstream.behave();
    ground.upstream.restore();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function problemsDuring(fault: Fault, ground: Ground, store: string): Promise<string[]> {
  const { upstream } = ground;
  const night = (await fault.begin({ upstream, store })) ?? {};
  const { from = ["--mirror", upstream.url], now = NIGHTS[1], contact, signal, network } = night;
  const ended = await refresh(store, from, {
    now,
    network: { ...NO_WAITS, ...network },
    ...(contact !== undefined && { contact }),
    ...(signal !== undefined && { signal }),
  });
  await night.end?.();
  upstream.behave();
  return [
    ...(ended.exit === fault.exit ? [] : [`exit ${ended.exit} instead of ${fault.exit}: ${ended.message}`]),
    ...(ended.message.includes(fault.says) ? [] : [`does not say “${fault.says}”: ${ended.message}`]),
    ...carriedProblems(fault, ended.json),
    ...(await keptProblems(fault, ground, store)),
  ];
}

function carriedProblems({ carried, exit }: Fault, json: Partial<RunReport>): string[] {
  if (exit !== 0 && exit !== 3) return [];
  const states = (json.sources ?? []).filter(({ id }) => (SOURCES as readonly string[]).includes(id));
  return states
    .filter(({ id, state }) => state !== (carried.includes(id) ? "carried-forward" : "fresh"))
    .map(({ id, state }) => `${id} is ${state}`);
}

/** The facts are those of the night before, whatever happened; and what was published before is as it was. */
async function keptProblems({ exit }: Fault, ground: Ground, store: string): Promise<string[]> {
  const latest = latestIn(store);
  if (latest === undefined) return ["latest is missing"];
  const hasMoved = exit !== 0 && exit !== 3 && latest !== ground.version;
  const isSame = sayTheSame({ store, version: latest }, { store: ground.store, version: ground.version });
  const versions = [...new Set([ground.version, latest])];
  const verified = await Promise.all(
    versions.map((version) => verifyVersion(join(store, "versions", version))),
  );
  return [
    ...(hasMoved ? [`latest is ${latest}, and nothing was to be published`] : []),
    ...(isSame ? [] : [`the facts of ${latest} are others`]),
    ...verified.flat(),
  ];
}

async function problemsOnTheNextNight(ground: Ground, store: string): Promise<string[]> {
  const { exit, message, json } = await refresh(store, ["--mirror", ground.upstream.url], { now: NIGHTS[2] });
  const fine: Fault = { what: "", exit: 0, says: "", carried: [], begin: () => undefined };
  const problems = [
    ...(exit === 0 ? [] : [`exit ${exit}: ${message}`]),
    ...carriedProblems(fine, json),
    ...(await keptProblems(fine, ground, store)),
  ];
  return problems.map((problem) => `on the next night: ${problem}`);
}

async function refresh(store: string, from: readonly string[], circumstances: Parameters<typeof runIn>[2]) {
  const { exit, json } = await runIn(store, ["refresh", ...from, "--source", ...SOURCES], circumstances);
  const told = json as Partial<RunReport> & { readonly error?: { readonly message: string } };
  return { exit, json: told, message: told.error?.message ?? told.message ?? "" };
}

function latestIn(store: string): string | undefined {
  const link = join(store, "latest");
  return existsSync(link) ? basename(readlinkSync(link)) : undefined;
}
