import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

/** When a run is killed: so long after its start, or after it has begun to build a version. */
export type Instant = { readonly after: "start" | "staging"; readonly milliseconds: number };

export type Order = {
  /** The program's `cli.js`. */
  readonly cli: string;
  readonly store: string;
  readonly mirror: string;
  readonly now: string;
};

const LOOK_MILLISECONDS = 5;
/** A small one: what is killed is a run, and its publishing, not a reader. */
const SOURCE = "us-soc";

/** Starts a refresh and kills it with SIGKILL. Tells whether it was still running. */
export async function killRun(order: Order, { after, milliseconds }: Instant): Promise<boolean> {
  const { child, ended } = startRun(order);
  if (after === "staging") await untilStaging(order.store, child);
  await Promise.race([delay(milliseconds), ended]);
  const wasRunning = child.exitCode === null && child.signalCode === null;
  child.kill("SIGKILL");
  await ended;
  return wasRunning;
}

/** Lets a refresh run to its end. */
export async function completeRun(order: Order): Promise<number | null> {
  return (await startRun(order)).ended;
}

function startRun({ cli, store, mirror, now }: Order) {
  const words = ["refresh", "--mirror", mirror, "--source", SOURCE, "--store", store, "--quiet"];
  const child = spawn(process.execPath, [cli, ...words], {
    env: { ...process.env, OCCUPATIONS_NOW: now },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on("error", reject).on("close", resolve);
  });
  return { child, ended };
}

async function untilStaging(store: string, child: ChildProcess): Promise<void> {
  const folder = join(store, "versions");
  const isStaging = () =>
    existsSync(folder) && readdirSync(folder).some((name) => name.startsWith(".staging-"));
  while (child.exitCode === null && !isStaging()) await delay(LOOK_MILLISECONDS);
}
