import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { openArchive } from "../../sources/archive/archive.ts";
import { sourceOf } from "../registry.ts";

/**
 * `npm run bench [-- FOLDER [RUNS]]`: how long the documents of a folder take from the archive to a published version,
 * and beside it, in the same run, what the bare htmlparser2 needs for the same bytes. FOLDER holds `<host>/<path>`; the
 * sample is taken without one. Each measurement has a process of its own.
 */
const [folder = "sources/sample/documents", runs = "3"] = process.argv.slice(2);

type Measured = { readonly seconds: number; readonly peakMegabytes: number };

const store = mkdtempSync(join(tmpdir(), "occupations-bench-"));
try {
  const corpus = fillArchive(resolve(folder), store);
  say(`${corpus.pages} pages, ${(corpus.bytes / 1e6).toFixed(1)} MB from ${folder}; Node ${process.version}`);
  const pairs = Array.from({ length: Number(runs) }, () => ({
    bare: measure("bare-parse.js"),
    ours: measure("refresh-once.js"),
  }));
  report(
    "bare htmlparser2 parse",
    pairs.map(({ bare }) => bare),
    corpus,
  );
  report(
    "archive to published version",
    pairs.map(({ ours }) => ours),
    corpus,
  );
  const ratio = median(pairs.map(({ bare, ours }) => (ours.seconds - 2) / bare.seconds));
  say(`(published − 2 s) / bare: ${ratio.toFixed(2)} (allowed: 4)`);
} finally {
  rmSync(store, { recursive: true, force: true });
}

/** Puts every document that a reader reads into a new archive. */
function fillArchive(root: string, target: string): { pages: number; bytes: number } {
  const archive = openArchive(join(target, "archive.sqlite"));
  let pages = 0;
  let bytes = 0;
  for (const path of readdirSync(root, { recursive: true, encoding: "utf8" }).toSorted()) {
    const url = `https://${relative(".", path)}`;
    const home = sourceOf(url);
    if (home === undefined || !statSync(join(root, path)).isFile()) continue;
    const body = readFileSync(join(root, path));
    const response = { url, finalUrl: url, fetchedAt: "2026-01-01T00:00:00.000Z", status: 200, headers: {} };
    const validators = { etag: undefined, lastModified: undefined };
    const origin = { sourceId: home.source.id, mediaType: "text/html", acquiredBy: "import" as const };
    archive.add({ ...response, ...validators, ...origin, body });
    pages++;
    bytes += body.length;
  }
  archive.close();
  return { pages, bytes };
}

/** Runs one measurement in a process of its own, over a store that has the archive and nothing else. */
function measure(script: string): Measured {
  for (const name of readdirSync(store))
    if (!name.startsWith("archive.sqlite")) rmSync(join(store, name), { recursive: true, force: true });
  const path = fileURLToPath(new URL(script, import.meta.url));
  const { stdout, status } = spawnSync(process.execPath, [path, store], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status !== 0) throw new Error(`${script} ended with ${status}`);
  return JSON.parse(String(stdout)) as Measured;
}

function report(
  what: string,
  measured: readonly Measured[],
  { pages, bytes }: { pages: number; bytes: number },
): void {
  const seconds = median(measured.map((one) => one.seconds));
  const peak = Math.max(...measured.map((one) => one.peakMegabytes));
  const rates = `${(pages / seconds).toFixed(0)} pages/s, ${(bytes / 1e6 / seconds).toFixed(1)} MB/s`;
  say(
    `${what}: ${seconds.toFixed(2)} s (median of ${measured.length}), ${rates}, peak memory ${peak.toFixed(0)} MB`,
  );
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
