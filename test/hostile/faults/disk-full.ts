import { execFileSync, spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { text as textFrom } from "node:stream/consumers";
import { verifyVersion } from "../../../pipelines/publish/verify.ts";
import { sayTheSame } from "../../pipelines/refresh/facts-of-versions.ts";
import { startUpstream } from "../upstream.ts";

/**
 * `disk-full.js [STEPS]`: runs a refresh on a file system of its own that fills up, with a little more room each time, so that the
 * disk is full at another write each time, from the first to the last. Needs the right to mount one (Linux, root). Each run must end
 * with 7 and name what could not be written, `latest` must verify, and the run after it, with room, must end with 0 and the true
 * facts. Ends with 1 otherwise.
 */
const steps = Number(process.argv[2] ?? "24");
const CLI = join(import.meta.dirname, "..", "..", "..", "pipelines", "cli.js");
const DEFINITIONS = "www.bls.gov/soc/2018/soc_2018_definitions.xlsx";
const LARGEST = 256 * 2 ** 20;
const SMALLEST_STEP = 16_384;

const folder = mkdtempSync(join(tmpdir(), "disk-full-"));
const [disk, published, truth] = ["disk", "published", "truth"].map((name) => join(folder, name)) as [
  string,
  string,
  string,
];
const upstream = await startUpstream();
let problems = 0;
try {
  await mustBeFine(published, "2026-11-20T02:15:00Z");
  upstream.edit(DEFINITIONS, (text) =>
    text.replace("They find out what users need", "They learn what users need"),
  );
  cpSync(published, truth, { recursive: true, verbatimSymlinks: true });
  await mustBeFine(truth, "2026-11-21T02:15:00Z");
  mkdirSync(disk);
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${LARGEST}`, "tmpfs", disk]);
  const used = await bytesOfARun();
  for (let step = 0; step <= steps; step++) {
    const room = Math.floor((used * step) / steps / SMALLEST_STEP) * SMALLEST_STEP;
    const told = await fullAfter(room);
    problems += told.length;
    process.stdout.write(told.map((problem) => `    ${problem}\n`).join(""));
  }
} finally {
  await upstream.close();
  spawnSync("umount", ["--lazy", disk]); // what was verified may still be open in this process
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(`${steps + 1} runs, ${problems} problems\n`);
if (problems > 0) process.exitCode = 1;

/** How much a run needs beside what was there before. */
async function bytesOfARun(): Promise<number> {
  const store = storeOnDisk();
  const before = freeBytes();
  const { exit, message } = await run(store, "2026-11-21T02:15:00Z");
  if (exit !== 0) throw new Error(`A run with room ended with ${exit}: ${message}`);
  return before - freeBytes();
}

async function fullAfter(room: number): Promise<string[]> {
  const store = storeOnDisk();
  execFileSync("mount", ["-o", `remount,size=${LARGEST - freeBytes() + room}`, disk]);
  const full = await run(store, "2026-11-21T02:15:00Z");
  execFileSync("mount", ["-o", `remount,size=${LARGEST}`, disk]);
  process.stdout.write(
    `${Math.round(room / 1024)} kB of room: exit ${full.exit}. ${full.message.slice(0, 150)}\n`,
  );
  const after = latestOf(store);
  const next = await run(store, "2026-11-22T02:15:00Z");
  return [
    ...(full.exit === 7 || full.exit === 0 ? [] : [`exit ${full.exit}: ${full.message}`]),
    ...(full.exit === 7 && !full.message.includes(store) ? [`names no file: ${full.message}`] : []),
    ...(await verifyVersion(join(store, "versions", after.version))),
    ...(next.exit === 0 ? [] : [`with room again: exit ${next.exit}: ${next.message}`]),
    ...(sayTheSame(latestOf(store), latestOf(truth)) ? [] : ["with room again: other facts"]),
  ];
}

function storeOnDisk(): string {
  const store = join(disk, "store");
  rmSync(store, { recursive: true, force: true });
  cpSync(published, store, { recursive: true, verbatimSymlinks: true });
  return store;
}

function freeBytes(): number {
  const { bavail, bsize } = statfsSync(disk);
  return bavail * bsize;
}

function latestOf(store: string) {
  const link = join(store, "latest");
  return { store, version: existsSync(link) ? basename(readlinkSync(link)) : "" };
}

type Ended = { readonly exit: number | null; readonly message: string };

/** The upstream lives in this process, so the run must not block it. */
async function run(store: string, now: string): Promise<Ended> {
  const words = [
    "refresh",
    "--mirror",
    upstream.url,
    "--source",
    "us-soc",
    "--store",
    store,
    "--json",
    "--quiet",
  ];
  const child = spawn(process.execPath, [CLI, ...words], {
    env: { ...process.env, OCCUPATIONS_NOW: now },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [exit, stdout] = await Promise.all([
    new Promise<number | null>((resolve) => child.on("close", resolve)),
    textFrom(child.stdout),
  ]);
  const { error, message } = JSON.parse(stdout);
  return { exit, message: error?.message ?? message };
}

async function mustBeFine(store: string, now: string): Promise<void> {
  const { exit, message } = await run(store, now);
  if (exit !== 0) throw new Error(`A run with room ended with ${exit}: ${message}`);
}
