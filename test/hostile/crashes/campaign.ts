import { cpSync, mkdtempSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { type Pick, picker } from "../../corpus/picker.ts";
import { sayTheSame } from "../../pipelines/refresh/facts-of-versions.ts";
import { startUpstream, type Upstream } from "../upstream.ts";
import { completeRun, type Instant, killRun, type Order } from "./killed-run.ts";
import { leftoversIn, visibleProblemsIn } from "./visible-problems.ts";

const FIRST = "2026-11-20T02:15:00Z";
const SECOND = "2026-11-21T02:15:00Z";
const DEFINITIONS = "www.bls.gov/soc/2018/soc_2018_definitions.xlsx";

/** One kill, and what was wrong after it. */
export type Kill = {
  readonly instant: Instant;
  readonly wasRunning: boolean;
  readonly problems: readonly string[];
};

/** A store that was killed several times, and the run that completed it. */
export type Story = { readonly kills: readonly Kill[]; readonly problems: readonly string[] };

/** What all stories begin with: a published night, a document that changes afterwards, and how long a whole run takes. */
export type Beginning = {
  readonly cli: string;
  readonly upstream: Upstream;
  readonly published: string;
  /** The store that nobody interrupted. */
  readonly truth: string;
  readonly runMilliseconds: number;
  readonly close: () => Promise<void>;
};

export async function begin(cli: string): Promise<Beginning> {
  const folder = mkdtempSync(join(tmpdir(), "crashes-"));
  const [published, truth] = [join(folder, "published"), join(folder, "truth")];
  const upstream = await startUpstream();
  const mirror = upstream.url;
  const started = performance.now();
  await mustEnd({ cli, store: published, mirror, now: FIRST });
  const runMilliseconds = performance.now() - started;
  upstream.edit(DEFINITIONS, (text) =>
    text.replace("They find out what users need", "They learn what users need"),
  );
  copy(published, truth);
  await mustEnd({ cli, store: truth, mirror, now: SECOND });
  const close = async () => {
    await upstream.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { cli, upstream, published, truth, runMilliseconds, close };
}

/** Kills runs of one store, looks at it after each, and lets the last run end. */
export async function killAndComplete(beginning: Beginning, kills: number, seed: string): Promise<Story> {
  const { cli, upstream, published, truth } = beginning;
  const pick = picker(seed);
  const folder = mkdtempSync(join(tmpdir(), "killed-"));
  const store = join(folder, "store");
  const isFirstNight = pick(3) === 0;
  if (!isFirstNight) copy(published, store);
  const order = { cli, store, mirror: upstream.url, now: SECOND };
  const killed: Kill[] = [];
  try {
    while (killed.length < kills) killed.push(await killOnce(order, instantFrom(pick, beginning)));
    const exit = await completeRun(order);
    const problems = [
      ...(exit === 0 ? [] : [`the run after the kills ended with ${exit}`]),
      ...(await visibleProblemsIn(store)),
      ...leftoversIn(store),
      ...(sayTheSame(latestOf(store), latestOf(truth)) ? [] : ["the facts are others than without a kill"]),
    ];
    return { kills: killed, problems };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function killOnce(order: Order, instant: Instant): Promise<Kill> {
  const wasRunning = await killRun(order, instant);
  return { instant, wasRunning, problems: await visibleProblemsIn(order.store) };
}

/** Half of the kills fall anywhere, half of them while a version is built and published. */
function instantFrom(pick: Pick, { runMilliseconds }: Beginning): Instant {
  const isAimed = pick(2) === 0;
  const milliseconds = (pick(1_000) / 1_000) * runMilliseconds * (isAimed ? 0.6 : 1);
  return { after: isAimed ? "staging" : "start", milliseconds };
}

async function mustEnd(order: Order): Promise<void> {
  const exit = await completeRun(order);
  if (exit !== 0) throw new Error(`A run that nobody disturbed ended with ${exit}.`);
}

function copy(from: string, to: string): void {
  cpSync(from, to, { recursive: true, verbatimSymlinks: true });
}

function latestOf(store: string) {
  return { store, version: basename(readlinkSync(join(store, "latest"))) };
}
