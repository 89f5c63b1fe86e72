import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { openArchive } from "../../sources/archive/archive.ts";
import { sourceOf } from "../registry.ts";
import { savedDocuments } from "./saved-documents.ts";

/**
 * `npm run bench [-- FOLDER [RUNS [SOURCE…]]]`: how long the documents of a folder take from the archive to facts and to
 * a published version, and beside it, in the same run, what the bare parsers (htmlparser2, SheetJS) need for the same
 * bytes. FOLDER holds `<host>/<path>`, or `hosts/<host>/<path>` beside a `routes.json` for addresses that are no path;
 * without one, the handbook pages of the sample are taken. Each measurement has a process of its own.
 */
const [folder, runs = "3", ...named] = process.argv.slice(2);
const sources = folder === undefined ? ["us-ooh"] : named;

type Measured = { readonly seconds: number; readonly peakMegabytes: number };
type Corpus = { readonly documents: number; readonly bytes: number; readonly sourceIds: readonly string[] };

const store = mkdtempSync(join(tmpdir(), "occupations-bench-"));
try {
  const corpus = fillArchive(resolve(folder ?? "sources/sample/documents"), store);
  say(`${corpus.documents} documents, ${(corpus.bytes / 1e6).toFixed(1)} MB; Node ${process.version}`);
  const rounds = Array.from({ length: Number(runs) }, () => ({
    bare: measure("bare-parse.js"),
    facts: measure("read-facts.js"),
    version: measure("refresh-once.js", corpus.sourceIds),
  }));
  const of = (what: keyof (typeof rounds)[number]) => rounds.map((round) => round[what]);
  report("bare parsers", of("bare"), corpus);
  report("archive to facts", of("facts"), corpus);
  report("archive to published version", of("version"), corpus);
  const toFacts = median(rounds.map(({ bare, facts }) => facts.seconds / bare.seconds));
  const toVersion = median(rounds.map(({ bare, version }) => (version.seconds - 2) / bare.seconds));
  say(`facts / bare: ${toFacts.toFixed(2)} (allowed: 2 for the sources of the United Kingdom)`);
  say(`(published − 2 s) / bare: ${toVersion.toFixed(2)} (allowed: 4)`);
} finally {
  rmSync(store, { recursive: true, force: true });
}

/** Puts every document that a reader reads into a new archive. */
function fillArchive(root: string, target: string): Corpus {
  const archive = openArchive(join(target, "archive.sqlite"));
  const counted = { documents: 0, bytes: 0 };
  const sourceIds = new Set<string>();
  for (const { url, path } of savedDocuments(root)) {
    const home = sourceOf(url);
    if (home === undefined || (sources.length > 0 && !sources.includes(home.source.id))) continue;
    const body = readFileSync(path);
    const response = { url, finalUrl: url, fetchedAt: "2026-01-01T00:00:00.000Z", status: 200, headers: {} };
    const validators = { etag: undefined, lastModified: undefined };
    const mediaType = home.reader.expectation.mediaTypes[0] ?? "";
    archive.add({
      ...{ ...response, ...validators, mediaType, body },
      ...{ sourceId: home.source.id, acquiredBy: "import" },
    });
    sourceIds.add(home.source.id);
    counted.documents++;
    counted.bytes += body.length;
  }
  archive.close();
  return { ...counted, sourceIds: [...sourceIds] };
}

/** Runs one measurement in a process of its own, over a store that has the archive and nothing else. */
function measure(script: string, sourceIds: readonly string[] = []): Measured {
  for (const name of readdirSync(store))
    if (!name.startsWith("archive.sqlite")) rmSync(join(store, name), { recursive: true, force: true });
  const path = fileURLToPath(new URL(script, import.meta.url));
  const { stdout, status } = spawnSync(process.execPath, [path, store, ...sourceIds], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status !== 0) throw new Error(`${script} ended with ${status}`);
  return JSON.parse(String(stdout)) as Measured;
}

function report(what: string, measured: readonly Measured[], { documents, bytes }: Corpus): void {
  const seconds = median(measured.map((one) => one.seconds));
  const peak = Math.max(...measured.map((one) => one.peakMegabytes));
  const rates = `${(documents / seconds).toFixed(0)} documents/s, ${(bytes / 1e6 / seconds).toFixed(1)} MB/s`;
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
